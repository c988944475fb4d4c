import { fieldAt } from '../../model/json.ts';
import type { ErrorResponse, Operation, SdkModel } from '../../model/sdk-model.ts';
import { statusType } from '../types/operation-types.ts';
import { isSame } from '../../model/same.ts';
import { fieldReads } from './field-reads.ts';

/** Handles every failure of a call, with no kind of it forgotten. */
export function failureReads(model: SdkModel, operation: Operation, expression: string): string {
  const isDocumented = operation.errors.length > 0;
  return [
    `switch (${expression}.kind) {\n`,
    isDocumented ? `case 'api':\n${errorReads(model, operation, expression)}break;\n` : '',
    ...['unexpected', 'connection', 'timeout', 'abort', 'decode', 'envelope', 'auth'].map(
      (kind) => `case '${kind}':\n`,
    ),
    `break;\ndefault:\nmissed(${expression});\n}\n`,
  ].join('');
}

/** Handles every documented error by its status, with none forgotten, and reads its body. */
export function errorReads(model: SdkModel, operation: Operation, expression: string): string {
  const { errors } = operation;
  // `default` stands for every number: then no list of cases is complete, and no status tells one body from another.
  if (errors.some(({ status }) => status === 'default')) return anyErrorReads(model, operation, expression);
  const statuses = errors.flatMap((error) => statusesOf(error, operation));
  return [
    `{\nconst { status } = ${expression};\nswitch (status) {\n`,
    ...new Set(statuses.map((status) => `case ${status}:\n`)),
    `break;\ndefault:\nmissed(status);\n}\n}\n`,
    ...errors.map((error) => {
      if (error.schema === undefined) return '';
      const isMeant = statusesOf(error, operation).map((status) => `${expression}.status === ${status}`);
      const place = { schema: error.schema, pointer: `${error.pointer}/schema` };
      const reads = fieldReads(model, place, `${expression}.body`).join('');
      return `if (${isMeant.join(' || ')}) {\ncheck<${bodyType(model, operation, error)}>(${expression}.body);\n${reads}}\n`;
    }),
  ].join('');
}

function statusesOf(error: ErrorResponse, operation: Operation): string[] {
  return statusType(error, operation).split(' | ');
}

/** The body as all of them together have it; field by field where they have the same. */
function anyErrorReads(model: SdkModel, operation: Operation, expression: string): string {
  const { errors } = operation;
  const types = new Set(errors.map((error) => bodyType(model, operation, error)));
  const [first, ...others] = errors;
  const isOne = first?.schema !== undefined && others.every(({ schema }) => isSame(schema, first.schema));
  return [
    `check<${[...types].join(' | ')}>(${expression}.body);\n`,
    ...(isOne
      ? fieldReads(model, { schema: first.schema ?? {}, pointer: first.pointer }, `${expression}.body`)
      : []),
  ].join('');
}

function bodyType(model: SdkModel, operation: Operation, error: ErrorResponse): string {
  if (error.schema === undefined) return 'undefined';
  const named = model.schemas.find(({ pointer }) => pointer === fieldAt(error.schema, '$ref'));
  if (named) return `Expected.${named.name}`;
  const status = statusType(error, operation);
  return `Extract<Expected.${operation.typeName}Error, { readonly status: ${status} }>['body']`;
}
