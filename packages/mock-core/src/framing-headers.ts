import { isObject } from './read-document.ts';

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
export function withoutFramingHeaders(operations: unknown): void {
  for (const operation of Array.isArray(operations) ? operations.filter(isObject) : [])
    for (const response of Array.isArray(operation['responses']) ? operation['responses'] : []) {
      if (!isObject(response) || !Array.isArray(response['headers'])) continue;
      response['headers'] = response['headers'].filter(
        (header: unknown) =>
          !isObject(header) || !framingHeaders.includes(String(header['name']).toLowerCase()),
      );
    }
}
