import { parameterSchema } from './parameters.ts';
import { fieldAt, objectAt, stringAt, type JsonObject } from './json.ts';
import { dereference } from './pointer.ts';
import type { ResponseHeader } from './sdk-model.ts';

/** The headers of an answer, in the document's order. `Content-Type` is none of them (OpenAPI 3.1, section 4.8.17). */
export function responseHeaders(document: JsonObject, response: JsonObject): ResponseHeader[] {
  return Object.entries(objectAt(response, 'headers')).flatMap(([name, reference]) => {
    const header = dereference(document, reference);
    if (!header || name.toLowerCase() === 'content-type') return [];
    const schema = parameterSchema(header);
    const target = dereference(document, schema);
    const description = stringAt(header, 'description') ?? stringAt(target, 'description');
    return [
      {
        name,
        required: fieldAt(header, 'required') === true,
        deprecated: fieldAt(header, 'deprecated') === true,
        schema: target ?? {},
        ...(description === undefined ? {} : { description }),
      },
    ];
  });
}
