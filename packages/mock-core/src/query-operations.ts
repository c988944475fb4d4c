import type { ReceivedRequest } from './answer.ts';
import { isObject } from './read-document.ts';
import { objectAt, type JsonObject } from './stateful/inference/json-schema.ts';

/** Behind the path of an operation that Prism is told of as a POST: more segments than a template elsewhere has. */
const mark = '/~query'.repeat(8);

/**
 * Tells Prism of the operations with the method QUERY (OpenAPI 3.2, section 4.9), which it does not know: each is a
 * POST at a path of its own. Changes the document.
 */
export function addQueries(document: JsonObject): void {
  const paths = objectAt(document, 'paths');
  for (const [path, item] of Object.entries(paths)) {
    if (!isObject(item) || !isObject(item['query'])) continue;
    const { query, parameters, servers } = item;
    paths[path + mark] = {
      post: query,
      ...(parameters !== undefined && { parameters }),
      ...(servers !== undefined && { servers }),
    };
  }
}

/** A QUERY as Prism knows it; any other request as it is. */
export function asPost(request: ReceivedRequest): ReceivedRequest {
  if (request.method !== 'QUERY') return request;
  const [, path = '', query = ''] = /^([^?]*)(.*)$/s.exec(request.target) ?? [];
  return { ...request, method: 'POST', target: path + mark + query };
}
