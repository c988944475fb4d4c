import { partsOf } from './document-parts.ts';
import { fieldAt, isObject, listAt, objectAt, stringsIn, type JsonObject } from './json.ts';
import { closedEnum, isOpenInAnswers } from './open-enums.ts';
import { dereference, pointerOf } from './pointer.ts';

type Direction = 'readOnly' | 'writeOnly';

const mapKeywords = ['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'];
const schemaKeywords = `items additionalProperties not if then else contains propertyNames unevaluatedItems
unevaluatedProperties`.split(/\s+/);
const listKeywords = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const schemas = '#/components/schemas/';

/**
 * Tells what is sent from what is received: a request has no `readOnly` field and an answer no `writeOnly` one
 * (OpenAPI 3.1, section 4.8.24; JSON Schema validation, section 9.4). A named schema that differs gets a sibling
 * for requests, `TaskRequest` beside `Task`. A document without such fields is given back as it is.
 */
export function splitByDirection(document: JsonObject): JsonObject {
  const named = objectAt(objectAt(document, 'components'), 'schemas');
  const differing = differingSchemas(document, named);
  const { schemas: _, ...loose } = objectAt(document, 'components');
  if (differing.size === 0 && !marks(document, [document['paths'], loose])) return document;
  const siblings = new Map<string, string>();
  const added: Record<string, unknown> = {};
  const toRequest = (schema: unknown): unknown =>
    viewOf(document, schema, 'readOnly', (key) => {
      if (!differing.has(key)) return key;
      const known = siblings.get(key);
      if (known !== undefined) return known;
      const name = freeName(named, `${key}Request`);
      siblings.set(key, name);
      added[name] = toRequest(named[key]);
      return name;
    });
  const toAnswer = (schema: unknown): unknown => viewOf(document, schema, 'writeOnly', (name) => name);
  const components = withComponentViews(objectAt(document, 'components'), toRequest, toAnswer);
  const paths = mapValues(objectAt(document, 'paths'), (item) =>
    mapValues(withParameters(item, toRequest), (operation) => withViews(operation, toRequest, toAnswer)),
  );
  const answers = Object.entries(named).map(([key, schema]) => [
    key,
    differing.has(key) ? toAnswer(schema) : schema,
  ]);
  return {
    ...document,
    paths,
    components: { ...components, schemas: { ...Object.fromEntries(answers), ...added } },
  };
}

/** The named schemas with a field of one direction in them, or in what they refer to. */
function differingSchemas(document: JsonObject, named: JsonObject): Set<string> {
  const differing = new Set(Object.keys(named).filter((key) => marks(document, named[key])));
  for (let before = -1; before < differing.size;) {
    before = differing.size;
    for (const [key, schema] of Object.entries(named))
      if (referencesOf(schema).some((other) => differing.has(other))) differing.add(key);
  }
  return differing;
}

/** Whether anything in there has fields of one direction, without following references between named schemas. */
function marks(document: JsonObject, value: unknown): boolean {
  for (const part of partsOf(value)) {
    if (isOpenInAnswers(part)) return true;
    for (const field of Object.values(objectAt(part, 'properties')))
      if (isMarked(document, field, 'readOnly') || isMarked(document, field, 'writeOnly')) return true;
  }
  return false;
}

function isMarked(document: JsonObject, field: unknown, direction: Direction): boolean {
  return fieldAt(field, direction) === true || fieldAt(dereference(document, field), direction) === true;
}

function referencesOf(schema: unknown): string[] {
  return [...partsOf(schema)].flatMap((part) => schemaKey(fieldAt(part, '$ref')) ?? []);
}

function schemaKey(reference: unknown): string | undefined {
  if (typeof reference !== 'string' || !reference.startsWith(schemas)) return undefined;
  const key = reference.slice(schemas.length);
  return key.includes('/') ? undefined : key.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** The schema without the fields of a direction, its references renamed. Only schemas are changed, never data. */
function viewOf(
  document: JsonObject,
  schema: unknown,
  hidden: Direction,
  rename: (key: string) => string,
): unknown {
  if (!isObject(schema)) return schema;
  const view = (part: unknown): unknown => viewOf(document, part, hidden, rename);
  const gone = new Set(hiddenFields(document, schema, hidden));
  const own = hidden === 'readOnly' && isOpenInAnswers(schema) ? closedEnum(schema) : schema;
  const entries = Object.entries(own).map(([keyword, value]): [string, unknown] => {
    if (keyword === '$ref') return [keyword, renamed(value, rename)];
    if (keyword === 'properties') {
      const kept = Object.entries(isObject(value) ? value : {}).filter(([name]) => !gone.has(name));
      return [keyword, Object.fromEntries(kept.map(([name, part]) => [name, view(part)]))];
    }
    if (keyword === 'discriminator') return [keyword, withMapping(value, rename)];
    if (keyword === 'allOf' && Array.isArray(value))
      return [keyword, value.map((part) => withoutRequired(view(part), gone))];
    return [keyword, viewOfKeyword(keyword, value, view)];
  });
  return withoutRequired(Object.fromEntries(entries), gone);
}

function viewOfKeyword(keyword: string, value: unknown, view: (part: unknown) => unknown): unknown {
  if (schemaKeywords.includes(keyword)) return view(value);
  if (listKeywords.includes(keyword) && Array.isArray(value)) return value.map(view);
  if (mapKeywords.includes(keyword) && isObject(value))
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, view(part)]));
  return value;
}

/** The fields that the direction hides, those of its `allOf` parts included: one part may require another's field. */
function hiddenFields(document: JsonObject, schema: unknown, hidden: Direction, depth = 0): string[] {
  const target = dereference(document, schema);
  if (!target || depth > 20) return [];
  const own = Object.entries(objectAt(target, 'properties')).filter(([, field]) =>
    isMarked(document, field, hidden),
  );
  const parts = listAt(target, 'allOf').flatMap((part) => hiddenFields(document, part, hidden, depth + 1));
  return [...own.map(([name]) => name), ...parts];
}

function withoutRequired(schema: unknown, gone: ReadonlySet<string>): unknown {
  if (!isObject(schema) || !Array.isArray(schema['required'])) return schema;
  const { required, ...rest } = schema;
  const left = stringsIn(Array.isArray(required) ? required : []).filter((name) => !gone.has(name));
  return left.length > 0 ? { ...rest, required: left } : rest;
}

function renamed(reference: unknown, rename: (key: string) => string): unknown {
  const key = schemaKey(reference);
  return key === undefined ? reference : pointerOf('components', 'schemas', rename(key));
}

function withMapping(discriminator: unknown, rename: (key: string) => string): unknown {
  const mapping = fieldAt(discriminator, 'mapping');
  if (!isObject(discriminator) || !isObject(mapping)) return discriminator;
  const entries = Object.entries(mapping).map(([value, target]) => [value, renamed(target, rename)]);
  return { ...discriminator, mapping: Object.fromEntries(entries) };
}

type Change = (schema: unknown) => unknown;

function withComponentViews(components: JsonObject, toRequest: Change, toAnswer: Change): JsonObject {
  const sent = withSection(components, 'requestBodies', (body) => withContent(body, toRequest));
  const asked = withSection(sent, 'parameters', (parameter) => withSchema(parameter, toRequest));
  return withSection(asked, 'responses', (response) => withContent(response, toAnswer));
}

/** An operation with the schemas of its inputs and its answers changed; what is none stays. */
function withViews(operation: JsonObject, toRequest: Change, toAnswer: Change): JsonObject {
  const parts = withParameters(operation, toRequest);
  const answered = withSection(parts, 'responses', (response) => withContent(response, toAnswer));
  const body = fieldAt(answered, 'requestBody');
  return isObject(body) ? { ...answered, requestBody: withContent(body, toRequest) } : answered;
}

function withParameters(holder: JsonObject, change: Change): JsonObject {
  const parameters = fieldAt(holder, 'parameters');
  if (!Array.isArray(parameters)) return holder;
  const changed = parameters.map((each: unknown) => (isObject(each) ? withSchema(each, change) : each));
  return { ...holder, parameters: changed };
}

function withSection(holder: JsonObject, name: string, change: (part: JsonObject) => JsonObject): JsonObject {
  const section = fieldAt(holder, name);
  return isObject(section) ? { ...holder, [name]: mapValues(section, change) } : holder;
}

function withSchema(parameter: JsonObject, change: Change): JsonObject {
  const schema = fieldAt(parameter, 'schema');
  return withContent(schema === undefined ? parameter : { ...parameter, schema: change(schema) }, change);
}

function withContent(body: JsonObject, change: Change): JsonObject {
  if (!isObject(fieldAt(body, 'content'))) return body;
  const content = mapValues(objectAt(body, 'content'), (media) =>
    fieldAt(media, 'schema') === undefined ? media : { ...media, schema: change(media['schema']) },
  );
  return { ...body, content };
}

/** The object with each value that is an object changed; a list or a text stays. */
function mapValues(object: JsonObject, change: (value: JsonObject) => JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, isObject(value) ? change(value) : value]),
  );
}

function freeName(taken: JsonObject, wanted: string): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted}${count}`;
    if (!Object.hasOwn(taken, name)) return name;
  }
}
