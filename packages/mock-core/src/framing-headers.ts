import { objectsAt, type JsonObject } from './stateful/inference/json-schema.ts';

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
  for (const response of operations.flatMap((operation) => objectsAt(operation, 'responses')))
    response['headers'] = objectsAt(response, 'headers').filter(
      ({ name }) => !framingHeaders.includes(String(name).toLowerCase()),
    );
}
