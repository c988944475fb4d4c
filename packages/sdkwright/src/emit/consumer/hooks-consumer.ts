import { isQuery } from '../../model/cache-effects.ts';
import { operationsOf } from '../../model/operations-of.ts';
import type { Group, Operation, SdkModel } from '../../model/sdk-model.ts';
import type { File } from '../file.ts';
import { propertyKey } from '../literal.ts';
import { emitReactQuery } from '../react-query/emit-react-query.ts';
import { consumerModule } from './consumer-module.ts';
import { failureReads } from './error-reads.ts';
import { inputValues } from './input-values.ts';
import { resultReads } from './result-reads.ts';

/** What a program does with the hooks: provide a client, ask, change, look at data and errors, aim at keys. */
export function emitHooksConsumer(model: SdkModel): File[] {
  const emitted = emitReactQuery(model);
  return [emitProvider(model), ...model.groups.map((group) => emitGroup(model, group, emitted))];
}

function emitProvider(model: SdkModel): File {
  const { name, scope } = model.api;
  const keys = model.operations.map(
    ({ group, method }) => `read(keys.${propertyKey(keyName(group))}.${propertyKey(keyName(method))});\n`,
  );
  const body = [
    `import { keys, ${name}Provider, use${name} } from '${scope}/react-query';\n\n`,
    `read(${name}Provider);\nread(use${name});\nread(keys.all);\n`,
    ...keys,
  ];
  return consumerModule(model, 'react-query/provider.ts', body.join(''));
}

/** `all` is the whole branch. */
function keyName(name: string): string {
  return name === 'all' ? 'all_' : name;
}

function emitGroup(model: SdkModel, group: Group, emitted: readonly File[]): File {
  const operations = operationsOf(model, group);
  const hooks = emitted.find(({ path }) => path.endsWith(`/groups/${group.file}.ts`));
  const exported = hooks ? exportedNames(hooks) : [];
  const body = [
    `import type { CoreClient } from '@sdkwright/runtime';\n`,
    `import * as Hooks from '${model.api.scope}/react-query/${group.file}';\n\n`,
    ...exported.map((name) => `read(Hooks.${name});\n`),
    ...operations.map((operation) =>
      isQuery(operation) ? emitQuery(model, operation) : emitMutation(model, operation),
    ),
  ];
  return consumerModule(model, `react-query/${group.file}.ts`, body.join(''));
}

/** Every name the module has, whatever kinds of hooks come to be in it. */
function exportedNames({ content }: File): string[] {
  return [...content.matchAll(/^export (?:const|function) ([\p{ID_Continue}$]+)/gmu)].map(
    ([, name = '']) => name,
  );
}

function emitQuery(model: SdkModel, operation: Operation): string {
  const { name, typeName } = operation;
  const values = inputValues(model, operation);
  // Where the input is not what matters, the shortest is enough.
  const least = values.at(-1) ?? '';
  const statements = [
    `const query = Hooks.use${typeName}Query(${least});\n`,
    ...values.slice(0, -1).map((value) => `Hooks.use${typeName}Query(${value});\n`),
    `Hooks.use${typeName}Query(${least || '{}'}, ${callback(operation, 'select')});\n`,
    `Hooks.${name}QueryOptions(client${least === '' ? '' : `, ${least}`});\n`,
    resultReads(model, operation, 'query.data', `${nullOf(operation)} | undefined`),
    errorOf(model, operation, 'query'),
  ];
  return consumerFunction(typeName, statements);
}

function emitMutation(model: SdkModel, operation: Operation): string {
  const { name, typeName } = operation;
  const statements = [
    `const mutation = Hooks.use${typeName}Mutation(${callback(operation, 'onSuccess')});\n`,
    ...inputValues(model, operation).map((value) => `mutation.mutate(${value});\n`),
    `read(Hooks.${name}MutationOptions(client));\n`,
    resultReads(model, operation, 'mutation.data', ' | undefined'),
    errorOf(model, operation, 'mutation'),
  ];
  return consumerFunction(typeName, statements);
}

/** Data as callbacks get it, which run when it is there. */
function callback(operation: Operation, name: 'select' | 'onSuccess'): string {
  const { success, typeName } = operation;
  const type = `Expected.${typeName}Result${name === 'select' ? nullOf(operation) : ''}`;
  return `{ ${name}: (data) => ${success.result === undefined ? 'read' : `check<${type}>`}(data) }`;
}

/** What a query gives where there is no body. */
function nullOf({ success }: Operation): string {
  return success.resultOptional ? ' | null' : '';
}

function errorOf(model: SdkModel, operation: Operation, holder: string): string {
  const reads = failureReads(model, operation, 'error');
  return `if (${holder}.error) {\nconst { error } = ${holder};\n${reads}}\n`;
}

function consumerFunction(typeName: string, statements: readonly string[]): string {
  return `\nexport function use${typeName}(client: CoreClient): void {\n${statements.join('')}}\n`;
}
