import { isQuery } from '../../model/cache-effects.ts';
import { operationsOf } from '../../model/operations-of.ts';
import type { CacheEffect, Group, Operation, SdkModel } from '../../model/sdk-model.ts';
import { itemType } from '../client/operation-module.ts';
import { pageOrderName } from '../client/page-orders-module.ts';
import { generatedModule, type File } from '../file.ts';
import { jsdoc, operationDocumentation } from '../jsdoc.ts';
import { jsonLiteral, objectKey, stringLiteral } from '../literal.ts';
import { operationWithId } from '../model-index.ts';
import type { QueryNames } from './hook-names.ts';
import { keyRoot, operationPath, unkeyedFields } from './keys-module.ts';

/** One module per group: for each operation its options factory and the hooks over it. */
export function emitHooksModule(
  model: SdkModel,
  group: Group,
  namesOf: (query: Operation) => QueryNames,
): File {
  const operations = operationsOf(model, group);
  const types = operations.flatMap(hookTypes).toSorted();
  const body = [
    coreImport(model, operations),
    `import * as $descriptors from '${model.api.scope}/client/descriptors/${group.file}';\n`,
    ...(operations.some((operation) => isQuery(operation) && operation.pagination)
      ? [`import * as $orders from '${model.api.scope}/client/page-orders';\n`]
      : []),
    `import type { ${types.join(', ')} } from '${model.api.scope}/types/${group.file}';\n`,
    `import { clientContext, type Given } from '../client-context.ts';\n\n`,
    operations
      .map((operation) =>
        isQuery(operation)
          ? [
              ...emitQuery(model, operation, namesOf(operation)),
              ...(operation.pagination ? emitInfinite(model, operation, namesOf(operation)) : []),
            ]
          : emitMutation(model, operation),
      )
      .flat()
      .join('\n'),
  ];
  return generatedModule(model, 'react-query', `groups/${group.file}.ts`, body.join(''));
}

/** The types a hook names; the result of a query without a body is `null` and needs none. */
function hookTypes(operation: Operation): string[] {
  const isBare = isQuery(operation) && operation.success.result === undefined;
  const suffixes = [
    'Input',
    ...(isBare ? [] : ['Result']),
    'Error',
    ...(isQuery(operation) && operation.pagination ? ['Response'] : []),
  ];
  return suffixes.map((suffix) => operation.typeName + suffix);
}

/** What the hooks of each kind of operation are made with. */
const makers = {
  query: ['queryHook', 'queryOptionsFactory', 'suspenseQueryHook'],
  infinite: ['infiniteQueryHook', 'infiniteQueryOptionsFactory', 'suspenseInfiniteQueryHook'],
  mutation: ['mutationHook', 'mutationOptionsFactory'],
};

function coreImport({ api }: SdkModel, operations: readonly Operation[]): string {
  const kinds = operations.flatMap((operation): (keyof typeof makers)[] =>
    isQuery(operation) ? (operation.pagination ? ['query', 'infinite'] : ['query']) : ['mutation'],
  );
  const values = [...new Set(kinds)].flatMap((kind) => makers[kind]).toSorted();
  const types = values.map((name) => `type ${name.charAt(0).toUpperCase()}${name.slice(1)}`);
  const names = [...(api.exactInt64 ? ['exactKey'] : []), ...values, ...types];
  return `import { ${names.join(', ')} } from '@sdkwright/react-query';\n`;
}

function emitQuery(model: SdkModel, operation: Operation, names: QueryNames): string[] {
  const { name, typeName } = operation;
  const types = `${typeName}Input, ${resultType(operation)}, ${typeName}Error`;
  return [
    options(
      operation,
      `Query options of \`${name}\`, for \`useQuery\`, \`queryClient.query\` and the like.`,
      {
        name: names.options,
        type: `QueryOptionsFactory<${types}>`,
        value: `queryOptionsFactory($descriptors.${name}, ${keyStart(model, operation)}${unkeyedArgument(operation)})`,
      },
    ),
    hook(operation, names.hook, `QueryHook<${types}, Given>`, `queryHook(${names.options}`),
    hook(
      operation,
      names.suspenseHook,
      `SuspenseQueryHook<${types}, Given>`,
      `suspenseQueryHook(${names.options}`,
    ),
  ];
}

function emitInfinite(model: SdkModel, operation: Operation, names: QueryNames): string[] {
  const { name, typeName } = operation;
  const types = `${typeName}Input, ${typeName}Response, ${typeName}Error`;
  const title = `Infinite query options of \`${name}\`, for \`useInfiniteQuery\`, \`queryClient.infiniteQuery\` and the like. Each page is a whole body; \`.items(data)\` gives the items of all.`;
  return [
    options(operation, title, {
      name: names.infiniteOptions,
      type: `InfiniteQueryOptionsFactory<${types}, ${itemType(model, operation)}>`,
      value: `infiniteQueryOptionsFactory($descriptors.${name}, $orders.${pageOrderName(model, operation)}, ${keyStart(model, operation)}${unkeyedArgument(operation)})`,
    }),
    hook(
      operation,
      names.infiniteHook,
      `InfiniteQueryHook<${types}, Given>`,
      `infiniteQueryHook(${names.infiniteOptions}`,
    ),
    hook(
      operation,
      names.suspenseInfiniteHook,
      `SuspenseInfiniteQueryHook<${types}, Given>`,
      `suspenseInfiniteQueryHook(${names.infiniteOptions}`,
    ),
  ];
}

function emitMutation(model: SdkModel, operation: Operation): string[] {
  const { name, typeName } = operation;
  const types = `${typeName}Input, ${typeName}Result, ${typeName}Error`;
  const factory = `${name}MutationOptions`;
  return [
    options(operation, `Mutation options of \`${name}\`, for \`useMutation\`.`, {
      name: factory,
      type: `MutationOptionsFactory<${types}>`,
      value: `mutationOptionsFactory($descriptors.${name}, ${keyStart(model, operation)}${effectsArgument(model, operation)})`,
    }),
    hook(operation, `use${typeName}Mutation`, `MutationHook<${types}, Given>`, `mutationHook(${factory}`),
  ];
}

function options(
  operation: Operation,
  title: string,
  { name, type, value }: { readonly name: string; readonly type: string; readonly value: string },
): string {
  const documentation = jsdoc([title, '', ...operationDocumentation(operation)]);
  return `${documentation}export const ${name}: ${type} = /* @__PURE__ */ ${value};\n`;
}

function hook(operation: Operation, name: string, type: string, start: string): string {
  const documentation = jsdoc(operationDocumentation(operation));
  return `${documentation}export const ${name}: ${type} = /* @__PURE__ */ ${start}, clientContext);\n`;
}

function effectsArgument(model: SdkModel, operation: Operation): string {
  const effects = operation.cacheEffects.map((effect) => effectLiteral(model, effect));
  return effects.length === 0 ? '' : `, [${effects.join(', ')}]`;
}

/** The runtime's spelling of an effect; the reason is for people and stays out of bundles. */
function effectLiteral(model: SdkModel, { query: id, kind, match, fill }: CacheEffect): string {
  const query = operationWithId(model, id);
  const answer = kind === 'remove' ? null : fill?.fromAnswer;
  const hidden = query ? unkeyedFields(query) : [];
  return jsonLiteral([
    query?.group,
    query?.method,
    (fill?.fromInput ?? match).filter((name) => !hidden.includes(name)),
    ...(answer === undefined ? [] : [answer]),
  ]);
}

function unkeyedArgument(operation: Operation): string {
  const fields = unkeyedFields(operation).map((name) => `${objectKey(name)}: undefined`);
  return fields.length === 0 ? '' : `, { ${fields.join(', ')} }`;
}

/** A query may not give `undefined`; where there is no body, or no data in its envelope, it gives `null`. */
function resultType({ typeName, success }: Operation): string {
  if (success.result === undefined) return 'null';
  return success.resultOptional ? `Exclude<${typeName}Result, undefined> | null` : `${typeName}Result`;
}

/** What a key begins with, as two arguments. */
function keyStart(model: SdkModel, operation: Operation): string {
  return `${stringLiteral(keyRoot(model))}, ${operationPath(model, operation)}`;
}
