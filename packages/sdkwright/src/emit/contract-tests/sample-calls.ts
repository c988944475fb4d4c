import { allows } from '../../model/allows.ts';
import { fieldAt, isObject, stringAt, type JsonObject } from '../../model/json.ts';
import { sampleSchema } from '../../model/sample.ts';
import type { Operation, Parameter, RequestBody, SdkModel } from '../../model/sdk-model.ts';
import { sentPath } from '../../model/sent-path.ts';

/** What a call is made with, what must arrive, and what comes back. */
export interface SampleCall {
  readonly name: 'required' | 'all';
  readonly input: JsonObject;
  readonly request: SampleRequest;
}

export interface SampleRequest {
  /** Path below the base URL, values encoded. */
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly body?: unknown;
  readonly contentType?: string;
}

/** One call with what must be given and, where there is more, one with everything. */
export function sampleCalls(model: SdkModel, operation: Operation): SampleCall[] {
  const required = sampleCall(model, operation, 'required');
  const all = sampleCall(model, operation, 'all');
  return JSON.stringify(required.input) === JSON.stringify(all.input) ? [all] : [required, all];
}

function sampleCall(model: SdkModel, operation: Operation, name: SampleCall['name']): SampleCall {
  const parameters = operation.parameters
    .filter((parameter) => parameter.required || name === 'all')
    .map((parameter) => [parameter, sampleValue(model, parameter)] as const);
  const sendsBody = operation.body && (operation.body.required || name === 'all');
  const body = operation.body && sendsBody ? sampleBody(model, operation, operation.body, name) : undefined;
  return {
    name,
    input: operation.input.layout === 'flat' ? flatInput(parameters, body) : nestedInput(parameters, body),
    request: {
      path: fillPath(sentPath(operation), parameters),
      query: parameters
        .filter(([parameter]) => parameter.in === 'query')
        .flatMap(([parameter, value]) => queryPairs(parameter, value)),
      ...(body === undefined ? {} : { body: operation.body?.kind === 'text' ? String(body) : body }),
      ...(body === undefined || !operation.body ? {} : { contentType: operation.body.mediaType }),
    },
  };
}

function sampleValue({ document }: SdkModel, parameter: Parameter): unknown {
  const { example, schema, style, mediaType } = parameter;
  const value = example ?? sampleSchema(document, schema);
  // No style but these says how an object within an object is written.
  if (isObject(value) && style !== 'deepObject' && mediaType === undefined)
    return Object.fromEntries(Object.entries(value).filter(([, field]) => ![field].flat().some(isObject)));
  // A number is a text on the wire: where it may be either, who reads it cannot tell which of the two it is.
  const isEither = typeof value === 'number' && allows(document, schema, 'text');
  return isEither && example === undefined ? 'text' : value;
}

type Value = readonly [parameter: Parameter, value: unknown];

/** The document's example of that name, where its schema allows it; else everything, or what is required of it. */
function sampleBody(
  model: SdkModel,
  { input }: Operation,
  body: RequestBody,
  name: SampleCall['name'],
): unknown {
  const examples = body.examples.filter(({ value }) => allows(model.document, body.schema, value));
  const named = examples.find((example) => example.name === name);
  const first = named ?? examples[0];
  const whole = first ? first.value : sampleSchema(model.document, body.schema);
  if (input.layout === 'nested' || !isObject(whole)) return whole;
  // An example may show fields that the schema does not have.
  const fields = input.fields.filter((field) => field.in === 'body' && Object.hasOwn(whole, field.name));
  const shown = (some: typeof fields): JsonObject =>
    Object.fromEntries(some.map((field) => [field.name, whole[field.name]]));
  if (named || name === 'all') return shown(fields);
  const least = shown(fields.filter(({ required }) => required));
  // A form without fields has no bytes, which servers take for no body at all.
  const isNone = (body.kind === 'form' || body.kind === 'multipart') && Object.keys(least).length === 0;
  // A schema may want one of several fields, or any two.
  return !isNone && allows(model.document, body.schema, least) ? least : shown(fields);
}

function flatInput(parameters: readonly Value[], body: unknown): JsonObject {
  const fromParameters = Object.fromEntries(parameters.map(([parameter, value]) => [parameter.name, value]));
  return isObject(body) ? { ...fromParameters, ...body } : fromParameters;
}

function nestedInput(parameters: readonly Value[], body: unknown): JsonObject {
  const sections: Record<string, Record<string, unknown>> = {};
  for (const [parameter, value] of parameters) (sections[parameter.in] ??= {})[parameter.name] = value;
  return body === undefined ? sections : { ...sections, body };
}

function fillPath(path: string, parameters: readonly Value[]): string {
  const values = new Map(
    parameters
      .filter(([parameter]) => parameter.in === 'path')
      .map(([parameter, value]) => [parameter.name, value]),
  );
  return path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(String(values.get(name))));
}

/** `form` style: repeated names when exploded, one comma-separated value when not (OpenAPI 3.1, section 4.8.12.2). */
function queryPairs({ name, explode }: Parameter, value: unknown): [string, string][] {
  const key = encodeURIComponent(name);
  if (!Array.isArray(value)) return [[key, encoded(value)]];
  return explode ? value.map((item: unknown) => [key, encoded(item)]) : [[key, value.map(encoded).join(',')]];
}

function encoded(value: unknown): string {
  return encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value));
}

/** What awaiting the call must give for a body, by the envelope's rule. */
export function expectedResult(model: SdkModel, operation: Operation, body: unknown): unknown {
  const { envelope } = model.api;
  return envelope && operation.success.unwrapped ? fieldAt(body, stringAt(envelope, 'data') ?? '') : body;
}
