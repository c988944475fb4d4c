import { isObject } from './read-document.ts';

const form = 'application/x-www-form-urlencoded';

/** How a form writes a list unless the document says otherwise (OpenAPI 3.1, section 4.8.15). */
const usual = { style: 'form', explode: true, allowReserved: true };

/**
 * Tells Prism's operations what their forms' lists are encoded with: it takes a list whose encoding the document does
 * not give for a text, and refuses it. Changes the operations.
 */
export function encodeFormLists(operations: unknown): void {
  for (const content of contentsOf(operations)) {
    const encodings: unknown[] = Array.isArray(content['encodings']) ? content['encodings'] : [];
    const isTold = (name: string): boolean =>
      encodings.some((each) => isObject(each) && each['property'] === name && each['style'] !== undefined);
    const lists = listsOf(content['schema']).filter((name) => !isTold(name));
    const added = lists.map((property) => ({ property, ...usual }));
    if (added.length > 0) Object.assign(content, { encodings: [...encodings, ...added] });
  }
}

function contentsOf(operations: unknown): Record<string, unknown>[] {
  return (Array.isArray(operations) ? operations : []).flatMap((operation: unknown) => {
    const request = isObject(operation) ? operation['request'] : undefined;
    const body = isObject(request) ? request['body'] : undefined;
    const contents = isObject(body) && Array.isArray(body['contents']) ? body['contents'] : [];
    return contents.filter(isObject).filter((content) => content['mediaType'] === form);
  });
}

function listsOf(schema: unknown): string[] {
  const properties = isObject(schema) ? schema['properties'] : undefined;
  return Object.entries(isObject(properties) ? properties : {})
    .filter(([, property]) => isObject(property) && property['type'] === 'array')
    .map(([name]) => name);
}
