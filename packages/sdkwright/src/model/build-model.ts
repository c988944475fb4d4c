import { withoutAliasCircles } from './alias-circles.ts';
import { withoutDemands } from './alternatives.ts';
import { cacheEffects } from './cache-effects.ts';
import { collectOperations, type CollectedOperation } from './collect-operations.ts';
import { buildOperation, type OperationNames } from './build-operation.ts';
import { hashContract, hashDocument } from './document-hash.ts';
import { withoutCircles } from './circular-schemas.ts';
import { splitByDirection } from './directions.ts';
import { withTags } from './discriminators.ts';
import { apiExtension } from './extension.ts';
import { isObject, objectAt, stringAt, type JsonObject } from './json.ts';
import { fileName, kebabCase, pascalCase, scopeOf, typeName, uniqueNames } from './names.ts';
import { mendDocument } from './mend-document.ts';
import { buildCallbacks, buildWebhooks } from './notifications.ts';
import { withOpenEnums } from './open-enums.ts';
import { withIds, withOwnIds } from './operation-ids.ts';
import { pointerOf } from './pointer.ts';
import type { Api, ClientInput, NamedSchema, Operation, Schema, SdkModel } from './sdk-model.ts';
import { optimisticChanges } from './optimistic.ts';
import { queriesOf } from './queries.ts';
import { securitySchemes } from './security.ts';
import { namedServers } from './named-servers.ts';
import { serverUrl } from './servers.ts';
import { buildGroups, clientInterfaces, nameOperations, nameSchemas } from './settle-names.ts';

export interface ModelOptions {
  /** What the headers name as generator. */
  readonly generator: string;
  /** npm scope of the emitted packages, with its `@`. Default: the name of the client class, as `scopeOf` writes it. */
  readonly scope?: string;
  /** Name of the client class. Default: `x-sdk.name`, else the document's title. */
  readonly name?: string;
  /** Version of the client package. Default `0.0.0`. */
  readonly packageVersion?: string;
}

/**
 * Turns a document that `readDocument` has checked into the plain value all emitters work from.
 * @throws SdkwrightError `engine-failed` where hey-api's parser gives up.
 */
export function buildModel(given: JsonObject, options: ModelOptions): SdkModel {
  const original = mendDocument(given).document;
  const settled = splitByDirection(
    withoutAliasCircles(withTags(withOpenEnums(withoutDemands(withoutCircles(original))))),
  );
  const collected = withOwnIds(collectOperations(settled));
  const document = withIds(settled, collected);
  const extension = apiExtension(document);
  const clientName = apiName(document, options);
  const groups = buildGroups(document, collected, clientName);
  const names = nameOperations(document, collected, groups, clientName);
  const alone = collected.map((operation, index) =>
    buildOperation(document, operation, names[index] ?? unnamed(operation), extension.envelope),
  );
  const queries = queriesOf(alone);
  const operations = alone
    .map((operation) => ({
      ...operation,
      cacheEffects: cacheEffects(document, operation, queries, extension.clientInputs),
    }))
    .map((operation, _index, all) => ({
      ...operation,
      optimistic: optimisticChanges(document, operation, all, queries),
    }));
  const api = buildApi(document, options, clientInputs(extension.clientInputs, operations));
  const webhooks = buildWebhooks(document);
  const callbacks = buildCallbacks(document, operations);
  return {
    generator: options.generator,
    original,
    document,
    api,
    groups,
    operations,
    schemas: buildSchemas(document, names, [
      // The front of the client shows the types beside these.
      api.name,
      ...clientInterfaces(groups),
      ...operations.flatMap(furtherTypes),
      ...(webhooks.length > 0 ? ['Webhooks'] : []),
      ...(callbacks.length > 0 ? ['Callbacks'] : []),
    ]),
    webhooks,
    callbacks,
  };
}

function buildApi(document: JsonObject, options: ModelOptions, clientInputs: readonly ClientInput[]): Api {
  const info = objectAt(document, 'info');
  const { envelope, rateLimit, exactInt64 } = apiExtension(document);
  return {
    name: apiName(document, options),
    scope: options.scope ?? scopeOf(apiName(document, options)),
    packageVersion: options.packageVersion ?? '0.0.0',
    title: titleOf(document),
    version: stringAt(info, 'version') ?? '0.0.0',
    hash: hashContract(document),
    documentHash: hashDocument(document),
    baseUrl: serverUrl(document) ?? '',
    servers: namedServers(document),
    auth: securitySchemes(document),
    ...(envelope ? { envelope } : {}),
    ...(rateLimit ? { rateLimit } : {}),
    clientInputs,
    ...(exactInt64 ? { exactInt64 } : {}),
  };
}

function apiName(document: JsonObject, options: ModelOptions): string {
  return typeName(options.name ?? apiExtension(document).name ?? titleOf(document));
}

function titleOf(document: JsonObject): string {
  return stringAt(objectAt(document, 'info'), 'title') ?? 'API';
}

function buildSchemas(
  document: JsonObject,
  operations: readonly OperationNames[],
  reserved: readonly string[],
): NamedSchema[] {
  const entries = Object.entries(objectAt(objectAt(document, 'components'), 'schemas'));
  const keys = entries.map(([key]) => key);
  const names = nameSchemas(keys, operations, reserved);
  const files = uniqueNames(names, (name) => fileName(name, 'schema'));
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

/** The types that only some operations have. */
function furtherTypes({ typeName: name, success }: Operation): string[] {
  return [...(success.events ? [`${name}Event`] : []), ...(success.headers ? [`${name}Headers`] : [])];
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
