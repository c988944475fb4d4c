import { fieldAt, listAt, objectAt } from '../../model/json.ts';
import type { NamedSchema, Operation, SdkModel } from '../../model/sdk-model.ts';
import { generatedModule, type File } from '../file.ts';
import { jsdoc } from '../jsdoc.ts';
import { jsonLiteral, stringLiteral } from '../literal.ts';
import { statusType } from '../types/operation-types.ts';

interface TypedExample {
  readonly pointer: string;
  readonly type: string;
  readonly value: unknown;
}

/** Assigns every example of the document to its TypeScript type; the compiler is the test. */
export function emitExampleTypes(model: SdkModel): File {
  const examples = [...model.operations.flatMap(operationExamples), ...model.schemas.flatMap(schemaExamples)];
  const body = [
    `import type * as Types from '${model.api.scope}/types';\n\n`,
    ...examples.map(
      ({ pointer, type, value }, index) =>
        `${jsdoc([pointer])}export const example${index}: ${type} = ${jsonLiteral(value)};\n`,
    ),
  ];
  return generatedModule(model, 'contract-tests', 'example-types.ts', body.join(''));
}

function operationExamples(operation: Operation): TypedExample[] {
  const { typeName, body, input, success, errors } = operation;
  const bodyType =
    input.layout === 'nested'
      ? `Types.${typeName}Input['body']`
      : `Pick<Types.${typeName}Input, ${bodyNames(operation)}>`;
  return [
    ...(body?.examples ?? []).map((example) => ({ ...example, type: bodyType })),
    ...success.examples.map((example) => ({ ...example, type: `Types.${typeName}Response` })),
    ...errors.flatMap((error) =>
      error.examples.map((example) => ({
        ...example,
        type: `Extract<Types.${typeName}Error, { readonly status: ${statusType(error, operation)} }>['body']`,
      })),
    ),
    ...operation.parameters.flatMap((parameter) => parameterExample(operation, parameter)),
  ];
}

function bodyNames({ input }: Operation): string {
  const names = input.fields.filter((field) => field.in === 'body').map((field) => stringLiteral(field.name));
  return names.length === 0 ? 'never' : names.join(' | ');
}

function parameterExample(operation: Operation, parameter: Operation['parameters'][number]): TypedExample[] {
  if (parameter.example === undefined) return [];
  const section = operation.input.layout === 'nested' ? `[${stringLiteral(parameter.in)}]` : '';
  const owner =
    section === ''
      ? `Types.${operation.typeName}Input`
      : `NonNullable<Types.${operation.typeName}Input${section}>`;
  return [
    {
      pointer: parameter.pointer,
      type: `${owner}[${stringLiteral(parameter.name)}]`,
      value: parameter.example,
    },
  ];
}

function schemaExamples({ name, pointer, schema }: NamedSchema): TypedExample[] {
  return examplesBelow(pointer, `Types.${name}`, schema);
}

/** The schema's own examples, those of its properties and of its items; an optional field's type without `undefined`. */
function examplesBelow(pointer: string, type: string, schema: unknown): TypedExample[] {
  const single = fieldAt(schema, 'example');
  const values = single === undefined ? listAt(schema, 'examples') : [single];
  const items = fieldAt(schema, 'items');
  return [
    ...values.map((value, index) => ({ pointer: `${pointer}/examples/${index}`, type, value })),
    ...Object.entries(objectAt(schema, 'properties')).flatMap(([key, property]) =>
      examplesBelow(`${pointer}/properties/${key}`, `${definite(type)}[${stringLiteral(key)}]`, property),
    ),
    ...(items === undefined ? [] : examplesBelow(`${pointer}/items`, `${definite(type)}[number]`, items)),
  ];
}

function definite(type: string): string {
  return type.startsWith('Types.') && !type.includes('[') ? type : `NonNullable<${type}>`;
}
