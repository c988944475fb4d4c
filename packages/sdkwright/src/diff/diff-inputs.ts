import { isObject, objectAt } from '../model/json.ts';
import { pointerOf } from '../model/pointer.ts';
import type { Operation, Parameter, Schema } from '../model/sdk-model.ts';
import { changeOf } from './catalogue.ts';
import type { Change, Subject } from './change.ts';
import { compareRequired, compareSchemas } from './compare-schemas.ts';
import type { Comparison } from './comparison.ts';
import type { Located } from '../model/schema-form.ts';
import { within } from './subject.ts';

/** A field of an input as callers write it: `query.page` where the input nests. */
interface InputField extends Located {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
}

/** What changed of the things a call takes, where they travel and how they are written. */
export function diffInputs(
  comparison: Comparison,
  before: Operation,
  after: Operation,
  subject: Subject,
): Change[] {
  const was = inputFields(before);
  const is = inputFields(after);
  const isRewritten = before.input.layout !== after.input.layout && was.length > 0 && is.length > 0;
  return [
    ...(isRewritten
      ? [
          changeOf('input-layout-changed', subject, {
            before: before.input.layout,
            after: after.input.layout,
          }),
        ]
      : compareInputs(comparison, pairFields(before, after, was, is), was, is, subject)),
    ...compareStyles(before, after, subject),
    ...compareMediaTypes(before, after, subject),
  ];
}

function inputFields({ input, parameters, body }: Operation): InputField[] {
  const parameterFields = parameters.map(({ name, in: location, required, schema, pointer }) => ({
    name: input.layout === 'flat' ? name : `${location}.${name}`,
    in: location,
    required,
    schema,
    pointer,
  }));
  if (!body) return parameterFields;
  const at = `${body.pointer}/schema`;
  if (input.layout === 'nested')
    return [
      ...parameterFields,
      { name: 'body', in: 'body', required: body.required, schema: body.schema, pointer: at },
    ];
  const properties = objectAt(input.schema, 'properties');
  const bodyFields = input.fields.filter((field) => field.in === 'body');
  return [
    ...parameterFields,
    ...bodyFields.map(({ name, required }) => ({
      name,
      in: 'body',
      required,
      schema: schemaIn(properties[name]),
      pointer: at + pointerOf('properties', name).slice(1),
    })),
  ];
}

function schemaIn(value: unknown): Schema {
  return isObject(value) || typeof value === 'boolean' ? value : {};
}

function compareInputs(
  comparison: Comparison,
  pairs: readonly (readonly [InputField, InputField])[],
  was: readonly InputField[],
  is: readonly InputField[],
  subject: Subject,
): Change[] {
  const paired = new Set(pairs.flat());
  return [
    ...pairs.flatMap(([one, other]) => compareField(comparison, one, other, subject)),
    ...was
      .filter((field) => !paired.has(field))
      .map((field) =>
        changeOf('input-removed', atField(subject, field, field.pointer, undefined), {
          before: field.schema,
        }),
      ),
    ...is
      .filter((field) => !paired.has(field))
      .map((field) =>
        changeOf(
          field.required ? 'required-input-added' : 'input-added',
          atField(subject, field, undefined, field.pointer),
          { after: field.schema },
        ),
      ),
  ];
}

/** By name; a nested field that went to another part by the name within; a path parameter by its place in the path. */
function pairFields(
  before: Operation,
  after: Operation,
  was: readonly InputField[],
  is: readonly InputField[],
): (readonly [InputField, InputField])[] {
  const taken = new Set<InputField>();
  const pairs: (readonly [InputField, InputField])[] = [];
  const matches = [
    (one: InputField, other: InputField) => one.name === other.name,
    (one: InputField, other: InputField) => lastName(one) === lastName(other) && one.in !== 'body',
    (one: InputField, other: InputField) =>
      one.in === 'path' && other.in === 'path' && orderInPath(before, one) === orderInPath(after, other),
  ];
  for (const isMatch of matches) {
    for (const one of was.filter((field) => !taken.has(field))) {
      const other = is.find((field) => !taken.has(field) && isMatch(one, field));
      if (!other) continue;
      taken.add(one).add(other);
      pairs.push([one, other]);
    }
  }
  return pairs;
}

/** A nested field is two steps down: its part of the request, and its name. */
function atField(
  subject: Subject,
  field: InputField,
  before: string | undefined,
  after: string | undefined,
): Subject {
  const name = lastName(field);
  const there = name === field.name ? subject : within(subject, field.in, before, after);
  return within(there, name, before, after);
}

function lastName({ name }: InputField): string {
  return name.replace(/^(path|query|header|cookie)\./, '');
}

function orderInPath({ path }: Operation, field: InputField): number {
  return [...path.matchAll(/\{([^}]*)\}/g)].findIndex(([, name]) => name === lastName(field));
}

function compareField(comparison: Comparison, was: InputField, is: InputField, subject: Subject): Change[] {
  const there = atField(subject, was, was.pointer, is.pointer);
  const isNested = was.name !== is.name && lastName(was) === lastName(is);
  const changes: Change[] = [];
  if (was.in !== is.in)
    changes.push(
      changeOf(isNested ? 'nested-input-moved' : 'input-moved', there, { before: was.in, after: is.in }),
    );
  else if (was.name !== is.name)
    changes.push(changeOf('path-parameter-renamed', there, { before: lastName(was), after: lastName(is) }));
  const pair = { before: was, after: is, direction: 'request', above: [] } as const;
  return [...changes, ...compareRequired(pair, was, is, there), ...compareSchemas(comparison, pair, there)];
}

function compareStyles(before: Operation, after: Operation, subject: Subject): Change[] {
  return before.parameters.flatMap((was) => {
    const is = after.parameters.find((other) => other.name === was.name && other.in === was.in);
    if (!is || styleOf(was) === styleOf(is)) return [];
    const there = within(subject, was.name, was.pointer, is.pointer);
    return [changeOf('input-serialization-changed', there, { before: styleOf(was), after: styleOf(is) })];
  });
}

function styleOf({ style, explode, allowReserved }: Parameter): string {
  return [
    style,
    ...(explode ? ['exploded'] : []),
    ...(allowReserved ? ['reserved characters kept'] : []),
  ].join(', ');
}

function compareMediaTypes({ body: was }: Operation, { body: is }: Operation, subject: Subject): Change[] {
  if (!was || !is) return [];
  const there = { ...subject, pointers: { before: was.pointer, after: is.pointer } };
  if (was.mediaType !== is.mediaType)
    return [changeOf('request-media-type-changed', there, { before: was.mediaType, after: is.mediaType })];
  if (String(was.mediaTypes.toSorted()) === String(is.mediaTypes.toSorted())) return [];
  return [changeOf('request-media-types-listed', there, { before: was.mediaTypes, after: is.mediaTypes })];
}
