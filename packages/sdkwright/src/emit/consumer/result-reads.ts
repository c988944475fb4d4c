import type { Operation, SdkModel } from '../../model/sdk-model.ts';
import { fieldReads } from './field-reads.ts';

/** Holds a result against the type it had, and reads every field; nothing where there is none. */
export function resultReads(model: SdkModel, operation: Operation, expression: string, absent = ''): string {
  const { success, typeName } = operation;
  if (success.result === undefined) return '';
  const place = { schema: success.result, pointer: `${success.pointer}/result` };
  return [
    `check<Expected.${typeName}Result${absent}>(${expression});\n`,
    ...fieldReads(model, place, expression),
  ].join('');
}

/** The same for the whole body. */
export function bodyReads(model: SdkModel, operation: Operation, expression: string): string {
  const { success, typeName } = operation;
  if (success.schema === undefined) return '';
  const place = { schema: success.schema, pointer: `${success.pointer}/schema` };
  return [
    `check<Expected.${typeName}Response${success.bodyOptional ? ' | undefined' : ''}>(${expression});\n`,
    ...fieldReads(model, place, expression),
  ].join('');
}
