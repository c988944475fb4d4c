import type { OpenApiDocument } from '../../read-document.ts';
import type { DocumentOperation } from './document-operations.ts';
import type { ElementBehaviour, Resource } from './inferred-api.ts';
import { itemsOf, shapeOf } from './json-schema.ts';
import { elementKey, nounOfKey } from './references.ts';
import { lastParameter, listFieldNamed, resourceNamed } from './resources.ts';
import { valuesAfter } from './status.ts';
import { singular, wordsOf } from './words.ts';

/** An operation below an item: `/tasks/{taskId}/assign/{userId}` has `['assign', '{userId}']` left. */
export interface BelowItem {
  readonly document: OpenApiDocument;
  readonly operation: DocumentOperation;
  readonly resource: Resource;
  readonly all: readonly Resource[];
  readonly rest: readonly string[];
}

const restoring = ['restore', 'unarchive', 'undelete', 'recover', 'untrash'];
const removing = ['remove', 'detach', 'unlink', 'delete', 'leave', 'revoke', 'disconnect'];
const adding = ['add', 'attach', 'link', 'assign', 'invite', 'connect', 'grant'];

export function isRestore(path: string): boolean {
  return restoring.includes(path.slice(path.lastIndexOf('/') + 1));
}

/** `restore`, and `archive` where no field shows it and the item can come back. */
export function archiveOrRestore(
  { operation, rest }: BelowItem,
  operations: readonly DocumentOperation[],
): 'archive' | 'restore' | undefined {
  const [verb = ''] = rest;
  if (rest.length !== 1 || operation.method === 'GET') return undefined;
  if (restoring.includes(verb)) return 'restore';
  const siblings = operations.filter(({ path }) => path.startsWith(operation.path.slice(0, -verb.length)));
  return ['archive', 'trash'].includes(verb) && siblings.some(({ path }) => isRestore(path))
    ? 'archive'
    : undefined;
}

/** Adds to an array in the item, or takes from it: by a verb, or on the path of the array itself. */
export function elementBehaviour(
  below: BelowItem,
): Omit<ElementBehaviour, 'resource' | 'answer'> | undefined {
  const { document, operation, resource, all, rest } = below;
  const words = wordsOf(rest[0] ?? '');
  const input = elementInput(below);
  if (operation.method === 'GET' || rest.length > 2 || input === undefined) return undefined;
  const noun = nounOfKey(input) ?? wordsOf(input);
  const field = arrayField(below, words, noun);
  if (field === undefined) return undefined;
  const names = Object.keys(shapeOf(document, itemsOf(document, resource.fields[field]))?.properties ?? {});
  const key = names.find((name) => nounOfKey(name)?.join(' ') === noun.join(' ')) ?? elementKey(names, field);
  if (key === undefined) return undefined;
  const reference = resource.references.find(({ within }) => within === field);
  const mustExist = reference !== undefined && resourceNamed(all, noun)?.path === reference.resource;
  return { kind: isTaking(operation.method, words) ? 'take' : 'add', field, key, input, mustExist };
}

/** The input that says what is added: the parameter behind the verb, else the only id in the body. */
function elementInput({ operation, resource, rest }: BelowItem): string | undefined {
  if (rest.length === 2) return rest[1]?.startsWith('{') ? lastParameter(rest[1]) : undefined;
  const scope = resource.scope.map(({ name }) => name);
  const noun = wordsOf(rest[0] ?? '').slice(1);
  const ids = operation.inputs
    .filter(
      ({ in: place, name }) => place === 'body' && wordsOf(name).at(-1) === 'id' && !scope.includes(name),
    )
    .map(({ name }) => name);
  return (
    ids.find((name) => nounOfKey(name)?.join(' ') === noun.join(' ')) ??
    (ids.length === 1 ? ids[0] : undefined)
  );
}

function arrayField(
  { document, resource: { fields }, rest }: BelowItem,
  words: readonly string[],
  noun: readonly string[],
): string | undefined {
  const [verb = '', ...object] = words;
  const named = listFieldNamed(document, fields, rest[0] ?? '');
  if (named !== undefined) return named;
  const stem = verb.replace(/^un(?=.{3})/, '');
  const isKnown = [...adding, ...removing].includes(stem);
  const arrays = Object.keys(fields).filter((name) => listFieldNamed(document, fields, name) === name);
  const matches = [
    (name: readonly string[]) => isKnown && singular(name).join(' ') === object.join(' '),
    (name: readonly string[]) => isKnown && singular(name).join(' ') === noun.join(' '),
    // Those who are assigned are the `assignees`, those who watch the `watchers`.
    (name: readonly string[]) => stem.length > 3 && name.join('').startsWith(stem),
  ];
  for (const match of matches) {
    const found = arrays.filter((name) => match(wordsOf(name)));
    if (found.length === 1) return found[0];
  }
  return undefined;
}

function isTaking(method: string, [verb = '']: readonly string[]): boolean {
  return method === 'DELETE' || removing.includes(verb) || /^un.{3}/.test(verb);
}

/** A verb that a field of the item tells of: `approve` gives `status: approved`. */
export function setBehaviour(below: BelowItem, sent: number): { verb: string; values: object } | undefined {
  const { document, operation, resource, rest } = below;
  const [verb = '', ...object] = wordsOf(rest[0] ?? '');
  const isVerb = object.length === 0 || object.join(' ') === resource.singular;
  if (rest.length !== 1 || operation.method === 'GET' || !isVerb) return undefined;
  const values = valuesAfter(document, verb, resource);
  return Object.keys(values).length + sent === 0 ? undefined : { verb, values };
}
