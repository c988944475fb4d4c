import { objectAt, type JsonObject } from './stateful/inference/json-schema.ts';

/**
 * Prism takes what says neither `description`, `headers`, `content` nor `links` for no response, and has none then. A
 * bare `204: {}` is common all the same, and OpenAPI 3.2 allows it. Changes the document.
 */
export function describeResponses(document: JsonObject): void {
  const components = objectAt(document, 'components');
  const items = [objectAt(document, 'paths'), objectAt(components, 'pathItems')].flatMap(childrenOf);
  const holders = [components, ...items.flatMap(childrenOf)];
  for (const response of holders.flatMap((holder) => childrenOf(objectAt(holder, 'responses'))))
    if (!('$ref' in response)) response['description'] ??= '';
}

function childrenOf(parent: JsonObject): JsonObject[] {
  return Object.keys(parent).map((key) => objectAt(parent, key));
}
