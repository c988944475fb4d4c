import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fieldAt, isObject, type JsonObject } from '../model/json.ts';

/** Says why a document is not OpenAPI 3.0, 3.1 or 3.2, and what to do; nothing if it is. */
export function checkVersion(document: JsonObject, file: string): Diagnostic[] {
  const version = fieldAt(document, 'openapi');
  if (isKnown(version)) return [];
  return [
    {
      code: 'document-not-openapi',
      severity: 'error',
      message: `"${file}" is ${describeDocument(document)}; OpenAPI 3.0, 3.1 or 3.2 was expected`,
      help: nextStep(document),
      location: { file, pointer: '#/openapi' },
    },
  ];
}

/** Many write `3.0` or, without quotes, the number 3.1; what is meant is plain, and is mended later with a warning. */
function isKnown(version: unknown): boolean {
  if (typeof version === 'number') return [3, 3.1, 3.2].includes(version);
  return typeof version === 'string' && /^3\.[012](\.\d+|$)/.test(version);
}

function describeDocument(document: JsonObject): string {
  const openapi = fieldAt(document, 'openapi');
  if (openapi !== undefined) return `OpenAPI ${JSON.stringify(openapi)}`;
  const swagger = fieldAt(document, 'swagger');
  if (swagger !== undefined) return `Swagger ${JSON.stringify(swagger)}`;
  const asyncapi = fieldAt(document, 'asyncapi');
  if (asyncapi !== undefined) return `AsyncAPI ${JSON.stringify(asyncapi)}`;
  if (fieldAt(document, 'overlay') !== undefined) return 'an OpenAPI Overlay';
  return 'an object without an `openapi` field';
}

function nextStep(document: JsonObject): string {
  const openapi = fieldAt(document, 'openapi');
  if (openapi !== undefined) return 'Convert it to OpenAPI 3.1 first.';
  if (fieldAt(document, 'swagger') !== undefined) {
    return 'Convert it to OpenAPI 3 first, for example with `npx swagger2openapi`.';
  }
  if (fieldAt(document, 'overlay') !== undefined)
    return 'Give the overlay as `--overlay` and the document as argument.';
  if (isObject(fieldAt(document, 'paths'))) return 'Add `openapi: 3.1.0` at the top if that is what it is.';
  return 'Check that the path leads to the OpenAPI document; its first field is `openapi: 3.1.0` or `openapi: 3.0.x`.';
}
