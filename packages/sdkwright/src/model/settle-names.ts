import type { OperationNames } from './build-operation.ts';
import type { CollectedOperation } from './collect-operations.ts';
import { operationExtension } from './extension.ts';
import { listAt, objectAt, stringAt, type JsonObject } from './json.ts';
import { methodName } from './method-name.ts';
import {
  camelCase,
  fileName,
  functionName,
  identifier,
  kebabCase,
  pascalCase,
  typeName,
  uniqueNames,
} from './names.ts';
import { rawOperation } from './raw-operation.ts';
import type { Group } from './sdk-model.ts';

/** What the names of an operation's types end with, after its own. */
const operationTypeSuffixes = ['Input', 'Result', 'Error', 'Response'] as const;

/** Members of every object, or names that make the language treat one in its own way: a `then` is awaited. */
const objectMembers: ReadonlySet<string> = new Set(
  `constructor hasOwnProperty isPrototypeOf propertyIsEnumerable then toJSON toLocaleString toString valueOf __proto__
  __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__`.split(/\s+/),
);

/** What the runtime's `Client` has, or may come to have, beside the groups. */
const clientMembers: ReadonlySet<string> = new Set([
  ...objectMembers,
  'call',
  'filled',
  'given',
  'hooks',
  'request',
  'use',
]);

/** What the emitted modules import or declare beside the operations, and `then`: `import()` awaits a module that has one. */
export const moduleNames: readonly string[] =
  `$descriptors $orders Client accepts anyTextAnswer api apiKey asBody asJsonOrParts asProperties basic bearer bind blobAnswer byCursor byIndex byLink byOffset byPage clientContext commaSeparated deepObject eitherAnswer
  exactEvents exactKey expectRedirect followRedirects headerProperties inBody inCookie inDeepForm inForm inHeader inJsonOrParts inMultipart inPath inQuery infiniteQueryHook
  infiniteQueryOptionsFactory joined jsonBody jsonEvents
  jsonFields jsonText linesBody mutationHook mutationOptionsFactory nested operation optimistic optionalBody paged paginated partsOfType pathStyle
  pipeDelimited queryHook queryOptionsFactory rawBody redirectTarget reservedInQuery schemes servers spaceDelimited suspenseInfiniteQueryHook
  suspenseQueryHook textAnswer textEvents then unlessNull wholeForm`.split(/\s+/);

function avoiding(taken: ReadonlySet<string>, name: string): string {
  return taken.has(name) ? `${name}_` : name;
}

/** The tags in the document's order, then tags only operations name; empty ones are left out. */
export function buildGroups(
  document: JsonObject,
  operations: readonly CollectedOperation[],
  clientName: string,
): Group[] {
  const declared = listAt(document, 'tags').map((tag) => stringAt(tag, 'name') ?? '');
  const used = new Set(operations.map((operation) => groupTitle(document, operation)));
  const titles = [...new Set([...declared, ...used])].filter((title) => used.has(title));
  const names = uniqueNames(titles, groupName);
  const files = uniqueNames(names, (name) => fileName(name, 'api'));
  return titles.map((title, index) => {
    const name = names[index] ?? title;
    const description = stringAt(
      listAt(document, 'tags').find((tag) => stringAt(tag, 'name') === title),
      'description',
    );
    return {
      name,
      typeName: groupTypeName(name, clientName),
      file: files[index] ?? kebabCase(name),
      title,
      ...(description === undefined ? {} : { description }),
    };
  });
}

function groupName(title: string): string {
  return avoiding(clientMembers, identifier(camelCase(title) || 'api', camelCase));
}

/** "Tasks API" with a tag "tasks": people write the name of the client, that of a group's interface hardly ever. */
function groupTypeName(name: string, clientName: string): string {
  const plain = identifier(pascalCase(name), pascalCase);
  return groupInterface({ typeName: plain }) === clientName ? `${plain}Group` : plain;
}

/** The interface that the client has of a group. */
export function groupInterface({ typeName: name }: Pick<Group, 'typeName'>): string {
  return `${name}Api`;
}

/** The types that the module of the client exports beside it. */
export function clientInterfaces(groups: readonly Group[]): string[] {
  return [...groups.map(groupInterface), 'ClientInputs'];
}

function groupTitle(document: JsonObject, operation: CollectedOperation): string {
  const { group } = operationExtension(rawOperation(document, operation.path, operation.method));
  return group ?? operation.tags[0] ?? resourceSegment(operation.path);
}

/** The first word of a path: `customers` of `/api/v1/customers/{id}`; a version only where nothing follows. */
function resourceSegment(path: string): string {
  const words = path.split('/').filter((segment) => segment !== '' && !segment.startsWith('{'));
  return words.find((word) => !/^(api|rest|v\d[\d.]*)$/i.test(word)) ?? words[0] ?? 'api';
}

export function nameOperations(
  document: JsonObject,
  operations: readonly CollectedOperation[],
  groups: readonly Group[],
  clientName: string,
): OperationNames[] {
  const moduleWide = new Set([...moduleNames, clientName]);
  const ids = plainIds(operations);
  const wished = uniqueNames(ids, (id) => avoiding(moduleWide, functionName(id)));
  const typeNames = uniqueNames(wished, (name) => identifier(pascalCase(name), pascalCase));
  const schemas = Object.keys(objectAt(objectAt(document, 'components'), 'schemas')).map(typeName);
  const types = new Set([...clientInterfaces(groups), ...typesOf(typeNames), ...schemas]);
  const names = uniqueNames(wished, (name) => besideTypes(types, name));
  const titles = operations.map((operation) => groupTitle(document, operation));
  const taken = new Set<string>();
  return operations.map((operation, index) => {
    const name = names[index] ?? operation.id;
    const group = groups.find((candidate) => candidate.title === titles[index]);
    const extension = operationExtension(rawOperation(document, operation.path, operation.method));
    const told = extension.method ?? methodName(ids[index] ?? operation.id, group?.title ?? '');
    const method = freeMethod([told, name], (candidate) => !taken.has(`${group?.name}.${candidate}`));
    taken.add(`${group?.name}.${method}`);
    return { name, typeName: typeNames[index] ?? pascalCase(name), group: group?.name ?? '', method };
  });
}

/** Without what web frameworks add to the name of a function, where enough is left to tell them apart. */
function plainIds(operations: readonly CollectedOperation[]): string[] {
  const plain = operations.map(plainId);
  return plain.map((id, index) =>
    id !== '' && plain.indexOf(id) === plain.lastIndexOf(id) ? id : (operations[index]?.id ?? id),
  );
}

/** Some repeat method and path in front of an id, FastAPI does behind it; NestJS has the class of the function there. */
function plainId({ id, method, path }: CollectedOperation): string {
  const front = `${method}-${path}_`;
  const back = `${path.replace(/\W/g, '_')}_${method}`;
  if (id.startsWith(front)) return id.slice(front.length);
  return id.endsWith(back) ? id.slice(0, -back.length) : id.replace(/Controller_/, '_');
}

function typesOf(typeNames: readonly string[]): string[] {
  return typeNames.flatMap((name) => operationTypeSuffixes.map((suffix) => name + suffix));
}

/** An operation `GetTaskResult` beside `GetTask`, or `Task` beside a schema of that name: a function and a type of one name cannot both leave a module. */
function besideTypes(types: ReadonlySet<string>, name: string): string {
  return types.has(name) ? avoiding(types, identifier(camelCase(name), camelCase)) : name;
}

/** The first that is free, else the last with a number. */
function freeMethod(wishes: readonly string[], isFree: (name: string) => boolean): string {
  const candidates = wishes.map((name) => avoiding(objectMembers, name));
  const found = candidates.find(isFree);
  if (found !== undefined) return found;
  const last = candidates.at(-1) ?? '';
  let number = 2;
  while (!isFree(`${last}${number}`)) number += 1;
  return `${last}${number}`;
}

/**
 * Names of the schemas, in the order of the keys. A schema gives way to a type of an operation: every operation has
 * its four under its own name, functions, hooks and hovers show them, and none moves when a schema comes or goes.
 * So it does to `reserved`.
 */
export function nameSchemas(
  keys: readonly string[],
  operations: readonly OperationNames[],
  reserved: readonly string[],
): string[] {
  const ofOperations = operations.map((operation) => operation.typeName);
  const taken = new Set([...typesOf(ofOperations), ...reserved]);
  return uniqueNames(keys, (key) => {
    const name = typeName(key);
    return taken.has(name) ? `${name}Schema` : name;
  });
}
