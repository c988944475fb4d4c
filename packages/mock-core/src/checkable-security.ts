import { listAt, type JsonObject } from './stateful/inference/json-schema.ts';

/** What Prism can look for in a request. */
const checked: ReadonlySet<string> = new Set(
  'oauth2 openIdConnect apiKey/cookie apiKey/header apiKey/query http/basic http/bearer http/digest'.split(
    ' ',
  ),
);

/**
 * Takes from Prism's operations the security schemes that it cannot check, such as `mutualTLS`: it refuses every
 * request that is to satisfy one. Where nothing will do, anything does: it refuses a header that nobody asked for.
 * Changes the operations.
 */
export function dropUncheckedSecurity(operations: readonly JsonObject[]): void {
  for (const operation of operations) {
    const alternatives = listAt(operation, 'security').map((schemes) =>
      [schemes].flat().filter((scheme) => checked.has(wordsOf(scheme))),
    );
    operation['security'] = alternatives.some((schemes) => schemes.length === 0) ? [] : alternatives;
  }
}

function wordsOf(scheme: unknown): string {
  const { type, in: place, scheme: word } = Object(scheme) as JsonObject;
  if (type === 'http') return `http/${String(word)}`;
  return type === 'apiKey' ? `apiKey/${String(place)}` : String(type);
}
