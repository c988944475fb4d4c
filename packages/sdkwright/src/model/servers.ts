import { fieldAt, isObject, listAt, objectAt, stringAt, type JsonObject } from './json.ts';

/** The URL of the first server, its variables at their defaults, without a slash at the end; empty without a server. */
export function serverUrl(holder: JsonObject): string | undefined {
  const [server] = listAt(holder, 'servers');
  const url = stringAt(server, 'url');
  if (!isObject(server) || url === undefined) return undefined;
  const variables = objectAt(server, 'variables');
  const filled = url.replaceAll(/\{([^}]*)\}/g, (placeholder: string, name: string) =>
    String(fieldAt(variables[name], 'default') ?? placeholder),
  );
  return filled.replace(/\/+$/, '');
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
