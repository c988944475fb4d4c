import { readFileSync } from 'node:fs';

import { parse } from 'yaml';

import { below, objectAt, textAt, valueAt, type Json, type JsonObject } from './json.ts';

/** Where the two files of `spec/` are, for the linter, which reads files itself. */
export const documentUrl: URL = new URL('../../../spec/openapi.yaml', import.meta.url);
export const overlayUrl: URL = new URL('../../../spec/overlay.yaml', import.meta.url);

function read(url: URL): JsonObject {
  const content: Json = parse(readFileSync(url, 'utf8'));
  return objectAt(content, url.pathname);
}

export const document: JsonObject = read(documentUrl);
export const overlay: JsonObject = read(overlayUrl);

const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

export interface Operation {
  id: string;
  method: string;
  path: string;
  /** JSON Pointer of the Operation Object. */
  pointer: string;
  node: JsonObject;
}

/** Every operation of the document, in its order. */
export function operations(): Operation[] {
  const found: Operation[] = [];
  for (const [path, item] of Object.entries(objectAt(document['paths'], '/paths'))) {
    for (const [method, node] of Object.entries(objectAt(item, path))) {
      if (!METHODS.has(method)) continue;
      const pointer = below(below('/paths', path), method);
      const operation = objectAt(node, pointer);
      const id = textAt(operation['operationId'], `${pointer}/operationId`);
      found.push({ id, method, path, pointer, node: operation });
    }
  }
  return found;
}

/**
 * The object itself, or what its `$ref` leads to.
 * @throws {Error} when the reference leads nowhere.
 */
export function resolved(value: Json | undefined, where: string): JsonObject {
  const node = objectAt(value, where);
  const ref = node['$ref'];
  if (typeof ref !== 'string') return node;
  return resolved(valueAt(document, ref.slice(1)), ref);
}

/** The Parameter Objects of an operation, references resolved. */
export function parametersOf(operation: Operation): JsonObject[] {
  const list = operation.node['parameters'] ?? [];
  if (!Array.isArray(list)) throw new TypeError(`${operation.id}: parameters is no list`);
  return list.map((parameter) => resolved(parameter, `${operation.id} parameters`));
}

/** The responses of an operation by status, references resolved. */
export function responsesOf(operation: Operation): [status: string, response: JsonObject][] {
  const responses = objectAt(operation.node['responses'], `${operation.id} responses`);
  return Object.entries(responses).map(([status, response]) => [
    status,
    resolved(response, `${operation.id} ${status}`),
  ]);
}

/** The JSON media type of a success, or of a request body. */
export function jsonOf(holder: JsonObject, where: string): JsonObject {
  return objectAt(objectAt(holder['content'], where)['application/json'], `${where} application/json`);
}

/** The response of an operation that says it worked; each operation has one. */
export function successOf(operation: Operation): JsonObject {
  const success = responsesOf(operation).find(([status]) => status.startsWith('2'));
  if (success === undefined) throw new Error(`${operation.id}: no 2xx response`);
  return success[1];
}

/** The values of named examples, by name. */
export function examplesOf(mediaType: JsonObject, where: string): [name: string, value: Json][] {
  return Object.entries(objectAt(mediaType['examples'] ?? {}, where)).map(([name, example]) => {
    const value = objectAt(example, `${where} ${name}`)['value'];
    if (value === undefined) throw new Error(`${where} ${name}: no value`);
    return [name, value];
  });
}

/** Whether an operation lists page by page. */
export function isPaged(operation: Operation): boolean {
  return parametersOf(operation).some((parameter) => parameter['name'] === 'page');
}
