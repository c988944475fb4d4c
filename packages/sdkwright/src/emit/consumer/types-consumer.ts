import { operationsOf } from '../../model/operations-of.ts';
import type { Group, NamedSchema, Operation, SdkModel } from '../../model/sdk-model.ts';
import { reachOfSchemas } from '../../diff/reach.ts';
import type { File } from '../file.ts';
import { settleEnumConstants } from '../types/enum-values.ts';
import { consumerModule } from './consumer-module.ts';
import { errorReads } from './error-reads.ts';
import { fieldReads } from './field-reads.ts';
import { inputValues } from './input-values.ts';
import { bodyReads, resultReads } from './result-reads.ts';
import { valueLiterals } from './value-literals.ts';

/** What a program does with the types alone: build inputs, take results apart, list the values of enums. */
export function emitTypesConsumer(model: SdkModel): File[] {
  return [emitSchemas(model), ...model.groups.map((group) => emitGroup(model, group))];
}

function emitSchemas(model: SdkModel): File {
  const reach = reachOfSchemas(model);
  const { schemas, operations } = settleEnumConstants(model);
  const constants = [...new Set([...schemas.values(), ...operations.values()])];
  const body = [
    model.schemas.length > 0 ? `import type * as Types from '${model.api.scope}/types';\n` : '',
    constants.length > 0 ? `import { ${constants.join(', ')} } from '${model.api.scope}/types';\n` : '',
    ...model.schemas.map((schema) => {
      const isSeen = (direction: 'request' | 'response'): boolean =>
        (reach.get(schema.name)?.[direction].seenIn.length ?? 0) > 0;
      return [
        isSeen('response') ? emitReader(model, schema) : '',
        isSeen('request') ? emitWriter(model, schema) : '',
      ].join('');
    }),
    constants.length > 0
      ? `\nexport function useConstants(): void {\n${constants.map((name) => `read(${name});\n`).join('')}}\n`
      : '',
    'export {};\n',
  ];
  return consumerModule(model, 'types/schemas.ts', body.join(''));
}

function emitReader(model: SdkModel, schema: NamedSchema): string {
  const { name } = schema;
  const reads = fieldReads(model, schema, 'whole').join('');
  return `\nexport function read${name}(whole: Types.${name}): void {\ncheck<Expected.${name}>(whole);\n${reads}}\n`;
}

function emitWriter(model: SdkModel, schema: NamedSchema): string {
  const { name } = schema;
  const values = valueLiterals(model, schema).map((value) => `check<Types.${name}>(${value});\n`);
  return `\nexport function write${name}(): void {\n${values.join('')}}\n`;
}

function emitGroup(model: SdkModel, group: Group): File {
  const operations = operationsOf(model, group).map((operation) => emitOperation(model, operation));
  const body = `import type * as Types from '${model.api.scope}/types/${group.file}';\n${operations.join('')}`;
  return consumerModule(model, `types/${group.file}.ts`, body);
}

function emitOperation(model: SdkModel, operation: Operation): string {
  const { typeName, success, errors } = operation;
  const statements = [
    ...inputValues(model, operation).map((value) => `check<Types.${typeName}Input>(${value || '{}'});\n`),
    success.result === undefined ? `read(given<Types.${typeName}Result>());\n` : '',
    local('result', `Types.${typeName}Result`, resultReads(model, operation, 'result')),
    local('body', `Types.${typeName}Response`, bodyReads(model, operation, 'body')),
    success.events ? `check<Expected.${typeName}Event>(given<Types.${typeName}Event>());\n` : '',
    errors.length === 0
      ? `missed(given<Types.${typeName}Error>());\n`
      : local('error', `Types.${typeName}Error`, errorReads(model, operation, 'error')),
  ];
  return `\nexport function use${typeName}(): void {\n${statements.join('')}}\n`;
}

function local(name: string, type: string, statements: string): string {
  return statements === '' ? '' : `{\nconst ${name} = given<${type}>();\n${statements}}\n`;
}
