import { fieldAt, isObject, listAt, objectAt, stringAt, type JsonObject } from './json.ts';

/** The URL of the first server, its variables at their defaults, without a slash at the end; empty without a server. */
export function serverUrl(holder: JsonObject): string | undefined {
  const [server] = listAt(holder, 'servers');
  const url = stringAt(server, 'url');
  if (!isObject(server) || url === undefined) return undefined;
  const variables = objectAt(server, 'variables');
  return filledUrl(url, (name) => fieldAt(variables[name], 'default')).replace(/\/+$/, '');
}

/** The URL with the values of its variables; where there is none, the placeholder stays. */
export function filledUrl(url: string, valueOf: (name: string) => unknown): string {
  return url.replaceAll(/\{([^}]*)\}/g, (placeholder: string, name: string) =>
    String(valueOf(name) ?? placeholder),
  );
}

/** Where callers are shown a server whose host nobody knows. */
export const exampleHost = 'https://api.example.com/';

/** A server that the document gives as a path, or not at all, seen from another URL. */
export function serverSeenFrom(from: string, baseUrl: string): string {
  return (URL.parse(baseUrl || '/', from)?.href ?? from).replace(/\/$/, '');
}

/** Whether the URL says which host to call; without one, it means nothing but on a page. */
export function hasHost(url: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(url);
}

/** The server of one operation, where it or its path names another than the document does. */
export function ownServer(
  document: JsonObject,
  pathItem: JsonObject,
  operation: JsonObject,
): string | undefined {
  const own = serverUrl(operation) ?? serverUrl(pathItem);
  return own === serverUrl(document) ? undefined : own;
}
