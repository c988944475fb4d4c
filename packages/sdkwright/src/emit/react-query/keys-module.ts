import { isQuery } from '../../model/cache-effects.ts';
import { operationsOf } from '../../model/operations-of.ts';
import type { Group, Operation, SdkModel } from '../../model/sdk-model.ts';
import { generatedModule, type File } from '../file.ts';
import { jsdoc } from '../jsdoc.ts';
import { jsonLiteral, propertyKey, stringLiteral } from '../literal.ts';

/** The first part of every query key of an API. */
export function keyRoot(model: SdkModel): string {
  return model.api.name.toLowerCase();
}

/** The names in a key after its scope. */
export function operationPath({ api }: SdkModel, { group, method }: Operation): string {
  const names = jsonLiteral([group, method]);
  return api.exactInt64 ? `${names.slice(0, -1)}, exactKey]` : names;
}

/** The properties of an input that are no part of its key: what is sent as header or cookie. */
export function unkeyedFields({ input }: Operation): string[] {
  const hidden = input.fields.filter((field) => field.in === 'header' || field.in === 'cookie');
  return [...new Set(hidden.map((field) => (input.layout === 'nested' ? field.in : field.name)))];
}

/** The keys of all operations by group, and what says whose they are. */
export function emitKeys(model: SdkModel): File {
  const root = stringLiteral(keyRoot(model));
  const replacer = model.api.exactInt64 ? ', exactKey' : '';
  const groups = Object.fromEntries(
    model.groups.map((group) => [group.name, operationsOf(model, group).map(({ method }) => method)]),
  );
  const body = [
    `import { cacheScopeSetter, ${model.api.exactInt64 ? 'exactKey, ' : ''}keyFactory, keysOfClient, type KeyGroups, ${model.operations.length > 0 ? 'type KeyOf, ' : ''}type SetCacheScope } from '@sdkwright/react-query';\n`,
    `import type { CoreClient } from '@sdkwright/runtime';\n`,
    ...model.groups.map((group) => inputImport(model, group)),
    `export { keyVersion } from '@sdkwright/react-query';\n\n`,
    ...model.groups.map((group) => emitGroupKeys(model, group)),
    emitAllKeys(model),
    `const groups: KeyGroups = ${jsonLiteral(groups)};\n\n`,
    jsdoc([
      `Keys to aim at cached entries with: \`queryClient.invalidateQueries({ queryKey: keys.all })\`. They are those of the first client that a page uses; \`keysOf\` has those of any other.`,
    ]),
    `export const keys: Keys = /* @__PURE__ */ keyFactory(${root}, groups${replacer});\n\n`,
    jsdoc(['The keys of one client, where a page has several or the client has a scope of its own.']),
    `export const keysOf: (client: CoreClient) => Keys = /* @__PURE__ */ keysOfClient(${root}, groups${replacer});\n\n`,
    jsdoc([
      `Names the scope of a client: with 'user-7' its keys begin with \`${keyRoot(model)}:user-7\`, on a server as in a browser. Clients of one name share their cached data. Throws an Error where the client has another scope already, as it has after its first use.`,
    ]),
    `export const setCacheScope: SetCacheScope = /* @__PURE__ */ cacheScopeSetter(${root});\n`,
  ];
  return generatedModule(model, 'react-query', 'keys.ts', body.join(''));
}

function inputImport(model: SdkModel, group: Group): string {
  const inputs = operationsOf(model, group).filter(isQuery).map(inputType).toSorted();
  if (inputs.length === 0) return '';
  return `import type { ${inputs.join(', ')} } from '${model.api.scope}/types/${group.file}';\n`;
}

function inputType({ typeName }: Operation): string {
  return `${typeName}Input`;
}

function emitGroupKeys(model: SdkModel, group: Group): string {
  const members = operationsOf(model, group).map(
    (operation) =>
      `${jsdoc([`Of \`${operation.name}\`.`])}readonly ${propertyKey(keyName(operation.method))}: KeyOf${keyInput(operation)};\n`,
  );
  return [
    jsdoc([`Keys of ${group.title}.`]),
    `export interface ${group.typeName}Keys {\n`,
    jsdoc(['Of everything in this group.']),
    `readonly all: readonly string[];\n`,
    ...new Set(members),
    '}\n\n',
  ].join('');
}

/** The type of what a key holds of an input. */
function keyInput(operation: Operation): string {
  if (!isQuery(operation)) return '';
  const hidden = unkeyedFields(operation).map(stringLiteral);
  return hidden.length === 0
    ? `<${inputType(operation)}>`
    : `<Omit<${inputType(operation)}, ${hidden.join(' | ')}>>`;
}

function emitAllKeys(model: SdkModel): string {
  return [
    jsdoc([`Keys of ${model.api.title}, by group and method.`]),
    'export interface Keys {\n',
    jsdoc(['Of everything that a client fetched.']),
    'readonly all: readonly string[];\n',
    ...model.groups.map(({ name, typeName }) => `readonly ${propertyKey(keyName(name))}: ${typeName}Keys;\n`),
    '}\n\n',
  ].join('');
}

/** `all` is the whole branch; the runtime makes room for it in the same way. */
function keyName(name: string): string {
  return name === 'all' ? 'all_' : name;
}
