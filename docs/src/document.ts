/** An object of an OpenAPI document. */
export type Values = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands where a reference leads, and where that leads; what is no reference stays as it is. */
export function resolved(document: Values, value: Values): Values {
  let found = value;
  for (let steps = 0; steps < 20 && typeof found['$ref'] === 'string'; steps += 1) {
    const path = found['$ref'].replace('#/', '').split('/');
    const target = path.reduce<unknown>(
      (at, step) => (isObject(at) ? at[unescaped(step)] : undefined),
      document,
    );
    if (!isObject(target)) return {};
    found = target;
  }
  return found;
}

const unescaped = (step: string): string =>
  decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
