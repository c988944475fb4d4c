import type { Pair } from './contract-case.ts';

export function isJson(contentType: string | undefined): boolean {
  return /^application\/([\w.+-]+\+)?json\b/.test(contentType ?? '');
}

export function isForm(contentType: string | undefined): boolean {
  return /^application\/x-www-form-urlencoded\b/.test(contentType ?? '');
}

/** The value of a JSON text; undefined when it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The names and values of a form in their percent-encoding; a plus sign, which is a space there, as `%20`. */
export function formPairs(text: string): Pair[] {
  const pieces = text.split('&').filter((piece) => piece !== '');
  return pieces.map((piece) => {
    const [name = '', ...rest] = piece.replaceAll('+', '%20').split('=');
    return [name, rest.join('=')];
  });
}

/** The names at the top of a body: the keys of a JSON object, the fields of a form. */
export function topFields(text: string, contentType: string | undefined): string[] {
  if (isForm(contentType)) return formPairs(text).map(([name]) => decodeURIComponent(name));
  const value = isJson(contentType) ? parsedJson(text) : undefined;
  return isObject(value) ? Object.keys(value) : [];
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
