import { httpMethods } from './http-methods.ts';
import { fieldAt, gone, isObject, mapFields, stringAt, type JsonObject } from './json.ts';
import { firstThen, listOf, mapOf, object, otherwise, pathOf, plain, type Form } from './mending.ts';
import { dereference } from './pointer.ts';

const text = plain('a text', (value) => typeof value === 'string');
const flag = plain('true or false', (value) => typeof value === 'boolean');
const texts = listOf('a list of texts', text);
const map = plain('an object', isObject);
const list = plain('a list', Array.isArray);

const types: ReadonlySet<unknown> = new Set('string number integer boolean object array null'.split(' '));
const typeName = plain('the name of a type', (value) => types.has(value));
const type: Form = (value, way, report) =>
  Array.isArray(value)
    ? listOf('a list of types', typeName)(value, way, report)
    : typeName(value, way, report);

/** A schema, or one that allows anything in its place: what refers to it, or needs it, is still there. */
const schema: Form = (value, way, report) =>
  typeof value === 'boolean' ? value : otherwise(schemaObject, {})(value, way, report);

/** openapi-typescript does not know the boolean ones in a list. */
const part: Form = (value, way, report) =>
  typeof value === 'boolean' ? (value ? {} : { not: {} }) : schema(value, way, report);

const schemas = mapOf('an object of schemas', schema);
const parts = listOf('a list of schemas', part);

/** openapi-typescript takes the values of such an enum for schemas. */
const withoutEnumOfObjects: Form = (value, way, report) => {
  if (!isObject(value) || !Array.isArray(value['enum']) || ![value['type']].flat().includes('object'))
    return value;
  report({
    at: [...pathOf(way), 'enum'],
    fact: 'is of objects, which no type tells apart; it is left out',
  });
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'enum'));
};

const schemaFields: Form = object('a schema', () => ({
  $ref: text,
  type,
  properties: schemas,
  patternProperties: schemas,
  dependentSchemas: schemas,
  $defs: schemas,
  definitions: schemas,
  items: schema,
  additionalProperties: schema,
  unevaluatedProperties: schema,
  not: schema,
  allOf: parts,
  anyOf: parts,
  oneOf: parts,
  prefixItems: parts,
  required: texts,
  enum: list,
  nullable: flag,
  deprecated: flag,
  readOnly: flag,
  writeOnly: flag,
  title: text,
  summary: text,
  description: text,
  format: text,
  pattern: text,
  discriminator: firstThen(
    object('a discriminator', () => ({ propertyName: text, mapping: mapOf('an object of texts', text) })),
    plain('a discriminator with a propertyName', (value) => stringAt(value, 'propertyName') !== undefined),
  ),
}));

const schemaObject: Form = firstThen(schemaFields, withoutEnumOfObjects);

const encoding = object('an encoding', () => ({ contentType: text, style: text, explode: flag }));

/** Parts that hold media types, and may be components. */
function partForms(
  document: JsonObject,
): Readonly<Record<'header' | 'parameter' | 'requestBody' | 'response', Form>> {
  const mediaFields = { schema, examples: map, encoding: mapOf('an object of encodings', encoding) };
  const known = ['example', ...Object.keys(mediaFields)];
  // Some refer to one elsewhere, which OpenAPI knows from 3.2 on; what is meant is plain.
  const media: Form = otherwise(
    followed(
      document,
      object('a media type', () => ({ $ref: text, ...mediaFields })),
      (target) => mapFields(target, (field, key) => (known.includes(key) ? field : gone)),
    ),
    {},
  );
  const content: Form = followed(
    document,
    firstThen(onlyMediaTypes, mapOf('an object of media types', media)),
    (target) => target,
  );

  const parameterFields = {
    $ref: text,
    required: flag,
    deprecated: flag,
    style: text,
    explode: flag,
    allowReserved: flag,
    title: text,
    summary: text,
    description: text,
    schema,
    content,
    examples: map,
  };
  const header = otherwise(
    object('a header', () => parameterFields),
    {},
  );
  const parameter = object('a parameter', () => ({ ...parameterFields, name: text, in: text }));

  const requestBody = object('a request body', () => ({
    $ref: text,
    required: flag,
    title: text,
    summary: text,
    description: text,
    content,
  }));
  const response = otherwise(
    object('a response', () => ({
      $ref: text,
      title: text,
      summary: text,
      description: text,
      content,
      headers: mapOf('an object of headers', header),
      links: map,
    })),
    { description: '' },
  );
  return { header, parameter, requestBody, response };
}

const securityScheme = otherwise(
  object('a security scheme', () => ({
    $ref: text,
    type: text,
    scheme: text,
    name: text,
    in: text,
    description: text,
    flows: mapOf('an object of flows', map),
  })),
  {},
);
const requirement = mapOf('a security requirement', list);
const server = firstThen(
  object('a server', () => ({ url: text, variables: mapOf('an object of variables', map) })),
  plain('a server with a url', (value) => stringAt(value, 'url') !== undefined),
);
const servers = listOf('a list of servers', server);

/** What many write in place of a version with three numbers; `3.0` without quotes is the number 3. */
const shortVersions: Readonly<Record<string, string>> = { '3': '3.0.0', '3.0': '3.0.0', '3.1': '3.1.0' };

const version: Form = (value, way, report) => {
  const whole = Object.hasOwn(shortVersions, String(value)) ? shortVersions[String(value)] : undefined;
  if (whole === undefined) return value;
  report({
    at: pathOf(way),
    fact: `is ${JSON.stringify(value)}, which has not all three numbers; it is taken for ${whole}`,
  });
  return whole;
};

/** The form of a whole document (OpenAPI 3.1, section 4.8). */
export function documentForm(document: JsonObject): Form {
  const { header, parameter, requestBody, response } = partForms(document);
  const isParameter = (value: unknown): boolean => {
    const target = dereference(document, value);
    return (
      stringAt(target, 'name') !== undefined &&
      /^(path|query|header|cookie)$/.test(stringAt(target, 'in') ?? '')
    );
  };
  const parameters = firstThen(
    listOf(
      'a list of parameters',
      firstThen(parameter, plain('a parameter with a name and a place', isParameter)),
    ),
    withoutSecondOnes(document),
  );
  const operation = object('an operation', () => ({
    $ref: plain('no reference', () => false),
    operationId: text,
    title: text,
    summary: text,
    description: text,
    deprecated: flag,
    tags: texts,
    parameters,
    requestBody,
    responses: mapOf('an object of responses', response),
    callbacks: mapOf('an object of callbacks', callback),
    security: listOf('a list of security requirements', requirement),
    servers,
  }));
  const pathItem = leading(
    object('a path item', () => ({
      $ref: text,
      title: text,
      summary: text,
      description: text,
      parameters,
      servers,
      ...Object.fromEntries(httpMethods.map((method) => [method, operation])),
    })),
    document,
  );
  const callback: Form = (value, way, report) => {
    if (fieldAt(value, '$ref') !== undefined)
      return object('a callback', () => ({ $ref: text }))(value, way, report);
    return mapOf('a callback', pathItem)(value, way, report);
  };
  const named = (form: Form): Form => mapOf('an object of components', form);
  const part = (form: Form, stead: unknown): Form => named(otherwise(leading(form, document), stead));
  return object('a document', () => ({
    openapi: version,
    info: object('the info', () => ({ title: text, version: text, description: text })),
    paths: firstThen(withSlashes, mapOf('an object of paths', pathItem)),
    webhooks: mapOf('an object of webhooks', pathItem),
    tags: listOf('a list of tags', tag),
    security: listOf('a list of security requirements', requirement),
    servers,
    components: object('the components', () => ({
      schemas: named(schema),
      responses: part(response, { description: '' }),
      parameters: part(parameter, {}),
      examples: part(map, {}),
      requestBodies: part(requestBody, { content: {} }),
      headers: part(header, {}),
      links: part(map, {}),
      callbacks: part(callback, {}),
      securitySchemes: part(securityScheme, {}),
      pathItems: part(pathItem, {}),
    })),
  }));
}

/** A part that is no reference in a circle, which leads to nothing. Other references were checked. */
function leading(form: Form, document: JsonObject): Form {
  return firstThen(form, (value, way, report) => {
    if (fieldAt(value, '$ref') === undefined || dereference(document, value)) return value;
    report({ at: pathOf(way), fact: 'is only a reference to itself; it is left out' });
    return gone;
  });
}

/** OpenAPI 3.1, section 4.8.10: a name and a place are there once. */
function withoutSecondOnes(document: JsonObject): Form {
  return (value, way, report) => {
    if (!Array.isArray(value)) return value;
    const seen = new Set<string>();
    const kept = value.filter((item: unknown) => {
      const target = dereference(document, item);
      const key = `${stringAt(target, 'in')} ${stringAt(target, 'name')}`;
      const isSecond = seen.has(key);
      seen.add(key);
      if (isSecond)
        report({
          at: pathOf(way),
          fact: `has the ${stringAt(target, 'in')} parameter '${stringAt(target, 'name')}' twice; the first counts`,
        });
      return !isSecond;
    });
    return kept.length === value.length ? value : kept;
  };
}

/** With what a reference leads to, in a place where the engines follow none. */
function followed(document: JsonObject, form: Form, kept: (target: JsonObject) => JsonObject): Form {
  return (value, way, report) => {
    if (stringAt(value, '$ref') === undefined) return form(value, way, report);
    const target = dereference(document, value);
    return form(isObject(target) ? kept(target) : {}, way, report);
  };
}

/** An object without the keys that are no names of what it holds. */
function onlyKeys(accepts: (key: string) => boolean, fact: string): Form {
  return (value, way, report) =>
    isObject(value)
      ? mapFields(value, (child, key) => {
          if (accepts(key) || key.startsWith('x-')) return child;
          report({ at: [...pathOf(way), key], fact });
          return gone;
        })
      : value;
}

/** RFC 9110, section 8.3.1. openapi-typescript takes one called `title` for the title of them all. */
const onlyMediaTypes = onlyKeys(
  (key) => key.includes('/'),
  "is no media type, which has a slash, as in 'application/json'; it is left out",
);

/**
 * A path begins with a slash. What else stands there is passed over by hey-api's parser, but for `__proto__`: that one
 * it writes into the prototype of all objects.
 */
const withSlashes = onlyKeys(
  (key) => key.startsWith('/'),
  'is no path, which begins with a slash; it is left out',
);

const tag = firstThen(
  object('a tag', () => ({ name: text, description: text })),
  plain('a tag with a name', (value) => stringAt(value, 'name') !== undefined),
);
