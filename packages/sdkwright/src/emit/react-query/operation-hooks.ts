import { isQuery } from '../../model/cache-effects.ts';
import type { CacheEffect, Group, Operation, SdkModel } from '../../model/sdk-model.ts';
import { generatedModule, type File } from '../file.ts';
import { jsdoc, operationDocumentation } from '../jsdoc.ts';
import { jsonLiteral, stringLiteral } from '../literal.ts';
import { operationsOf } from '../../model/operations-of.ts';
import { keyRoot, operationPath } from './keys-module.ts';

/** One module per group: for each operation its options factory and the hook over it. */
export function emitHooksModule(model: SdkModel, group: Group): File {
  const operations = operationsOf(model, group);
  const types = operations.flatMap(hookTypes).toSorted();
  const body = [
    coreImport(operations),
    `import { ${operations.map((operation) => operation.name).join(', ')} } from '${model.api.scope}/client/${group.file}';\n`,
    `import type { ${types.join(', ')} } from '${model.api.scope}/types/${group.file}';\n`,
    `import { clientContext } from '../client-context.ts';\n\n`,
    operations
      .map((operation) => (isQuery(operation) ? emitQuery(model, operation) : emitMutation(model, operation)))
      .join('\n'),
  ];
  return generatedModule(model, 'react-query', `groups/${group.file}.ts`, body.join(''));
}

/** The types a hook names; the result of a query without a body is `null` and needs none. */
function hookTypes(operation: Operation): string[] {
  const isBare = isQuery(operation) && operation.success.result === undefined;
  return ['Input', ...(isBare ? [] : ['Result']), 'Error'].map((suffix) => operation.typeName + suffix);
}

function coreImport(operations: readonly Operation[]): string {
  const kinds = [
    ...new Set(operations.map((operation) => (isQuery(operation) ? 'query' : 'mutation'))),
  ].toSorted();
  const names = kinds.flatMap((kind) => {
    const type = kind === 'query' ? 'Query' : 'Mutation';
    return [`${kind}Hook`, `${kind}OptionsFactory`, `type ${type}Hook`, `type ${type}OptionsFactory`];
  });
  return `import { ${names.join(', ')} } from '@sdkwright/react-query';\n`;
}

/** TanStack's own names with the operation's in front of Query: `useQuery` gives `useGetTasksQuery`. */
function emitQuery(model: SdkModel, operation: Operation): string {
  const { name, typeName } = operation;
  const types = `${typeName}Input, ${resultType(operation)}, ${typeName}Error`;
  const factory = `${name}QueryOptions`;
  return [
    jsdoc([
      `Query options of \`${name}\`, for \`useQuery\`, \`prefetch\` and the like.`,
      '',
      ...operationDocumentation(operation),
    ]),
    `export const ${factory}: QueryOptionsFactory<${types}> = /* @__PURE__ */ queryOptionsFactory(${name}, ${keyStart(model, operation)});\n\n`,
    jsdoc(operationDocumentation(operation)),
    `export const use${typeName}Query: QueryHook<${types}> = /* @__PURE__ */ queryHook(${factory}, clientContext);\n`,
  ].join('');
}

function emitMutation(model: SdkModel, operation: Operation): string {
  const { name, typeName } = operation;
  const types = `${typeName}Input, ${typeName}Result, ${typeName}Error`;
  const factory = `${name}MutationOptions`;
  return [
    jsdoc([
      `Mutation options of \`${name}\`, for \`useMutation\`.`,
      '',
      ...operationDocumentation(operation),
    ]),
    `export const ${factory}: MutationOptionsFactory<${types}> = /* @__PURE__ */ mutationOptionsFactory(${name}, ${keyStart(model, operation)}${effectsArgument(model, operation)});\n\n`,
    jsdoc(operationDocumentation(operation)),
    `export const use${typeName}Mutation: MutationHook<${types}> = /* @__PURE__ */ mutationHook(${factory}, clientContext);\n`,
  ].join('');
}

function effectsArgument(model: SdkModel, operation: Operation): string {
  const effects = operation.cacheEffects.map((effect) => effectLiteral(model, effect));
  return effects.length === 0 ? '' : `, [${effects.join(', ')}]`;
}

/** The runtime's spelling of an effect; the reason is for people and stays out of bundles. */
function effectLiteral(model: SdkModel, { query: id, kind, match, fill }: CacheEffect): string {
  const query = model.operations.find((operation) => operation.id === id);
  const answer = kind === 'remove' ? null : fill?.fromAnswer;
  return jsonLiteral([
    query?.group,
    query?.method,
    fill?.fromInput ?? match,
    ...(answer === undefined ? [] : [answer]),
  ]);
}

/** A query may not give `undefined`; where there is no body it gives `null`. */
function resultType(operation: Operation): string {
  return operation.success.result === undefined ? 'null' : `${operation.typeName}Result`;
}

/** What a key begins with, as two arguments. */
function keyStart(model: SdkModel, operation: Operation): string {
  return `${stringLiteral(keyRoot(model))}, ${operationPath(operation)}`;
}
