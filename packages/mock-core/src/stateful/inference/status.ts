import type { OpenApiDocument } from '../../read-document.ts';
import { fits } from './fits.ts';
import type { Resource } from './inferred-api.ts';
import { enumOf, typesOf, unwrapped, type JsonObject } from './json-schema.ts';
import { sample } from './sample.ts';
import { participles, wordsOf } from './words.ts';

/**
 * The fields of an item that a verb changes, with their new values: the enum that has the verb's participle as a
 * value, the flag named after it, and what tells when or by whom it was done.
 */
export function valuesAfter(document: OpenApiDocument, verb: string, resource: Resource): JsonObject {
  const done = statusAfter(document, verb, resource) ?? flagAfter(document, verb, resource);
  const undone = /^(?:un|dis|de)(?=.{3})/.test(verb);
  if (done !== undefined) return { ...done, ...marksOf(document, verb, resource) };
  return undone ? undoneValues(document, verb.replace(/^(?:un|dis|de)/, ''), resource) : {};
}

function statusAfter(document: OpenApiDocument, verb: string, { fields }: Resource): JsonObject | undefined {
  const wanted = [...participles(verb), verb, ...adjectives(verb)];
  const names = Object.keys(fields).toSorted((left, right) => rank(left) - rank(right));
  for (const name of names) {
    const values = enumOf(document, fields[name]).filter((value) => typeof value === 'string');
    const found = wanted.flatMap((word) => values.find((value) => value.toLowerCase() === word) ?? [])[0];
    if (found !== undefined) return { [name]: found };
  }
  return undefined;
}

/** `activate` makes active, `reopen` makes open, `cancel` makes cancelled. */
function adjectives(verb: string): string[] {
  const again = verb.replace(/^re(?=.{4})/, '');
  return [
    verb.replace(/ate$/, 'e'),
    ...(again === verb ? [] : [again, again.replace(/ate$/, 'e'), ...participles(again)]),
    ...(verb === 'start' || verb === 'resume' ? ['running', 'active', 'in_progress'] : []),
  ];
}

function rank(name: string): number {
  const index = ['status', 'state', 'stage'].findIndex((word) => wordsOf(name).includes(word));
  return index === -1 ? 3 : index;
}

function flagAfter(document: OpenApiDocument, verb: string, { fields }: Resource): JsonObject | undefined {
  const field = flagOf(document, verb, fields);
  return field === undefined ? undefined : { [field]: true };
}

/** The boolean `locked` or `is_locked` of the verb `lock`. */
function flagOf(document: OpenApiDocument, verb: string, fields: Resource['fields']): string | undefined {
  const wanted = participles(verb).flatMap((word) => [word, `is ${word}`]);
  return Object.keys(fields).find(
    (name) =>
      typesOf(unwrapped(document, fields[name])).includes('boolean') &&
      wanted.includes(wordsOf(name).join(' ')),
  );
}

/** When and by whom: `submitted_on` and `approved_by` take the value that the document shows for them. */
function marksOf(document: OpenApiDocument, verb: string, resource: Resource): JsonObject {
  const marks = markFields(verb, resource).flatMap((name) => {
    const shown = resource.examples
      .map((item) => item[name])
      .find((value) => value !== undefined && value !== null);
    const value = shown ?? sample(document, resource.fields[name]);
    return value === undefined || value === null ? [] : [[name, value] as const];
  });
  return Object.fromEntries(marks);
}

function markFields(verb: string, { fields }: Resource): string[] {
  const done = participles(verb);
  return Object.keys(fields).filter((name) => {
    const [first = '', ...rest] = wordsOf(name);
    return done.includes(first) && ['at', 'on', 'by', 'date', 'time'].includes(rest.join(' '));
  });
}

/** `unsubmit` leads back to the first value of the enum that has `submitted`, and takes `submitted_on` away. */
function undoneValues(document: OpenApiDocument, verb: string, resource: Resource): JsonObject {
  const flag = flagOf(document, verb, resource.fields) ?? flagOf(document, `en${verb}`, resource.fields);
  const [field, value] = Object.entries(statusAfter(document, verb, resource) ?? {})[0] ?? [];
  const marks = markFields(verb, resource).filter((name) => fits(document, resource.fields[name], null));
  const [first] = field === undefined ? [] : enumOf(document, resource.fields[field]);
  return {
    ...(field !== undefined && first !== value && { [field]: first }),
    ...(flag !== undefined && { [flag]: false }),
    ...Object.fromEntries(marks.map((name) => [name, null])),
  };
}
