import { refuse } from './request.ts';

/**
 * A server that the document gives as a path, or not at all: it is where the page is (OpenAPI 3.1, section 4.8.5).
 * Throws a TypeError where there is no page; a client that was given a base URL does not ask.
 */
export function relativeServer(path: string): string {
  if (globalThis.location) return path;
  return refuse('baseUrl', 'is missing: the document names no host, and there is no page to take it from');
}
