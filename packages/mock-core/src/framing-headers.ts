import { isObject } from './read-document.ts';
import { listAt, type JsonObject } from './stateful/inference/json-schema.ts';

/** Headers of a connection and of how a message is cut into pieces, in lower case: each server writes its own. */
export const framingHeaders: readonly string[] = [
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'host',
  'expect',
];

/** Takes them out of the answers of Prism's operations: it would send an example of them beside its own. */
export function dropFramingHeaders(operations: readonly JsonObject[]): void {
  for (const response of operations.flatMap((operation) => listAt(operation, 'responses')).filter(isObject))
    response['headers'] = listAt(response, 'headers').filter(
      (header) => !isObject(header) || !framingHeaders.includes(String(header['name']).toLowerCase()),
    );
}
