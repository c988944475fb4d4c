import { operationsOf } from '../../model/operations-of.ts';
import type { ErrorResponse, Group, Operation, SdkModel } from '../../model/sdk-model.ts';
import { generatedModule, type File } from '../file.ts';
import { jsdoc, operationDocumentation } from '../jsdoc.ts';
import { emitEnumValues, type EnumConstants } from './enum-values.ts';
import { statuses } from './statuses.ts';
import { emitHeaders, errorHeaders } from './header-types.ts';
import { importSchemas, referencedSchemas } from './references.ts';
import type { SchemaPrinter } from './schema-printer.ts';

/** One module per group: input, result, response and error type of each of its operations. */
export function emitOperationTypes(
  model: SdkModel,
  printer: SchemaPrinter,
  constants: EnumConstants,
  group: Group,
): File {
  const operations = operationsOf(model, group);
  const schemas = referencedSchemas(model, ...operations.flatMap(schemasOf));
  const reexports = schemas.map((schema) => `export * from '../schemas/${schema.file}.ts';\n`).join('');
  const [body, printed] = printer.printedBy(() =>
    operations.map((operation) => emitOperation(printer, constants, operation)).join('\n'),
  );
  return generatedModule(
    model,
    'types',
    `groups/${group.file}.ts`,
    `${importSchemas(printed, '../schemas')}${reexports}\n${body}`,
  );
}

function schemasOf(operation: Operation): unknown[] {
  return [
    operation.input.schema,
    operation.success.schema,
    operation.success.events?.schema,
    ...operation.errors.map((error) => error.schema),
  ];
}

function emitOperation(printer: SchemaPrinter, constants: EnumConstants, operation: Operation): string {
  const { typeName, input, success } = operation;
  const takesInput = input.fields.length > 0;
  return [
    takesInput
      ? printer.declaration(`${typeName}Input`, input.schema, [
          `Input of \`${operation.name}\`.`,
          '',
          ...operationDocumentation(operation),
        ])
      : `/** \`${operation.name}\` takes no input. */\nexport type ${typeName}Input = Record<string, never>;\n`,
    emitEnumValues(constants.operations, operation.name, input.schema),
    `\n/** What awaiting \`${operation.name}\` gives${success.redirects === 'result' ? ': where it redirects to' : ''}. */\nexport type ${typeName}Result = ${resultType(printer, operation)};\n`,
    success.schema === undefined
      ? `\n/** \`${operation.name}\` answers without a body. */\nexport type ${typeName}Response = undefined;\n`
      : `\n${printer.declaration(`${typeName}Response`, success.schema, [responseText(operation)])}`,
    success.events
      ? `\n${printer.declaration(`${typeName}Event`, success.events.schema, [`The data of an event that \`${operation.name}\` answers with.`])}`
      : '',
    emitHeaders(operation),
    `\n${emitErrors(printer, operation)}`,
  ].join('');
}

function responseText({ name, success }: Operation): string {
  return success.redirects === 'result'
    ? `Where \`${name}\` redirects to, ${statuses(success)}.`
    : `The whole body \`${name}\` answers with, ${statuses(success)}.`;
}

function resultType(printer: SchemaPrinter, { success }: Operation): string {
  if (success.result === undefined) return 'void';
  const type = printer.type(success.result);
  return success.resultOptional && type !== 'unknown' ? `${type} | undefined` : type;
}

function emitErrors(printer: SchemaPrinter, operation: Operation): string {
  const members = operation.errors.map((error) => {
    const body = error.schema === undefined ? 'undefined' : printer.type(error.schema);
    return `  | { readonly status: ${statusType(error, operation)}; readonly body: ${body}${errorHeaders(error.headers)} }`;
  });
  const type = members.length === 0 ? ' never' : `\n${members.join('\n')}`;
  return `${jsdoc([`What \`${operation.name}\` is documented to fail with, by status.`])}export type ${operation.typeName}Error =${type};\n`;
}

/** The client and server errors of the IANA registry, which a range such as `4XX` stands for. */
const registered: Readonly<Record<string, readonly number[]>> = {
  '4XX': [...range(400, 418), 421, ...range(422, 426), 428, 429, 431, 451],
  '5XX': [...range(500, 508), 511],
};

/** The numbers a documented status stands for, as a type: a range without those that are documented by themselves. */
export function statusType({ status }: ErrorResponse, { errors }: Pick<Operation, 'errors'>): string {
  if (/^\d{3}$/.test(status)) return status;
  const others = registered[status.toUpperCase()]?.filter(
    (number) => !errors.some((error) => error.status === String(number)),
  );
  if (!others) return 'number';
  return others.length > 0 ? others.join(' | ') : 'never';
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
