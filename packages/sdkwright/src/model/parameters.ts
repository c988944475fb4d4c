import { allows } from './allows.ts';
import type { CollectedOperation, CollectedParameter } from './collect-operations.ts';
import { examplesOf, schemaExample } from './examples.ts';
import { fieldAt, isObject, listAt, objectAt, stringAt, type JsonObject } from './json.ts';
import { preferredMediaType, schemaField } from './media-types.ts';
import { dereference } from './pointer.ts';
import type { Parameter, Schema } from './sdk-model.ts';
import { sentPath } from './sent-path.ts';

/** The names in a path template (OpenAPI 3.1, section 4.8.2); what is no name is sent as it stands. */
export function namesInPath(path: string): string[] {
  return [...new Set([...sentPath({ path }).matchAll(/\{([\w.-]+)\}/g)].map(([, name = '']) => name))];
}

/** What an operation takes: in its path the names that are there, be they described or not. */
export function parametersOf({ path, parameters }: CollectedOperation): CollectedParameter[] {
  const names = namesInPath(path);
  const kept = parameters.filter(({ in: place, name }) => place !== 'path' || path.includes(`{${name}}`));
  const undescribed = names.filter(
    (name) => !kept.some((parameter) => parameter.in === 'path' && parameter.name === name),
  );
  const simple = {
    in: 'path',
    required: true,
    style: 'simple',
    explode: false,
    allowReserved: false,
  } as const;
  return [...undescribed.map((name) => ({ name, ...simple })), ...kept];
}

/** A parameter of an operation, its own or one of its path, as its document has it. */
export function buildParameter(
  document: JsonObject,
  pathItem: JsonObject,
  operation: JsonObject,
  collected: CollectedParameter,
  pointer: string,
): Parameter {
  const matches = (value: unknown): boolean =>
    stringAt(value, 'name') === collected.name && stringAt(value, 'in') === collected.in;
  const raw = parametersIn(document, pathItem, operation).find(matches);
  const schema = raw ? parameterSchema(raw) : { type: 'string' };
  const example =
    examplesOf(document, raw ?? {}, pointer).find(({ value }) => allows(document, schema, value))?.value ??
    schemaExample(document, dereference(document, schema));
  const mediaType = preferredMediaType(Object.keys(objectAt(raw, 'content')));
  return {
    ...collected,
    ...(mediaType === undefined ? {} : { mediaType }),
    schema: withDocumentation(schema, raw ?? {}),
    pointer: `${pointer}/parameters/${collected.in}/${collected.name}`,
    // A parameter is a text on the wire, and null is none.
    ...(example === undefined || example === null ? {} : { example }),
  };
}

/** All that are documented: those of the operation before those of its path, whose place they take. */
export function parametersIn(
  document: JsonObject,
  pathItem: JsonObject,
  operation: JsonObject,
): JsonObject[] {
  return [operation, pathItem]
    .flatMap((holder) => listAt(holder, 'parameters'))
    .map((value) => dereference(document, value))
    .filter((value) => value !== undefined);
}

/** The schema of a parameter or a header, which may stand in its `content`. */
export function parameterSchema(parameter: JsonObject): Schema {
  const content = objectAt(parameter, 'content');
  const mediaType = preferredMediaType(Object.keys(content));
  return (
    schemaField(parameter) ?? (mediaType === undefined ? undefined : schemaField(content[mediaType])) ?? {}
  );
}

/** A parameter's own prose says more than that of its schema. */
export function withDocumentation(schema: Schema, parameter: JsonObject): Schema {
  if (!isObject(schema)) return schema;
  const documented = ['description', 'deprecated', 'example', 'x-evidence', 'x-evidence-note'];
  const added = documented
    .map((key) => [key, fieldAt(parameter, key)] as const)
    .filter(([, value]) => value !== undefined);
  return { ...schema, ...Object.fromEntries(added) };
}
