import type { Group, Operation, SdkModel } from '../../model/sdk-model.ts';
import { generatedModule, type File } from '../file.ts';
import { jsdoc, operationDocumentation } from '../jsdoc.ts';
import { jsonLiteral, propertyKey, singleLine } from '../literal.ts';
import { referencedSchemas } from '../types/references.ts';
import { createSchemaPrinter } from '../types/schema-printer.ts';
import { operationsOf } from '../../model/operations-of.ts';
import { groupInterface } from '../../model/settle-names.ts';
import { pageOrderName } from './page-orders-module.ts';
import { callKind, callTypes, operationTypes } from './operation-module.ts';

/** The client class with all operations as methods. */
export function emitClientModule(model: SdkModel): File {
  const body = [
    imports(model),
    emitClientInputs(model),
    ...model.groups.map((group) => emitGroupInterface(model, group)),
    emitClass(model),
  ];
  return generatedModule(model, 'client', 'client.ts', body.join('\n'));
}

function imports(model: SdkModel): string {
  return [
    `import { ${runtimeNames(model).join(', ')} } from '@sdkwright/runtime';\n`,
    `import { api } from './runtime.ts';\n`,
    // No group is called with a dollar sign.
    ...(model.operations.some(({ pagination }) => pagination)
      ? [`import * as $$orders from './page-orders.ts';\n`]
      : []),
    ...model.groups.flatMap((group) => {
      const types = operationsOf(model, group).flatMap(operationTypes).toSorted();
      return [
        `import * as $${group.name} from './descriptors/${group.file}.ts';\n`,
        `import type { ${types.join(', ')} } from '${model.api.scope}/types/${group.file}';\n`,
      ];
    }),
    clientInputImport(model),
  ].join('');
}

function runtimeNames(model: SdkModel): string[] {
  const { operations } = model;
  const kinds = new Set(operations.map(callKind));
  return [
    ...(operations.length > 0 ? ['bind'] : []),
    'Client',
    ...(kinds.has('Paginated') ? ['paged'] : []),
    ...(operations.length > 0 ? ['type Args'] : []),
    ...(kinds.has('') ? ['type Call'] : []),
    'type ClientOptions',
    ...(kinds.has('Event') ? ['type EventCall'] : []),
    ...(kinds.has('Paginated') ? ['type PaginatedCall'] : []),
    ...(operations.some(({ success }) => success.headers) ? ['type WithHeaders'] : []),
  ];
}

/** The named schemas of inputs that the client is given. */
function clientInputImport(model: SdkModel): string {
  const schemas = referencedSchemas(model, ...model.api.clientInputs.map((input) => input.schema));
  const names = schemas.map((schema) => schema.name).join(', ');
  return names === '' ? '' : `import type { ${names} } from '${model.api.scope}/types';\n`;
}

/** What the client with all operations knows beside that. */
function descriptionLiteral({ api }: SdkModel): string {
  const more = {
    inputs: api.clientInputs.length === 0 ? undefined : api.clientInputs.map((input) => input.name),
    userAgent: `${api.scope}/client/${api.packageVersion} (${singleLine(api.version)})`,
  };
  return `{ api, ${jsonLiteral(more).slice('{ '.length)}`;
}

function emitClientInputs(model: SdkModel): string {
  const { api } = model;
  const properties = Object.fromEntries(api.clientInputs.map((input) => [input.name, input.schema]));
  const documentation = ['Inputs that may be given once, to the client, instead of in every call.'];
  if (api.clientInputs.length === 0)
    return `${jsdoc(documentation)}export type ClientInputs = Record<never, never>;\n`;
  return createSchemaPrinter(model).declaration(
    'ClientInputs',
    { type: 'object', properties },
    documentation,
  );
}

function emitGroupInterface(model: SdkModel, group: Group): string {
  const methods = operationsOf(model, group)
    .map((operation) => emitMethod(model, operation))
    .join('\n');
  const documentation = [group.description ?? `${group.title}.`];
  return `${jsdoc(documentation)}export interface ${groupInterface(group)}<Given extends PropertyKey = never> {\n${methods}}\n`;
}

function emitMethod(model: SdkModel, operation: Operation): string {
  const input = `${operation.typeName}Input`;
  const call = `${callKind(operation)}Call<${callTypes(model, operation).join(', ')}>`;
  return `${jsdoc(operationDocumentation(operation))}${propertyKey(operation.method)}(...args: Args<${input}, Given>): ${call};\n`;
}

function descriptorOf(model: SdkModel, group: Group, operation: Operation): string {
  const descriptor = `$${group.name}.${operation.name}`;
  return operation.pagination
    ? `paged(${descriptor}, $$orders.${pageOrderName(model, operation)})`
    : descriptor;
}

function emitClass(model: SdkModel): string {
  const { api, groups } = model;
  const properties = groups.map((group) => {
    const methods = operationsOf(model, group).map(
      (operation) => `${propertyKey(operation.method)}: ${descriptorOf(model, group, operation)}`,
    );
    const documentation = jsdoc([group.description ?? `${group.title}.`]);
    return `${documentation}readonly ${group.name}: ${groupInterface(group)}<Given> = bind<${groupInterface(group)}<Given>>(this, { ${methods.join(', ')} });\n`;
  });
  const documentation = [`Client of ${api.title} ${api.version}: every operation as a method, by group.`];
  return [
    jsdoc(documentation),
    `export class ${api.name}<Given extends keyof ClientInputs = never> extends Client<Given> {\n`,
    properties.join('\n'),
    '\n// The first signature is for all inputs given: it is the one that TypeScript can infer `Given` from.\n',
    'constructor(options: ClientOptions & Required<Pick<ClientInputs, Given>>);\n',
    'constructor(options?: ClientOptions & Partial<ClientInputs>);\n',
    `constructor(options?: ClientOptions) { super(${descriptionLiteral(model)}, options); }\n}\n`,
  ].join('');
}
