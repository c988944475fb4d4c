import { isObject, type JsonObject } from './json.ts';
import { objectShape } from './object-shape.ts';
import type { Input, InputField, Parameter, ParameterLocation, RequestBody, Schema } from './sdk-model.ts';

const locations: readonly ParameterLocation[] = ['path', 'query', 'header', 'cookie'];

/** Puts parameters and body together to what a call takes; flat wherever no name is meant twice. */
export function buildInput(
  document: JsonObject,
  parameters: readonly Parameter[],
  body: RequestBody | undefined,
): Input {
  const fromParameters = parameters.map(parameterField);
  const fromBody = body ? bodyFields(document, body) : [];
  const names = [...fromParameters, ...(fromBody ?? [])].map((field) => field.name);
  return fromBody && new Set(names).size === names.length
    ? flatInput([...fromParameters, ...fromBody])
    : nestedInput(parameters, body);
}

interface Field extends InputField {
  readonly schema: Schema;
}

function parameterField(parameter: Parameter): Field {
  const { name, required, schema } = parameter;
  return { name, in: parameter.in, required, schema };
}

/** Undefined where the body cannot be spread over the input: no plain object, or optional as a whole. */
function bodyFields(document: JsonObject, body: RequestBody): Field[] | undefined {
  const hasFields = body.kind === 'json' || body.kind === 'form' || body.kind === 'multipart';
  const shape = hasFields ? objectShape(document, body.schema) : undefined;
  if (!shape || (!body.required && shape.required.size > 0)) return undefined;
  return shape.properties.map(([name, schema]) => ({
    name,
    in: 'body',
    required: shape.required.has(name),
    schema,
  }));
}

function flatInput(fields: readonly Field[]): Input {
  const required = fields.filter((field) => field.required).map((field) => field.name);
  return {
    layout: 'flat',
    required: required.length > 0,
    schema: objectSchema(fields),
    fields: fields.map(({ name, in: location, required }) => ({ name, in: location, required })),
  };
}

function nestedInput(parameters: readonly Parameter[], body: RequestBody | undefined): Input {
  const sections: Field[] = locations
    .map((location) => ({
      location,
      fields: parameters.filter((parameter) => parameter.in === location).map(parameterField),
    }))
    .filter(({ fields }) => fields.length > 0)
    .map(({ location, fields }) => ({
      name: location,
      in: location,
      required: fields.some((field) => field.required),
      schema: objectSchema(fields),
    }));
  if (body) sections.push({ name: 'body', in: 'body', required: body.required, schema: body.schema });
  return {
    layout: 'nested',
    required: sections.some((section) => section.required),
    schema: objectSchema(sections),
    fields: [...parameters.map(parameterField), ...sections.filter((section) => section.in === 'body')].map(
      ({ name, in: location, required }) => ({ name, in: location, required }),
    ),
  };
}

function objectSchema(fields: readonly Field[]): JsonObject {
  const required = fields.filter((field) => field.required).map((field) => field.name);
  return {
    type: 'object',
    properties: Object.fromEntries(
      fields.map((field) => [field.name, isObject(field.schema) ? field.schema : {}]),
    ),
    ...(required.length > 0 ? { required } : {}),
  };
}
