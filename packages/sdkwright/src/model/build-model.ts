import { cacheEffects } from './cache-effects.ts';
import { collectOperations, type CollectedOperation } from './collect-operations.ts';
import { buildOperation, type OperationNames } from './build-operation.ts';
import { hashContract, hashDocument } from './document-hash.ts';
import { apiExtension, operationExtension } from './extension.ts';
import { isObject, listAt, objectAt, stringAt, type JsonObject } from './json.ts';
import { methodName } from './method-name.ts';
import { camelCase, identifier, kebabCase, pascalCase, typeName, uniqueNames } from './names.ts';
import { pointerOf } from './pointer.ts';
import { rawOperation } from './raw-operation.ts';
import type { Api, ClientInput, Group, NamedSchema, Operation, Schema, SdkModel } from './sdk-model.ts';
import { securitySchemes } from './security.ts';

export interface ModelOptions {
  /** What the headers name as generator. */
  readonly generator: string;
  /** npm scope of the emitted packages, with its `@`. */
  readonly scope: string;
  /** Name of the client class. Default: `x-sdk.name`, else the document's title. */
  readonly name?: string;
  /** Version of the client package. Default `0.0.0`. */
  readonly packageVersion?: string;
}

/**
 * Turns a document that `readDocument` has checked into the plain value all emitters work from.
 * @throws SdkwrightError `engine-failed` where hey-api's parser gives up.
 */
export async function buildModel(document: JsonObject, options: ModelOptions): Promise<SdkModel> {
  const collected = await collectOperations(document);
  const extension = apiExtension(document);
  const groups = buildGroups(document, collected);
  const names = nameOperations(document, collected, groups);
  const alone = collected.map((operation, index) =>
    buildOperation(document, operation, names[index] ?? unnamed(operation), extension.envelope),
  );
  const operations = alone.map((operation) => ({
    ...operation,
    cacheEffects: cacheEffects(document, operation, alone, extension.clientInputs),
  }));
  return {
    generator: options.generator,
    document,
    api: buildApi(document, options, clientInputs(extension.clientInputs, operations)),
    groups,
    operations,
    schemas: buildSchemas(document),
  };
}

function buildApi(document: JsonObject, options: ModelOptions, clientInputs: readonly ClientInput[]): Api {
  const info = objectAt(document, 'info');
  const { envelope, rateLimit, name } = apiExtension(document);
  const title = stringAt(info, 'title') ?? 'API';
  return {
    name: typeName(options.name ?? name ?? title),
    scope: options.scope,
    packageVersion: options.packageVersion ?? '0.0.0',
    title,
    version: stringAt(info, 'version') ?? '0.0.0',
    hash: hashContract(document),
    documentHash: hashDocument(document),
    baseUrl: (stringAt(listAt(document, 'servers')[0], 'url') ?? '').replace(/\/+$/, ''),
    auth: securitySchemes(document),
    ...(envelope ? { envelope } : {}),
    ...(rateLimit ? { rateLimit } : {}),
    clientInputs,
  };
}

function buildSchemas(document: JsonObject): NamedSchema[] {
  const entries = Object.entries(objectAt(objectAt(document, 'components'), 'schemas'));
  const names = uniqueNames(entries, ([key]) => typeName(key));
  const files = uniqueNames(names, (name) => kebabCase(name) || 'schema');
  return entries.map(([key, value], index) => {
    const name = names[index] ?? typeName(key);
    return {
      name,
      file: files[index] ?? kebabCase(name),
      pointer: pointerOf('components', 'schemas', key),
      schema: isObject(value) || typeof value === 'boolean' ? value : {},
    };
  });
}

/** The tags in the document's order, then tags only operations name; empty ones are left out. */
function buildGroups(document: JsonObject, operations: readonly CollectedOperation[]): Group[] {
  const declared = listAt(document, 'tags').map((tag) => stringAt(tag, 'name') ?? '');
  const used = new Set(operations.map((operation) => groupTitle(document, operation)));
  const titles = [...new Set([...declared, ...used])].filter((title) => used.has(title));
  const names = uniqueNames(titles, (title) => identifier(camelCase(title) || 'api', camelCase));
  const files = uniqueNames(names, (name) => kebabCase(name) || 'api');
  return titles.map((title, index) => {
    const name = names[index] ?? title;
    const description = stringAt(
      listAt(document, 'tags').find((tag) => stringAt(tag, 'name') === title),
      'description',
    );
    return {
      name,
      typeName: typeName(name),
      file: files[index] ?? kebabCase(name),
      title,
      ...(description === undefined ? {} : { description }),
    };
  });
}

function groupTitle(document: JsonObject, operation: CollectedOperation): string {
  const fromOverlay = operationExtension(rawOperation(document, operation.path, operation.method)).group;
  const firstSegment = operation.path
    .split('/')
    .find((segment) => segment !== '' && !segment.startsWith('{'));
  return fromOverlay ?? operation.tags[0] ?? firstSegment ?? 'api';
}

function nameOperations(
  document: JsonObject,
  operations: readonly CollectedOperation[],
  groups: readonly Group[],
): OperationNames[] {
  const names = uniqueNames(operations, (operation) => identifier(operation.id, camelCase));
  const typeNames = uniqueNames(names, (name) => identifier(pascalCase(name), pascalCase));
  const titles = operations.map((operation) => groupTitle(document, operation));
  const taken = new Set<string>();
  return operations.map((operation, index) => {
    const name = names[index] ?? operation.id;
    const group = groups.find((candidate) => candidate.title === titles[index]);
    const wished =
      operationExtension(rawOperation(document, operation.path, operation.method)).method ??
      methodName(operation.id, group?.title ?? '');
    const method = taken.has(`${group?.name}.${wished}`) ? name : wished;
    taken.add(`${group?.name}.${method}`);
    return { name, typeName: typeNames[index] ?? pascalCase(name), group: group?.name ?? '', method };
  });
}

function unnamed(operation: CollectedOperation): OperationNames {
  return { name: operation.id, typeName: pascalCase(operation.id), group: '', method: operation.id };
}

/** The schema of the first operation that takes the input speaks for all. */
function clientInputs(names: readonly string[], operations: readonly Operation[]): ClientInput[] {
  return names.flatMap((name) => {
    const owner = operations.find((operation) => operation.input.fields.some((field) => field.name === name));
    const schema = owner && objectAt(owner.input.schema, 'properties')[name];
    return isSchema(schema) ? [{ name, schema }] : [];
  });
}

function isSchema(value: unknown): value is Schema {
  return isObject(value) || typeof value === 'boolean';
}
