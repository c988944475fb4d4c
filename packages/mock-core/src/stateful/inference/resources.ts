import { isObject, type OpenApiDocument } from '../../read-document.ts';
import type { DocumentOperation } from './document-operations.ts';
import type { Parent, Resource } from './inferred-api.ts';
import { isSameSchema, itemsOf, shapeOf, type JsonObject } from './json-schema.ts';
import { payloadExamples, payloadOf, type Payload } from './payload.ts';
import { scopeOf } from './scope.ts';
import { endsWithWords, isSameName, singular, wordsOf } from './words.ts';

/** A resource before it is known how it refers to others. */
export type BareResource = Omit<Resource, 'references' | 'counts'>;

interface Found {
  readonly path: string;
  readonly itemPath: string | undefined;
  readonly list: Reader | undefined;
  readonly detail: Reader | undefined;
}

interface Reader {
  readonly operation: DocumentOperation;
  readonly payload: Payload;
}

/** The resources of the document: what a GET lists, and what a GET shows by the last parameter of its path. */
export function inferResources(
  document: OpenApiDocument,
  operations: readonly DocumentOperation[],
): BareResource[] {
  const readers = operations
    .filter(({ method }) => method === 'GET')
    .flatMap((operation) => {
      const payload = payloadOf(document, operation);
      return payload === undefined ? [] : [{ operation, payload }];
    });
  const paths = new Set(readers.flatMap(collectionPath));
  const found = [...paths].map((path) => findAt(path, readers, operations));
  const resources = found
    .filter((one) => !isFieldOfAnother(document, one, found) && !isListOfAnother(one, found))
    .map((one) => toResource(document, one, operations));
  return resources.map((resource) => ({ ...resource, parents: parentsOf(resource, resources) }));
}

function collectionPath({ operation: { path }, payload: { kind } }: Reader): string[] {
  const item = itemPattern.exec(path);
  if (kind === 'list') return item === null ? [path] : [];
  return item?.[1] === undefined || item[1] === '' ? [] : [item[1]];
}

/** A path that ends with one parameter, which is all of its segment. */
const itemPattern = /^(.*)\/\{[^{}/]+\}$/;

function findAt(path: string, readers: readonly Reader[], operations: readonly DocumentOperation[]): Found {
  const detail = readers.find(
    ({ operation, payload }) => payload.kind === 'item' && itemPattern.exec(operation.path)?.[1] === path,
  );
  const below = operations.find((operation) => operation.path.startsWith(`${path}/{`));
  const segment = below?.path.slice(path.length + 1).split('/')[0];
  const itemPath = segment !== undefined && /^\{[^{}]+\}$/.test(segment) ? `${path}/${segment}` : undefined;
  const list = readers.find(({ operation, payload }) => operation.path === path && payload.kind === 'list');
  return { path, itemPath: detail?.operation.path ?? itemPath, list, detail };
}

/** `/tasks/{taskId}/assignees` lists the field `assignees` of a task: the task is what holds them. */
function isFieldOfAnother(
  document: OpenApiDocument,
  { path, detail }: Found,
  all: readonly Found[],
): boolean {
  const end = path.lastIndexOf('/');
  const parent = all.find(({ itemPath }) => itemPath === path.slice(0, end));
  if (parent === undefined || detail !== undefined) return false;
  return listFieldNamed(document, fieldsOf(document, parent), path.slice(end + 1)) !== undefined;
}

/** `/pet/findByStatus` lists what is at `/pet`: the same schema, right below its path. */
function isListOfAnother({ path, itemPath, list }: Found, all: readonly Found[]): boolean {
  const own = list?.payload.schema;
  return (
    itemPath === undefined &&
    all.some(
      (other) =>
        isRightBelow(path, other.path) &&
        [other.list, other.detail].some((reader) => reader && isSameSchema(reader.payload.schema, own)),
    )
  );
}

/** Below the list, but of no single item: what `/users/{id}/followers` lists is not all users. */
export function isRightBelow(path: string, list: string): boolean {
  return path.startsWith(`${list}/`) && !path.slice(list.length).includes('{');
}

/** The field of that name, in any spelling, if it is an array of objects. */
export function listFieldNamed(
  document: OpenApiDocument,
  fields: Readonly<Record<string, unknown>>,
  name: string,
): string | undefined {
  return Object.keys(fields).find(
    (field) => isSameName(field, name) && shapeOf(document, itemsOf(document, fields[field])) !== undefined,
  );
}

function fieldsOf(document: OpenApiDocument, { list, detail }: Found): Record<string, unknown> {
  const shapes = [list, detail].map((reader) => shapeOf(document, reader?.payload.schema));
  return Object.assign({}, ...shapes.map((shape) => shape?.properties));
}

function toResource(
  document: OpenApiDocument,
  found: Found,
  operations: readonly DocumentOperation[],
): BareResource {
  const { path, itemPath } = found;
  const readers = [found.list, found.detail].filter((reader) => reader !== undefined);
  const fields = fieldsOf(document, found);
  const required = readers.flatMap(({ payload }) => shapeOf(document, payload.schema)?.required ?? []);
  const words = wordsOf(nameInPath(path));
  const idField = idFieldOf(itemPath, words, Object.keys(fields));
  return {
    path,
    itemPath,
    singular: singular(words).join(' '),
    plural: words.join(' '),
    idField,
    fields,
    required: [...new Set(required)],
    scope: scopeOf(document, { path, itemPath, fields }, operations),
    parents: [],
    examples: seedsOf(readers, idField),
    exampleId: exampleIdOf(itemPath, operations),
  };
}

/** The id with which the document shows requests for one item. */
function exampleIdOf(itemPath: string | undefined, operations: readonly DocumentOperation[]): unknown {
  if (itemPath === undefined) return undefined;
  const below = operations.filter(({ path }) => path === itemPath || path.startsWith(`${itemPath}/`));
  const own = below.flatMap(({ inputs }) => inputs.filter(({ name }) => name === lastParameter(itemPath)));
  return own.find(({ in: place, example }) => place === 'path' && example !== undefined)?.example;
}

/** The last segment that is no parameter, without a file's extension: `Accounts` for `/Accounts.json`. */
function nameInPath(path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '' && !segment.startsWith('{'));
  return segments.at(-1)?.replace(/\.[a-z]+$/, '') ?? 'item';
}

/** `{viewerId}` is the field `viewerId` where there is one, else the field `id`; `{username}` is `username`. */
function idFieldOf(
  itemPath: string | undefined,
  resource: readonly string[],
  fields: readonly string[],
): string | undefined {
  const parameter = itemPath === undefined ? [] : wordsOf(lastParameter(itemPath));
  const candidates = [parameter, parameter.slice(-1), [...singular(resource), 'id'], ['id']];
  const named = candidates.map((words) =>
    fields.find((field) => wordsOf(field).join(' ') === words.join(' ')),
  );
  return named.find((field) => field !== undefined);
}

/** The name of the last parameter of a path: `viewerId`. */
export function lastParameter(path: string): string {
  return /\{([^{}]+)\}[^{}]*$/.exec(path)?.[1] ?? '';
}

/** All items in the examples of the list, then those that only the single item shows. */
function seedsOf(readers: readonly Reader[], idField: string | undefined): JsonObject[] {
  const shown = readers
    .flatMap(({ operation, payload }) => payloadExamples(operation, payload))
    .filter(isObject);
  if (idField === undefined) return shown;
  const ids = shown.map((item) => String(item[idField]));
  return shown.filter(
    (item, index) => item[idField] !== undefined && ids.indexOf(ids[index] ?? '') === index,
  );
}

function parentsOf({ path }: BareResource, resources: readonly BareResource[]): Parent[] {
  return resources.flatMap(({ path: parent, itemPath, idField }) =>
    itemPath !== undefined && idField !== undefined && path.startsWith(`${itemPath}/`)
      ? [{ resource: parent, parameter: lastParameter(itemPath) }]
      : [],
  );
}

/** The resource that a noun means: `project` and `project_viewer` mean their lists, `viewer` means the latter. */
export function resourceNamed<R extends Pick<Resource, 'singular'>>(
  resources: readonly R[],
  noun: readonly string[],
): R | undefined {
  return (
    resources.find((one) => one.singular === noun.join(' ')) ??
    resources.find((one) => endsWithWords(one.singular.split(' '), noun))
  );
}
