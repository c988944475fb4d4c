import { isObject, type OpenApiDocument } from './read-document.ts';

/**
 * The path of each of the document's servers, without a trailing slash, the first server's first: `['/api/v2']`.
 * Server variables take their defaults. A document without servers is served at the root: `['']` (OpenAPI 3.1, 4.8.1).
 */
export function basePaths(document: OpenApiDocument): [string, ...string[]] {
  const servers: unknown[] = Array.isArray(document['servers']) ? document['servers'] : [];
  const [first = '', ...others] = new Set(servers.filter(isObject).map(serverPath));
  return [first, ...others];
}

function serverPath(server: Record<string, unknown>): string {
  const url = typeof server['url'] === 'string' ? server['url'] : '/';
  const variables = isObject(server['variables']) ? server['variables'] : {};
  const filled = url.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => variableDefault(variables[name]));
  return URL.parse(filled, 'http://localhost')?.pathname.replace(/\/+$/, '') ?? '';
}

function variableDefault(variable: unknown): string {
  return isObject(variable) && variable['default'] !== undefined ? String(variable['default']) : '';
}

/**
 * What is left of `path` under the longest base path that holds it, always starting with a slash;
 * undefined when none does. Only whole segments count: `/api/v20` is not under `/api/v2`.
 */
export function pathUnderBase(path: string, bases: readonly string[]): string | undefined {
  const base = bases
    .filter((candidate) => path === candidate || path.startsWith(`${candidate}/`))
    .toSorted((left, right) => right.length - left.length)
    .at(0);
  if (base === undefined) return undefined;
  return path.slice(base.length) || '/';
}
