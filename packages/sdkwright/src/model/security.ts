import { fieldAt, isObject, listAt, objectAt, stringAt, type JsonObject } from './json.ts';
import { dereference } from './pointer.ts';
import type { SecurityScheme } from './sdk-model.ts';

/** The security schemes the document declares, as ways a token travels (OpenAPI 3.1, section 4.8.27). */
export function securitySchemes(document: JsonObject): SecurityScheme[] {
  return Object.entries(objectAt(objectAt(document, 'components'), 'securitySchemes')).flatMap(
    ([name, value]) => {
      const scheme = dereference(document, value);
      return scheme ? (toScheme(name, scheme) ?? []) : [];
    },
  );
}

/** Schemes of the IANA registry that are no token beside a word: they answer a challenge, or sign the request. */
const handshakes: ReadonlySet<string> = new Set(
  'concealed digest dpop gnap hoba mutual negotiate ntlm oauth scram-sha-1 scram-sha-256 vapid'.split(' '),
);

function toScheme(name: string, scheme: JsonObject): SecurityScheme | undefined {
  const type = stringAt(scheme, 'type');
  if (type === 'oauth2' || type === 'openIdConnect') return { name, kind: 'bearer' };
  if (type === 'http') {
    const word = stringAt(scheme, 'scheme')?.toLowerCase() ?? '';
    if (handshakes.has(word)) return undefined;
    return { name, kind: word === 'basic' ? 'basic' : 'bearer' };
  }
  const parameter = stringAt(scheme, 'name');
  const place = stringAt(scheme, 'in');
  if (type !== 'apiKey' || parameter === undefined) return undefined;
  if (place === 'header' || place === 'query' || place === 'cookie') return { name, kind: place, parameter };
  return undefined;
}

/** What an operation asks for: its own requirements, else those of the document. */
export function securityOf(document: JsonObject, operation: JsonObject): string[][] {
  const holder = fieldAt(operation, 'security') === undefined ? document : operation;
  return listAt(holder, 'security').filter(isObject).map(Object.keys);
}
