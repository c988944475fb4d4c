import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { mapDocumentParts, mapParts } from '../model/document-parts.ts';
import { httpMethods } from '../model/http-methods.ts';
import { fieldAt, isObject, listAt, mapFields, objectAt, stringAt, type JsonObject } from '../model/json.ts';
import { mediaKind } from '../model/media-types.ts';
import { dereference, pointerOf } from '../model/pointer.ts';
import { isSame } from '../model/same.ts';

/** A document that says what it says in the words of OpenAPI 3.1, and what those have no words for. */
export interface OlderDocument {
  readonly document: JsonObject;
  readonly warnings: readonly Diagnostic[];
}

/**
 * An OpenAPI 3.2 document as one of 3.1, which is what all that comes later knows, the mock's Prism included. Any
 * other document stays as it is.
 */
export function asOpenapi31(document: JsonObject, file: string): OlderDocument {
  if (!String(document['openapi']).startsWith('3.2')) return { document, warnings: [] };
  const { $self: _, ...rest } = document;
  const changed = mapDocumentParts(rest, (part) => inOlderWords(document, part));
  return {
    document: { ...changed, ...securityOf(document), openapi: '3.1.1' },
    warnings: unsaid(document, file),
  };
}

function inOlderWords(document: JsonObject, part: JsonObject): JsonObject {
  if (stringAt(part, 'in') === 'querystring') return queryOf(part);
  if ('dataValue' in part || 'serializedValue' in part) return exampleOf(part);
  return {
    ...part,
    ...securityOf(part),
    ...(Array.isArray(part['parameters']) ? { parameters: queriesSaid(document, part['parameters']) } : {}),
    ...(isObject(part['content']) ? { content: contentOf(document, part['content']) } : {}),
    ...(stringAt(part, 'style') === 'cookie' ? { style: 'form' } : {}),
    ...('responses' in part && Array.isArray(part['tags']) ? { tags: tagsOf(document, part['tags']) } : {}),
  };
}

/** The value is what JSON has; what only has a text is shown as that. */
function exampleOf({ dataValue, serializedValue, ...others }: JsonObject): JsonObject {
  return { ...others, value: dataValue ?? serializedValue };
}

/** A badge says nothing of where an operation belongs. */
function tagsOf(document: JsonObject, tags: readonly unknown[]): unknown[] {
  const isOther = (tag: unknown): boolean =>
    listAt(document, 'tags').some(
      (known) => fieldAt(known, 'name') === tag && (stringAt(known, 'kind') ?? 'nav') !== 'nav',
    );
  return [...tags.filter((tag) => !isOther(tag)), ...tags.filter(isOther)];
}

/** A scheme may be named by where it stands. */
function securityOf(holder: JsonObject): JsonObject {
  if (!Array.isArray(holder['security'])) return {};
  const security = holder['security'].map((requirement: unknown) => {
    if (!isObject(requirement)) return requirement;
    const schemes = Object.entries(requirement);
    return Object.fromEntries(
      schemes.map(([name, scopes]) => [name.replace(/^#\/components\/securitySchemes\//, ''), scopes]),
    );
  });
  return { security };
}

function contentOf(document: JsonObject, content: JsonObject): JsonObject {
  return mapFields(content, (media, type) => {
    const { itemSchema, ...rest } = mediaOf(document, media);
    if (!isObject(itemSchema)) return rest;
    if (mediaKind(type) === 'events') return { ...rest, schema: dataOf(document, itemSchema) };
    return { schema: { type: 'array', items: itemSchema }, ...rest };
  });
}

/** What another place has is in the words of 3.2 still. */
function mediaOf(document: JsonObject, media: unknown): JsonObject {
  const isElsewhere = stringAt(media, '$ref') !== undefined;
  const found = isElsewhere ? (dereference(document, media) ?? media) : media;
  const whole = isElsewhere ? mapParts(found, (part) => inOlderWords(document, part)) : found;
  return isObject(whole) ? whole : {};
}

/**
 * What events hold, of a schema that describes them whole: their fields, of which `data` is a text, and may be JSON
 * in it (OpenAPI 3.2, section 4.14.3.2). A schema without such a field is taken for that of the data.
 */
function dataOf(document: JsonObject, event: JsonObject): unknown {
  const found = dataIn(document, event, 0);
  const distinct = found.filter(
    (schema, index) => found.findIndex((other) => isSame(other, schema)) === index,
  );
  // What stands beside alternatives that say more.
  const told = distinct.filter((schema) => !isSame(schema, { type: 'string' }));
  const [only = event, ...others] = told.length > 0 ? told : distinct;
  return others.length > 0 ? { anyOf: [only, ...others] } : only;
}

function dataIn(document: JsonObject, schema: unknown, depth: number): unknown[] {
  const whole = dereference(document, schema);
  if (!whole || depth > 20) return [];
  const data = dereference(document, fieldAt(whole['properties'], 'data'));
  const own = data ? [textOf(data)] : [];
  const parts = ['allOf', 'oneOf', 'anyOf'].flatMap((key) => listAt(whole, key));
  return [...own, ...parts.flatMap((part) => dataIn(document, part, depth + 1))];
}

function textOf(data: JsonObject): unknown {
  const isJson = /json/i.test(stringAt(data, 'contentMediaType') ?? '');
  if (isJson || 'contentSchema' in data) return data['contentSchema'] ?? {};
  return 'const' in data || 'enum' in data ? data : { type: 'string' };
}

const formType = 'application/x-www-form-urlencoded';

/** The fields of a form are what an exploded object writes into a query. Nothing else can be said of a whole query. */
function queryOf(parameter: JsonObject): JsonObject {
  const { content, ...others } = parameter;
  const form = objectAt(content, formType);
  if (!('schema' in form)) return parameter;
  return { ...others, in: 'query', style: 'form', explode: true, schema: form['schema'] };
}

function unsaid(document: JsonObject, file: string): Diagnostic[] {
  return Object.entries(objectAt(document, 'paths')).flatMap(([path, given]) => {
    const item = dereference(document, given) ?? {};
    const holders = ['', ...httpMethods].filter((key) => key === '' || isObject(item[key]));
    return [
      ...methodsLeftOut(item, path),
      ...holders.flatMap((key) =>
        queriesLeftOut(document, key === '' ? item : item[key], ['paths', path, key]),
      ),
    ].map(({ at, message, help }) => ({
      code: 'openapi-3.2-left-out',
      severity: 'warning',
      message,
      help,
      location: { file, pointer: pointerOf(...at.filter((key) => key !== '')) },
    }));
  });
}

interface LeftOut {
  readonly at: readonly string[];
  readonly message: string;
  readonly help: string;
}

function methodsLeftOut(item: JsonObject, path: string): LeftOut[] {
  return Object.keys(objectAt(item, 'additionalOperations')).map((method) => ({
    at: ['paths', path, 'additionalOperations', method],
    message: `${method} ${path} is left out: its method has no place in OpenAPI 3.1`,
    help: `Call it with \`client.request({ method: '${method}', path: … })\`.`,
  }));
}

function queriesLeftOut(document: JsonObject, holder: unknown, at: readonly string[]): LeftOut[] {
  return listAt(holder, 'parameters').flatMap((given, index) => {
    if (!isUnsaidQuery(document, given)) return [];
    const name = stringAt(dereference(document, given), 'name') ?? '';
    return {
      at: [...at, 'parameters', String(index)],
      message: `the parameter '${name}', a whole query that is no form, is left out`,
      help: 'Describe its fields as parameters of the query.',
    };
  });
}

function queriesSaid(document: JsonObject, parameters: readonly unknown[]): unknown[] {
  return parameters.filter((parameter) => !isUnsaidQuery(document, parameter));
}

function isUnsaidQuery(document: JsonObject, given: unknown): boolean {
  const parameter = dereference(document, given);
  if (stringAt(parameter, 'in') !== 'querystring') return false;
  return !('schema' in objectAt(objectAt(parameter, 'content'), formType));
}
