import type { OpenApiDocument } from '../../read-document.ts';
import { documentOperations, type DocumentOperation } from './document-operations.ts';
import { describeBehaviour } from './describe-behaviour.ts';
import type { AnswerPlace, Behaviour, InferredApi, InferredOperation, Resource } from './inferred-api.ts';
import { isSameSchema, shapeOf, type JsonObject } from './json-schema.ts';
import { filtersOf, pagingOf } from './list-behaviour.ts';
import { payloadExamples, payloadOf, type Payload } from './payload.ts';
import { withReferences } from './references.ts';
import { inferResources, isRightBelow, listFieldNamed } from './resources.ts';
import { sentFields } from './sent-fields.ts';
import { archiveOrRestore, elementBehaviour, isRestore, setBehaviour } from './verbs.ts';

/** Infers from paths, methods, schemas, examples and `x-sdk` what each operation does. */
export function inferApi(document: OpenApiDocument): InferredApi {
  const operations = documentOperations(document);
  const resources = withReferences(document, inferResources(document, operations));
  return {
    resources,
    operations: operations.map((operation) => inferOperation(document, operation, operations, resources)),
  };
}

/** What the rules look at. */
interface Question {
  readonly document: OpenApiDocument;
  readonly operation: DocumentOperation;
  readonly operations: readonly DocumentOperation[];
  readonly resource: Resource;
  readonly all: readonly Resource[];
  /** What is left of the path below the item; undefined where the path is not below one. */
  readonly rest: readonly string[] | undefined;
  readonly payload: Payload | undefined;
  readonly answer: AnswerPlace | undefined;
}

type Rule = (question: Question) => Behaviour | undefined;

// The first that knows wins: the array of an item is asked before verbs, because a path can read like both.
const rules: readonly Rule[] = [
  listRule,
  listFieldRule,
  getRule,
  createRule,
  updateRule,
  deleteRule,
  elementRule,
  setRule,
  archiveRule,
];

function inferOperation(
  document: OpenApiDocument,
  operation: DocumentOperation,
  operations: readonly DocumentOperation[],
  all: readonly Resource[],
): InferredOperation {
  const payload = payloadOf(document, operation);
  const behaviours = resourcesOf(document, operation, payload, all).flatMap((resource) => {
    const rest = restBelow(operation.path, resource.itemPath);
    const answer = payload && { ...answerPlace(document, payload, resource) };
    const question = { document, operation, operations, resource, all, rest, payload, answer };
    return rules.flatMap((rule) => rule(question) ?? []).slice(0, 1);
  });
  const behaviour = behaviours[0] ?? { kind: 'example' };
  const { id, method, path } = operation;
  return { id, method, path, behaviour, does: describeBehaviour(behaviour, all) };
}

/** The resource whose list or item the path is at or below, the deepest first. */
function resourcesOf(
  document: OpenApiDocument,
  { path }: DocumentOperation,
  payload: Payload | undefined,
  all: readonly Resource[],
): Resource[] {
  const around = all.filter(
    ({ path: list, itemPath }) => path === list || path === itemPath || path.startsWith(`${itemPath}/`),
  );
  const below = all.filter((one) => isRightBelow(path, one.path) && isListOf(document, payload, one));
  return [...around.toSorted((left, right) => right.path.length - left.path.length), ...below];
}

function isListOf(document: OpenApiDocument, payload: Payload | undefined, { fields }: Resource): boolean {
  if (payload?.kind !== 'list') return false;
  const own = shapeOf(document, payload.schema)?.properties ?? {};
  return Object.keys(own).length > 0 && isSameSchema(Object.keys(own), Object.keys(fields));
}

function restBelow(path: string, itemPath: string | undefined): string[] | undefined {
  if (itemPath === undefined || !path.startsWith(`${itemPath}/`)) return undefined;
  return path.slice(itemPath.length + 1).split('/');
}

/** An object with the id and mostly fields of the item is the item; one that only names it is not. */
function answerPlace(
  document: OpenApiDocument,
  { pointer, schema }: Payload,
  resource: Resource,
): AnswerPlace {
  const names = Object.keys(shapeOf(document, schema)?.properties ?? {});
  const own = names.filter((name) => Object.hasOwn(resource.fields, name));
  const hasId = resource.idField === undefined || names.includes(resource.idField);
  return { pointer, schema, isItem: hasId && own.length * 2 > names.length };
}

function listRule({ document, operation, resource, payload, answer }: Question): Behaviour | undefined {
  const { path } = operation;
  const isList =
    path === resource.path || (isRightBelow(path, resource.path) && isListOf(document, payload, resource));
  if (operation.method !== 'GET' || payload?.kind !== 'list' || !isList) return undefined;
  const paging = pagingOf(document, operation);
  return {
    kind: 'list',
    resource: resource.path,
    answer,
    paging,
    ...filtersOf(document, operation, resource, paging),
  };
}

function listFieldRule({ document, operation, resource, rest, payload }: Question): Behaviour | undefined {
  if (operation.method !== 'GET' || rest?.length !== 1 || payload?.kind !== 'list') return undefined;
  const field = listFieldNamed(document, resource.fields, rest[0] ?? '');
  if (field === undefined) return undefined;
  const { pointer, schema } = payload;
  return { kind: 'list-field', resource: resource.path, field, answer: { pointer, schema, isItem: true } };
}

function getRule({ operation, resource, answer }: Question): Behaviour | undefined {
  const isOne =
    operation.method === 'GET' && operation.path === resource.itemPath && resource.idField !== undefined;
  return isOne && answer?.isItem ? { kind: 'get', resource: resource.path, answer } : undefined;
}

function createRule(question: Question): Behaviour | undefined {
  const { document, operation, resource, all, payload, answer } = question;
  if (operation.method !== 'POST' || operation.path !== resource.path) return undefined;
  const sent = sentFields(document, operation, resource, all);
  if (sent.length === 0 || payload?.kind === 'list') return undefined;
  const [example] = answer?.isItem && payload !== undefined ? payloadExamples(operation, payload) : [];
  return {
    kind: 'create',
    resource: resource.path,
    answer,
    sent,
    example: example as JsonObject | undefined,
  };
}

function updateRule({ document, operation, resource, all, answer }: Question): Behaviour | undefined {
  const { method, path } = operation;
  if (!['PUT', 'PATCH', 'POST'].includes(method) || resource.idField === undefined) return undefined;
  const sent = sentFields(document, operation, resource, all);
  const hasIdInBody = sent.some(({ field }) => field === resource.idField);
  const idIn =
    path === resource.itemPath ? 'path' : path === resource.path && hasIdInBody ? 'body' : undefined;
  if (idIn === undefined || sent.length === 0) return undefined;
  return { kind: 'update', resource: resource.path, answer, sent, idIn };
}

function deleteRule({ operation, operations, resource, answer }: Question): Behaviour | undefined {
  const { method, path } = operation;
  if (method !== 'DELETE' || path !== resource.itemPath || resource.idField === undefined) return undefined;
  const comesBack = operations.some((one) => one.path.startsWith(`${path}/`) && isRestore(one.path));
  return { kind: comesBack ? 'archive' : 'remove', resource: resource.path, answer };
}

function elementRule(question: Question): Behaviour | undefined {
  const { resource, rest, answer } = question;
  const found = rest && elementBehaviour({ ...question, rest });
  return found && resource.idField !== undefined ? { ...found, resource: resource.path, answer } : undefined;
}

function setRule(question: Question): Behaviour | undefined {
  const { document, operation, resource, all, rest, answer } = question;
  if (rest === undefined || resource.idField === undefined || isRestore(operation.path)) return undefined;
  const sent = sentFields(document, operation, resource, all);
  const found = setBehaviour({ ...question, rest }, sent.length);
  return (
    found && {
      kind: 'set',
      resource: resource.path,
      answer,
      sent,
      verb: found.verb,
      values: { ...found.values },
    }
  );
}

function archiveRule({ resource, rest, answer, ...question }: Question): Behaviour | undefined {
  if (rest === undefined || resource.idField === undefined) return undefined;
  const kind = archiveOrRestore({ ...question, resource, rest }, question.operations);
  return kind && { kind, resource: resource.path, answer };
}
