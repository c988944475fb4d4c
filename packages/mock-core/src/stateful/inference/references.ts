import type { OpenApiDocument } from '../../read-document.ts';
import type { Copy, Count, Reference, Resource } from './inferred-api.ts';
import { itemsOf, shapeOf } from './json-schema.ts';
import { resourceNamed, type BareResource } from './resources.ts';
import { endsWithWords, singular, wordsOf } from './words.ts';

/** Adds to each resource what its fields repeat and count of others. */
export function withReferences(document: OpenApiDocument, bare: readonly BareResource[]): Resource[] {
  const referring = bare.map((resource) => ({
    ...resource,
    references: [...ownReferences(resource, bare), ...elementReferences(document, resource, bare)],
  }));
  return referring.map((resource) => ({ ...resource, counts: countsOf(resource, referring) }));
}

/** `user_id` beside `user_firstname` and `user_email` is the id of whatever has a `firstname` and an `email`. */
function ownReferences(resource: BareResource, all: readonly BareResource[]): Reference[] {
  return Object.keys(resource.fields).flatMap((key) => {
    const noun = nounOfKey(key);
    if (noun === undefined || key === resource.idField) return [];
    const beside = fieldsBeside(Object.keys(resource.fields), key, noun);
    const other =
      resourceNamed(all, noun) ??
      resourceLike(
        all,
        beside.map(({ rest }) => rest),
      );
    if (other === undefined) return [];
    return [{ within: undefined, key, resource: other.path, copies: copiesFrom(other, beside) }];
  });
}

/** An array of objects with an id each: `projects: [{ project_id, project_name }]`, `assignees: [{ id, email }]`. */
function elementReferences(
  document: OpenApiDocument,
  resource: BareResource,
  all: readonly BareResource[],
): Reference[] {
  return Object.entries(resource.fields).flatMap(([within, schema]) => {
    const names = Object.keys(shapeOf(document, itemsOf(document, schema))?.properties ?? {});
    const key = elementKey(names, within);
    if (key === undefined) return [];
    const noun = nounOfKey(key) ?? singular(wordsOf(within));
    const beside = key.toLowerCase() === 'id' ? plainFields(names, key) : fieldsBeside(names, key, noun);
    const other =
      resourceNamed(all, noun) ??
      resourceLike(
        all,
        beside.map(({ rest }) => rest),
      );
    if (other === undefined || other.path === resource.path) return [];
    return [{ within, key, resource: other.path, copies: copiesFrom(other, beside) }];
  });
}

/** The property of an array's elements that tells them apart: `id`, or the element's noun with `id`. */
export function elementKey(names: readonly string[], field: string): string | undefined {
  const noun = singular(wordsOf(field));
  return (
    names.find((name) => wordsOf(name).join(' ') === 'id') ??
    names.find((name) => wordsOf(name).join(' ') === [...noun, 'id'].join(' '))
  );
}

/** `['project']` for `project_id`; undefined where the name is no id of something else. */
export function nounOfKey(key: string): string[] | undefined {
  const words = wordsOf(key);
  return words.length > 1 && words.at(-1) === 'id' ? words.slice(0, -1) : undefined;
}

interface Beside {
  readonly field: string;
  /** The words of the field without the noun. */
  readonly rest: readonly string[];
}

function fieldsBeside(names: readonly string[], key: string, noun: readonly string[]): Beside[] {
  return names
    .filter((name) => name !== key)
    .flatMap((field) => {
      const words = wordsOf(field);
      const starts = words.length > noun.length && noun.every((word, index) => words[index] === word);
      return starts ? [{ field, rest: words.slice(noun.length) }] : [];
    });
}

function plainFields(names: readonly string[], key: string): Beside[] {
  return names.filter((name) => name !== key).map((field) => ({ field, rest: wordsOf(field) }));
}

/** The first resource that has all of these fields. Two at least: a name alone says too little. */
function resourceLike(
  all: readonly BareResource[],
  fields: readonly (readonly string[])[],
): BareResource | undefined {
  if (fields.length < 2) return undefined;
  return all.find(
    ({ fields: own, idField }) =>
      idField !== undefined && fields.every((words) => fieldNamed(Object.keys(own), words) !== undefined),
  );
}

function copiesFrom(other: BareResource, beside: readonly Beside[]): Copy[] {
  return beside.flatMap(({ field, rest }) => {
    const from = fieldNamed(Object.keys(other.fields), rest);
    return from === undefined ? [] : [{ field, from }];
  });
}

/** The field of exactly these words, else the only one that ends with them: `role` finds `current_role`. */
export function fieldNamed(names: readonly string[], words: readonly string[]): string | undefined {
  const exact = names.find((name) => wordsOf(name).join(' ') === words.join(' '));
  if (exact !== undefined || words.join(' ') === 'id') return exact;
  const ending = names.filter((name) => endsWithWords(wordsOf(name), words));
  return ending.length === 1 ? ending[0] : undefined;
}

/** `contracts_count` counts the contracts whose `project_id` is this project's. */
function countsOf(
  resource: BareResource,
  all: readonly (BareResource & Pick<Resource, 'references'>)[],
): Count[] {
  return Object.keys(resource.fields).flatMap((field) => {
    const words = wordsOf(field);
    if (words.length < 2 || words.at(-1) !== 'count') return [];
    const counted = resourceNamed(all, singular(words.slice(0, -1)));
    const reference = counted?.references.find(
      (one) => one.within === undefined && one.resource === resource.path,
    );
    if (counted === undefined || reference === undefined) return [];
    return [{ field, resource: counted.path, key: reference.key }];
  });
}
