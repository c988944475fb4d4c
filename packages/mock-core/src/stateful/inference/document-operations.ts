import { isObject, type OpenApiDocument } from '../../read-document.ts';
import { listAt, objectAt, resolved, shapeOf, stringAt, type JsonObject } from './json-schema.ts';

/** An operation of the document, with what the inference asks of it. */
export interface DocumentOperation {
  /** The operationId, else method and path. */
  readonly id: string;
  /** Upper case. */
  readonly method: string;
  readonly path: string;
  /** Path and query parameters, and the fields of a body that is an object. */
  readonly inputs: readonly OperationInput[];
  /** The schema of the first success that is JSON. */
  readonly answer: unknown;
  /** The documented examples of that answer, in the order they are written. */
  readonly examples: readonly unknown[];
  /** `x-sdk` of the operation. */
  readonly extension: JsonObject;
}

export interface OperationInput {
  readonly name: string;
  readonly in: 'path' | 'query' | 'body';
  readonly required: boolean;
  readonly schema: unknown;
  /** What the document shows for it; undefined where it shows nothing. */
  readonly example: unknown;
  readonly description: string;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** All operations under `paths`, in the order they are written. */
export function documentOperations(document: OpenApiDocument): DocumentOperation[] {
  return Object.entries(objectAt(document, 'paths')).flatMap(([path, node]) => {
    const item = resolved(document, node);
    return Object.keys(item)
      .filter((key) => methods.includes(key) && isObject(item[key]))
      .map((key) => toOperation(document, path, key.toUpperCase(), item, objectAt(item, key)));
  });
}

function toOperation(
  document: OpenApiDocument,
  path: string,
  method: string,
  item: JsonObject,
  own: JsonObject,
): DocumentOperation {
  const media = jsonMedia(document, firstSuccess(document, own));
  return {
    id: stringAt(own, 'operationId') ?? `${method} ${path}`,
    method,
    path,
    inputs: [...parametersOf(document, item, own), ...bodyInputs(document, own)],
    answer: media['schema'],
    examples: examplesOf(document, media),
    extension: objectAt(own, 'x-sdk'),
  };
}

function firstSuccess(document: OpenApiDocument, own: JsonObject): JsonObject {
  const responses = objectAt(own, 'responses');
  const status = Object.keys(responses)
    .filter((key) => /^2(?:\d\d|XX)$/i.test(key))
    .toSorted()[0];
  return resolved(document, status === undefined ? undefined : responses[status]);
}

/** The first media type of a body or an answer that is JSON. */
export function jsonMedia(document: OpenApiDocument, owner: JsonObject): JsonObject {
  const content = Object.entries(objectAt(owner, 'content'));
  const [, media] = content.find(([type]) => /[/+]json\b/i.test(type)) ?? [];
  return resolved(document, media);
}

/** The documented examples of a media type or parameter, else those of its schema. */
export function examplesOf(document: OpenApiDocument, media: JsonObject): unknown[] {
  const named = Object.values(objectAt(media, 'examples')).map((node) => resolved(document, node)['value']);
  const schema = resolved(document, media['schema']);
  const candidates = [media['example'], ...named];
  const told = candidates.filter((value) => value !== undefined);
  return told.length > 0
    ? told
    : [schema['example'], ...listAt(schema, 'examples')].filter((value) => value !== undefined);
}

function parametersOf(document: OpenApiDocument, item: JsonObject, own: JsonObject): OperationInput[] {
  const all = [...listAt(own, 'parameters'), ...listAt(item, 'parameters')];
  const inputs = all.map((node) => resolved(document, node)).flatMap((one) => toInput(document, one) ?? []);
  // An operation's own parameter stands before the path's, and wins.
  return inputs.filter(
    (input, index) =>
      inputs.findIndex(({ name, in: place }) => name === input.name && place === input.in) === index,
  );
}

function toInput(document: OpenApiDocument, parameter: JsonObject): OperationInput | undefined {
  const place = parameter['in'];
  const name = stringAt(parameter, 'name');
  if (name === undefined || (place !== 'path' && place !== 'query')) return undefined;
  return {
    name,
    in: place,
    required: parameter['required'] === true,
    schema: parameter['schema'],
    example: firstExample(document, parameter, parameter['schema']),
    description: stringAt(parameter, 'description') ?? '',
  };
}

function bodyInputs(document: OpenApiDocument, own: JsonObject): OperationInput[] {
  const body = resolved(document, own['requestBody']);
  const [first] = Object.values(objectAt(body, 'content'));
  const json = jsonMedia(document, body);
  const media = json['schema'] === undefined ? resolved(document, first) : json;
  const shape = shapeOf(document, media['schema']);
  const [example] = examplesOf(document, media);
  return Object.entries(shape?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'body',
    required: shape?.required.includes(name) ?? false,
    schema,
    example: (isObject(example) ? example[name] : undefined) ?? firstExample(document, {}, schema),
    description: stringAt(resolved(document, schema), 'description') ?? '',
  }));
}

function firstExample(document: OpenApiDocument, owner: JsonObject, schema: unknown): unknown {
  const own = resolved(document, schema);
  return [...examplesOf(document, owner), own['example'], ...listAt(own, 'examples')].find(
    (value) => value !== undefined,
  );
}
