import { isObject, type OpenApiDocument } from './read-document.ts';
import type { Mock } from './start-mock.ts';

type JsonObject = Record<string, unknown>;

/**
 * A curl line to try against a mock: the first GET of its document, by preference one without path parameters, with
 * its required inputs filled from their examples and a token that the mock accepts like any other.
 */
export function curlExample({ url, document }: Pick<Mock, 'url' | 'document'>): string {
  const gets = Object.entries(objectAt(document, 'paths')).filter(
    ([, item]) => isObject(item) && isObject(item['get']),
  );
  const [path, item] = gets.find(([candidate]) => !candidate.includes('{')) ?? gets[0] ?? ['/', {}];
  const parameters = requiredParameters(document, isObject(item) ? item : {});
  const filled = path.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => valueOf(parameters, 'path', name));
  const query = parameters
    .filter((parameter) => parameter['in'] === 'query')
    .map(({ name }) => `${encodeURIComponent(String(name))}=${valueOf(parameters, 'query', String(name))}`);
  const target = url + filled + (query.length > 0 ? `?${query.join('&')}` : '');
  return `curl -H 'authorization: Bearer any-token' '${target.replaceAll("'", '%27')}'`;
}

function requiredParameters(document: OpenApiDocument, item: JsonObject): JsonObject[] {
  const own = objectAt(item, 'get')['parameters'];
  const shared = item['parameters'];
  const all: unknown[] = [...(Array.isArray(own) ? own : []), ...(Array.isArray(shared) ? shared : [])];
  return all
    .map((parameter) => resolved(document, parameter))
    .filter((parameter) => parameter['required'] === true);
}

function resolved(document: OpenApiDocument, parameter: unknown): JsonObject {
  if (!isObject(parameter)) return {};
  const name = /^#\/components\/parameters\/([^/]+)$/.exec(String(parameter['$ref']))?.[1];
  return name === undefined
    ? parameter
    : objectAt(objectAt(objectAt(document, 'components'), 'parameters'), name);
}

function valueOf(parameters: readonly JsonObject[], place: string, name: string): string {
  const parameter =
    parameters.find((candidate) => candidate['in'] === place && candidate['name'] === name) ?? {};
  const schema = objectAt(parameter, 'schema');
  const [firstExample] = Object.values(objectAt(parameter, 'examples'));
  const candidates = [
    parameter['example'],
    isObject(firstExample) ? firstExample['value'] : undefined,
    schema['example'],
  ];
  return encodeURIComponent(
    String(candidates.find((candidate) => candidate !== undefined) ?? schema['default'] ?? 1),
  );
}

function objectAt(parent: JsonObject, key: string): JsonObject {
  const value = parent[key];
  return isObject(value) ? value : {};
}
