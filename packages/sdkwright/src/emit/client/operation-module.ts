import type { Group, Operation, SdkModel } from '../../model/sdk-model.ts';
import { operationsOf } from '../../model/operations-of.ts';
import { fieldAt } from '../../model/json.ts';
import { isNullable, schemaBelow } from '../../model/object-shape.ts';
import { dereference, pointerSegments } from '../../model/pointer.ts';
import { generatedModule, type File } from '../file.ts';
import { jsdoc, operationDocumentation } from '../jsdoc.ts';
import { stringLiteral } from '../literal.ts';
import { pageOrderName } from './page-orders-module.ts';

/** One module per group: a function for each of its operations, which is data and one call into the runtime. */
export function emitOperationModule(model: SdkModel, group: Group): File {
  const operations = operationsOf(model, group);
  const types = operations.flatMap(operationTypes).toSorted();
  const body = [
    runtimeImport(operations),
    `import * as $descriptors from '../descriptors/${group.file}.ts';\n`,
    ...(operations.some(({ pagination }) => pagination)
      ? [`import * as $orders from '../page-orders.ts';\n`]
      : []),
    `import type { ${types.join(', ')} } from '${model.api.scope}/types/${group.file}';\n`,
    `export type * from '${model.api.scope}/types/${group.file}';\n\n`,
    operations.map((operation) => emitOperation(model, operation)).join('\n'),
  ];
  return generatedModule(model, 'client', `groups/${group.file}.ts`, body.join(''));
}

/** The types of an operation as the types package names them: four, and those of its events and headers if it has any. */
export function operationTypes({ typeName, success }: Operation): string[] {
  const further = [...(success.events ? ['Event'] : []), ...(success.headers ? ['Headers'] : [])];
  return ['Input', 'Result', 'Error', 'Response', ...further].map((suffix) => `${typeName}${suffix}`);
}

/** What a page of a list holds: the result's items where the pointer leads to it, else the items of the body. */
export function itemType({ api, document }: SdkModel, { typeName, pagination, success }: Operation): string {
  const segments = pointerSegments(pagination?.items ?? '') ?? [];
  const [only, ...deeper] = segments;
  const list = dereference(document, schemaBelow(document, success.schema, segments));
  // Where nobody knows what an answer holds, its items are unknown too.
  if (![fieldAt(list, 'type')].flat().includes('array')) return 'unknown';
  if (success.unwrapped && deeper.length === 0 && only === api.envelope?.data) {
    const mayMiss = success.resultOptional || isNullable(list ?? {});
    return mayMiss ? `NonNullable<${typeName}Result>[number]` : `${typeName}Result[number]`;
  }
  const body = isNullable(dereference(document, success.schema) ?? {})
    ? `NonNullable<${typeName}Response>`
    : `${typeName}Response`;
  return `${segments.reduce((type, segment) => `NonNullable<${type}[${stringLiteral(segment)}]>`, body)}[number]`;
}

/** Which of the three kinds of calls an operation gives: before `Call` and before `Operation`. */
export function callKind({ pagination, success }: Operation): '' | 'Event' | 'Paginated' {
  if (pagination) return 'Paginated';
  return success.events ? 'Event' : '';
}

/**
 * The types of a call: result, error, response, what the pages or the events hold where there are such, and the
 * answer as it comes where it has documented headers.
 */
export function callTypes(model: SdkModel, operation: Operation): string[] {
  const { typeName, pagination, success } = operation;
  const event = success.events ? [`${typeName}Event`] : [];
  return [
    `${typeName}Result`,
    `${typeName}Error`,
    `${typeName}Response${success.bodyOptional ? ' | undefined' : ''}`,
    ...(pagination ? [itemType(model, operation)] : event),
    ...(success.headers ? [`WithHeaders<${typeName}Headers>`] : []),
  ];
}

function runtimeImport(operations: readonly Operation[]): string {
  const values = new Set(operations.map(({ pagination }) => (pagination ? 'paginated' : 'operation')));
  const types = new Set(operations.map((operation) => `type ${callKind(operation)}Operation`));
  if (operations.some(({ success }) => success.headers)) types.add('type WithHeaders');
  return `import { ${[...values].toSorted().join(', ')}, ${[...types].toSorted().join(', ')} } from '@sdkwright/runtime';\n`;
}

function emitOperation(model: SdkModel, operation: Operation): string {
  const types = [`${operation.typeName}Input`, ...callTypes(model, operation)];
  const type = `${callKind(operation)}Operation<${types.join(', ')}>`;
  const descriptor = `$descriptors.${operation.name}`;
  const value = operation.pagination
    ? `paginated(${descriptor}, $orders.${pageOrderName(model, operation)})`
    : `operation(${descriptor})`;
  return `${jsdoc(operationDocumentation(operation))}export const ${operation.name}: ${type} = /* @__PURE__ */ ${value};\n`;
}
