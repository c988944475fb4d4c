import { isInt64 } from './exact-integers.ts';
import { fieldAt, isObject, listAt, objectAt, stringAt, stringsIn, type JsonObject } from './json.ts';
import { isBlobSchema } from './media-types.ts';
import { knownValues } from './open-enums.ts';
import { pointerOf, resolvePointer } from './pointer.ts';
import type { Schema, SdkModel } from './sdk-model.ts';

/** A schema and where it stands in its document. */
export interface Located {
  readonly schema: Schema;
  readonly pointer: string;
}

export type Literal = string | number | boolean;

/** One of the types that a value may have, as the types package prints it. */
export type Alternative = (
  | { readonly kind: 'unknown' | 'blob' | 'bigint' }
  | { readonly kind: 'string' | 'number' | 'boolean'; readonly values?: readonly Literal[] }
  | { readonly kind: 'array'; readonly items: Located }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, FormField>; readonly rest?: Located }
) & {
  /** Where limits and prose stand. */
  readonly place: Located;
  /** Name of the exported schema that the alternative was reached through. */
  readonly origin?: string;
};

export type ObjectAlternative = Extract<Alternative, { kind: 'object' }>;

export interface FormField extends Located {
  readonly required: boolean;
}

/** What a schema allows, references followed and compositions taken apart. */
export interface Form {
  readonly nullable: boolean;
  readonly alternatives: readonly Alternative[];
}

/** A chain of references or compositions that is longer than this runs in a circle. */
const maxDepth = 30;

/** Mirrors how openapi-typescript reads a schema, so that what is equal here is the same type there. */
export function formOf(model: SdkModel, place: Located, depth = 0): Form {
  const { schema } = place;
  if (schema === false) return { nullable: false, alternatives: [] };
  if (schema === true || depth > maxDepth) return one({ kind: 'unknown', place });
  if (isBlobSchema(schema)) return one({ kind: 'blob', place });
  const reference = stringAt(schema, '$ref');
  if (reference !== undefined) return referenced(model, reference, place, depth);
  if (knownValues(schema)) return { nullable: allowsNull(schema), alternatives: [{ kind: 'string', place }] };
  const literals = literalsOf(schema);
  if (literals) return literalForm(literals, schema, place);
  const form = composed(model, schema, place, depth);
  return isNullable(schema) ? { ...form, nullable: !isUnknown(form) } : form;
}

export function isUnknown(form: Form): boolean {
  return form.alternatives.some(({ kind }) => kind === 'unknown');
}

function one(alternative: Alternative): Form {
  return { nullable: false, alternatives: [alternative] };
}

function referenced(model: SdkModel, reference: string, place: Located, depth: number): Form {
  const target = resolvePointer(model.document, reference);
  if (!isObject(target) && typeof target !== 'boolean') return one({ kind: 'unknown', place });
  const { nullable, alternatives } = formOf(model, { schema: target, pointer: reference }, depth + 1);
  const origin = model.schemas.find(({ pointer }) => pointer === reference)?.name;
  // The outermost name is the one that stands in the type.
  return {
    nullable,
    alternatives: alternatives.map((alternative) => ({
      ...alternative,
      ...(origin === undefined ? {} : { origin }),
    })),
  };
}

/** `nullable` is OpenAPI 3.0; beside a `type` that has no null it makes the whole nullable. */
function isNullable(schema: JsonObject): boolean {
  return fieldAt(schema, 'nullable') === true;
}

function allowsNull(schema: JsonObject): boolean {
  return isNullable(schema) || typesOf(schema).includes('null');
}

function literalsOf(schema: JsonObject): readonly unknown[] | undefined {
  const constant = fieldAt(schema, 'const');
  if (constant !== undefined) return [constant];
  const choices = fieldAt(schema, 'enum');
  const isObjectEnum = ['properties', 'additionalProperties'].some((key) => key in schema);
  return Array.isArray(choices) && !isObjectEnum ? choices : undefined;
}

function literalForm(literals: readonly unknown[], schema: JsonObject, place: Located): Form {
  const values = literals.filter(isLiteral);
  const kinds = [...new Set(values.map(kindOfLiteral))];
  const nullable = literals.includes(null) || allowsNull(schema);
  return {
    nullable,
    alternatives: kinds.map((kind) => ({
      kind,
      values: values.filter((value) => kindOfLiteral(value) === kind),
      place,
    })),
  };
}

function isLiteral(value: unknown): value is Literal {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function kindOfLiteral(value: Literal): 'string' | 'number' | 'boolean' {
  if (typeof value === 'string') return 'string';
  return typeof value === 'number' ? 'number' : 'boolean';
}

function typesOf(schema: JsonObject): string[] {
  const type = fieldAt(schema, 'type');
  return Array.isArray(type) ? stringsIn(type) : typeof type === 'string' ? [type] : [];
}

function composed(model: SdkModel, schema: JsonObject, place: Located, depth: number): Form {
  const part = (keyword: string): Form[] =>
    listAt(schema, keyword).flatMap((value, index) =>
      isObject(value) || typeof value === 'boolean'
        ? [
            formOf(
              model,
              { schema: value, pointer: place.pointer + pointerOf(keyword, index).slice(1) },
              depth + 1,
            ),
          ]
        : [],
    );
  const core = coreForm(model, schema, place);
  const whole = intersection([...(core ? [core] : []), ...part('allOf')], schema);
  const choices = union([...part('oneOf'), ...part('anyOf')]);
  if (!choices) return whole ?? one({ kind: 'unknown', place });
  if (!whole || typesOf(schema).some((type) => type !== 'object')) return choices;
  return {
    nullable: choices.nullable,
    alternatives: choices.alternatives.map(
      (alternative) => intersection([whole, one(alternative)], schema)?.alternatives[0] ?? alternative,
    ),
  };
}

/** What `type`, `properties` and `items` say by themselves; undefined where they say nothing. */
function coreForm({ api }: SdkModel, schema: JsonObject, place: Located): Form | undefined {
  const types = typesOf(schema);
  const hasComposition = ['allOf', 'oneOf', 'anyOf'].some((keyword) => listAt(schema, keyword).length > 0);
  const isBareObject =
    Object.keys(objectAt(schema, 'properties')).length === 0 && !fieldAt(schema, 'additionalProperties');
  if (types.length === 0) return isBareObject ? undefined : one(objectForm(schema, place));
  const alternatives = types.flatMap((type): Alternative[] => {
    if (type === 'null') return [];
    if (type === 'object') return hasComposition && isBareObject ? [] : [objectForm(schema, place)];
    if (type === 'array') return [{ kind: 'array', items: itemsOf(schema, place), place }];
    if (type === 'string' || type === 'boolean') return [{ kind: type, place }];
    const mayBeBigint = type === 'integer' && api.exactInt64 && isInt64(schema);
    return [{ kind: 'number', place }, ...(mayBeBigint ? [{ kind: 'bigint', place } as const] : [])];
  });
  if (alternatives.length === 0 && !types.includes('null')) return undefined;
  return { nullable: types.includes('null'), alternatives };
}

function itemsOf(schema: JsonObject, place: Located): Located {
  const items = fieldAt(schema, 'items');
  return {
    schema: isObject(items) || typeof items === 'boolean' ? items : true,
    pointer: `${place.pointer}/items`,
  };
}

function objectForm(schema: JsonObject, place: Located): ObjectAlternative {
  const required = new Set(stringsIn(listAt(schema, 'required')));
  const fields = new Map<string, FormField>();
  for (const [name, value] of Object.entries(objectAt(schema, 'properties'))) {
    if (!isObject(value) && typeof value !== 'boolean') continue;
    const pointer = place.pointer + pointerOf('properties', name).slice(1);
    fields.set(name, { schema: value, pointer, required: required.has(name) });
  }
  const rest = fieldAt(schema, 'additionalProperties');
  const pointer = `${place.pointer}/additionalProperties`;
  if (isObject(rest) || rest === true)
    return { kind: 'object', fields, rest: { schema: rest, pointer }, place };
  // An object of which nothing is said is printed as a record of anything.
  if (fields.size === 0) return { kind: 'object', fields, rest: { schema: true, pointer }, place };
  return { kind: 'object', fields, place };
}

function union(forms: readonly Form[]): Form | undefined {
  if (forms.length === 0) return undefined;
  return {
    nullable: forms.some((form) => form.nullable),
    alternatives: forms.flatMap((form) => form.alternatives),
  };
}

/** Objects are merged; of anything else the first that says something stands for all. */
function intersection(forms: readonly Form[], schema: JsonObject): Form | undefined {
  const telling = forms.filter((form) => !isUnknown(form));
  const [first, second] = telling.length > 0 ? telling : forms;
  const required = stringsIn(listAt(schema, 'required'));
  if (!first || (!second && required.length === 0)) return first;
  const objects = telling.flatMap(({ alternatives: [only, another] }) =>
    only?.kind === 'object' && !another ? [only] : [],
  );
  if (objects.length < telling.length) return first;
  return {
    nullable: telling.every((form) => form.nullable),
    alternatives: [mergeObjects(objects, required)],
  };
}

function mergeObjects(objects: readonly ObjectAlternative[], required: readonly string[]): ObjectAlternative {
  const fields = new Map<string, FormField>();
  for (const object of objects) {
    for (const [name, field] of object.fields) {
      const isRequired = field.required || required.includes(name) || fields.get(name)?.required === true;
      fields.set(name, { ...field, required: isRequired });
    }
  }
  const rest = objects.find((object) => object.rest)?.rest;
  const place = objects[0]?.place ?? { schema: {}, pointer: '#' };
  return { kind: 'object', fields, place, ...(rest ? { rest } : {}) };
}
