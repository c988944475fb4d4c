import { fieldAt, isObject, listAt, type JsonObject } from '../../model/json.ts';
import { isBlobSchema, sentMediaType } from '../../model/media-types.ts';
import { isNullable } from '../../model/object-shape.ts';
import { dereference } from '../../model/pointer.ts';
import type {
  FieldEncoding,
  Input,
  InputField,
  Operation,
  Parameter,
  ParameterLocation,
  RequestBody,
  SdkModel,
  SuccessResponse,
} from '../../model/sdk-model.ts';
import { jsonLiteral, stringLiteral } from '../literal.ts';

/** The fields that one function of the runtime writes into the request. */
interface FieldGroup {
  /** The call that gives that function: `inQuery`, `pathStyle('label', true)`. */
  readonly location: string;
  readonly fields: readonly Pick<InputField, 'name' | 'required'>[];
}

const places: readonly ParameterLocation[] = ['path', 'query', 'header', 'cookie'];

const redirectLocation = { followed: 'followRedirects', result: 'expectRedirect' } as const;

/** Where each field of the input goes. A bundle carries only those functions that its operations name. */
export function fieldGroups(model: SdkModel, operation: Operation): string[] {
  const { parameters, body, input, success } = operation;
  const isNested = input.layout === 'nested';
  const literals = places.flatMap((place) => {
    const here = parameters.filter((parameter) => parameter.in === place);
    const groups = grouped(here, (parameter) => locationOf(model, parameter)).map(groupLiteral);
    if (!isNested || here.length === 0) return groups;
    const required = here.some((parameter) => parameter.required);
    return [groupLiteral({ location: `nested(${groups.join(', ')})`, fields: [{ name: place, required }] })];
  });
  if (body) literals.push(...bodyGroups(body, input).map(groupLiteral));
  const accepted = acceptedTypes(success);
  if (accepted !== undefined)
    literals.push(groupLiteral({ location: `accepts(${stringLiteral(accepted)})`, fields: [] }));
  if (success.redirects)
    literals.push(groupLiteral({ location: redirectLocation[success.redirects], fields: [] }));
  return literals;
}

/** The function, how many of the fields are required, these, the others. */
function groupLiteral({ location, fields }: FieldGroup): string {
  const required = fields.filter((field) => field.required);
  const all = [...required, ...fields.filter((field) => !field.required)];
  return `[${[location, required.length, ...all.map(({ name }) => stringLiteral(name))].join(', ')}]`;
}

/** One group for each location, in the order in which they first come. */
function grouped<Item extends Pick<InputField, 'name' | 'required'>>(
  items: readonly Item[],
  locationOfItem: (item: Item) => string,
): FieldGroup[] {
  const locations = [...new Set(items.map(locationOfItem))];
  return locations.map((location) => ({
    location,
    fields: items.filter((item) => locationOfItem(item) === location),
  }));
}

/** The runtime's function for a parameter of this place and style (OpenAPI 3.1, section 4.8.12.3). */
function locationOf(model: SdkModel, parameter: Parameter): string {
  const { in: place, mediaType, allowReserved } = parameter;
  const plain = { path: 'inPath', query: 'inQuery', header: 'inHeader', cookie: 'inCookie' }[place];
  if (mediaType !== undefined) return `jsonText(${plain})`;
  const mayBeObject = canBe('object', model.document, parameter.schema);
  // No style says how an object within a list is written; servers that want such a thing want JSON.
  if (place === 'query' && !mayBeObject && holdsObjects(model.document, parameter))
    return `jsonText(${plain})`;
  if (place === 'path') return pathLocation(model, parameter);
  const location = {
    query: queryLocation(parameter, mayBeObject, allowReserved),
    header: headerLocation(parameter, mayBeObject),
    cookie: parameter.explode ? plain : `joined(${plain})`,
  }[place];
  return canBe('null', model.document, parameter.schema) ? `unlessNull(${location})` : location;
}

function pathLocation({ document }: SdkModel, { style, explode, schema }: Parameter): string {
  if (style === 'label' || style === 'matrix') return `pathStyle('${style}', ${explode})`;
  const isOne = !canBe('object', document, schema) && !canBe('array', document, schema);
  return isOne ? 'inPath' : `pathStyle('simple', ${explode})`;
}

function queryLocation({ style, explode }: Parameter, mayBeObject: boolean, allowReserved: boolean): string {
  if (style === 'deepObject') return 'deepObject';
  if (style === 'spaceDelimited' && !explode) return 'spaceDelimited';
  if (style === 'pipeDelimited' && !explode) return 'pipeDelimited';
  if (!explode) return 'commaSeparated';
  if (allowReserved) return 'reservedInQuery';
  return mayBeObject ? 'asProperties' : 'inQuery';
}

function headerLocation({ explode }: Parameter, mayBeObject: boolean): string {
  if (!mayBeObject) return 'inHeader';
  return explode ? 'headerProperties' : 'joined(inHeader)';
}

function holdsObjects(document: JsonObject, { style, schema }: Parameter): boolean {
  const items = fieldAt(dereference(document, schema), 'items');
  return style !== 'deepObject' && canBe('object', document, items);
}

/** Whether a value of the schema may be of a type; a schema that says nothing is taken for a plain value. */
function canBe(type: 'object' | 'array' | 'null', document: JsonObject, schema: unknown, depth = 0): boolean {
  const target = dereference(document, schema);
  if (!target || depth > 5) return false;
  if ([fieldAt(target, 'type')].flat().includes(type)) return true;
  if (type === 'null' ? isNullable(target) : isObject(fieldAt(target, partsOf[type]))) return true;
  return (['allOf', 'anyOf', 'oneOf'] as const).some((keyword) =>
    listAt(target, keyword).some((part) => canBe(type, document, part, depth + 1)),
  );
}

const partsOf = { object: 'properties', array: 'items' } as const;

/** A flat input has the body's fields side by side with the others; else the body is one field. */
function bodyGroups(body: RequestBody, input: Input): FieldGroup[] {
  const fields = input.fields.filter((field) => field.in === 'body');
  if (input.layout === 'flat') {
    const groups = grouped(fields, ({ name }) => fieldLocation(body, name));
    if (!body.required)
      return groups.map((group) => ({ ...group, location: `optionalBody(${group.location})` }));
    return groups.length > 0 ? groups : [{ location: fieldLocation(body, ''), fields: [] }];
  }
  return [{ location: wholeLocation(body), fields: [{ name: 'body', required: body.required }] }];
}

/** The function for a field of a body that is an object, a form or parts. */
function fieldLocation(body: RequestBody, name: string): string {
  const { kind, mediaType, encoding, schema, partsOnly } = body;
  const { contentType } = encoding[name] ?? {};
  if (partsOnly) return `inJsonOrParts(${jsonOrParts(body, partsOnly)})`;
  if (kind === 'form') return formLocation(encoding[name] ?? {});
  if (kind !== 'multipart')
    return isPlainJson(mediaType) ? 'inBody' : `jsonFields(${stringLiteral(mediaType)})`;
  const property = fieldAt(fieldAt(schema, 'properties'), name);
  const isFile = isBlobSchema(property) || isBlobSchema(fieldAt(property, 'items'));
  // A list or a range of types is the file's own choice.
  return contentType === undefined || isFile || /[,*]/.test(contentType)
    ? 'inMultipart'
    : `partsOfType(${stringLiteral(contentType)})`;
}

/** The function for a field of a form (OpenAPI 3.1, section 4.8.15.1.2); lists repeat the name where nothing is said. */
function formLocation({ style = 'form', explode = style === 'form' }: FieldEncoding): string {
  if (style === 'deepObject') return 'inDeepForm';
  if (explode) return 'inForm';
  if (style === 'spaceDelimited') return "joined(inForm, ' ')";
  return style === 'pipeDelimited' ? "joined(inForm, '|')" : 'joined(inForm)';
}

/** The function for a body that is one field of the input. */
function wholeLocation(body: RequestBody): string {
  const { kind, mediaType, partsOnly } = body;
  const type = stringLiteral(sentMediaType(mediaType));
  if (partsOnly) return `asJsonOrParts(${jsonOrParts(body, partsOnly)})`;
  if (kind === 'json') return isPlainJson(mediaType) ? 'asBody' : `jsonBody(${type})`;
  if (kind === 'form' || kind === 'multipart') return `wholeForm(${fieldLocation(body, '')})`;
  // The runtime knows what to call a range of types.
  return kind === 'lines' ? `linesBody(${type})` : `rawBody(${stringLiteral(mediaType)})`;
}

/** The options of the runtime's function, where there is one to give. */
function jsonOrParts({ mediaType, encoding }: RequestBody, only: readonly string[]): string {
  const types = Object.entries(encoding).flatMap(([name, { contentType = '*' }]) =>
    /[,*]/.test(contentType) ? [] : [[name, contentType]],
  );
  const options = {
    ...(isPlainJson(mediaType) ? {} : { json: sentMediaType(mediaType) }),
    ...(only.length === 0 ? {} : { only }),
    ...(types.length === 0 ? {} : { types: Object.fromEntries(types) }),
  };
  return Object.keys(options).length === 0 ? '' : jsonLiteral(options);
}

function isPlainJson(mediaType: string): boolean {
  return /^(application\/json|\*\/\*)\s*(;|$)/i.test(mediaType);
}

/** What the call accepts, where that is not JSON alone. */
function acceptedTypes({ accept, kind, mediaType, events }: SuccessResponse): string | undefined {
  const whole = accept ?? (kind === 'json' ? jsonTypes(mediaType) : mediaType);
  if (whole !== undefined && events && events.mediaType !== mediaType) return `${whole}, ${events.mediaType}`;
  return whole === 'application/json' ? undefined : whole;
}

/** Some servers have nothing for whoever does not know the name of their JSON; others do not go by it themselves. */
function jsonTypes(mediaType: string | undefined): string {
  const isPlain = mediaType === undefined || isPlainJson(mediaType);
  return isPlain ? 'application/json' : `${mediaType}, application/json`;
}
