import { numberAt } from '../../model/json.ts';
import type {
  Input,
  Operation,
  Pagination,
  Parameter,
  ParameterLocation,
  RequestBody,
  SdkModel,
} from '../../model/sdk-model.ts';
import { jsonLiteral, stringLiteral } from '../literal.ts';

/** The styles a client assumes where the document names none (OpenAPI 3.1, section 4.8.12.2). */
const defaultStyles: Readonly<
  Record<ParameterLocation, { readonly style: string; readonly explode: boolean }>
> = {
  path: { style: 'simple', explode: false },
  query: { style: 'form', explode: true },
  header: { style: 'simple', explode: false },
  cookie: { style: 'form', explode: true },
};

const places = ['path', 'query', 'header', 'cookie'] as const;

/** The object literal the runtime makes an operation of: where each input goes, nothing else. */
export function operationDescriptor(model: SdkModel, operation: Operation): string {
  const { success, secured, pagination } = operation;
  const errors = errorStatuses(operation);
  const fields: [key: string, value: string][] = [
    ['id', stringLiteral(operation.id)],
    ['method', stringLiteral(operation.httpMethod)],
    ['path', stringLiteral(operation.path)],
  ];
  const groups = fieldGroups(operation);
  if (groups.length > 0) fields.push(['fields', `[${groups.join(', ')}]`]);
  if (String(errors) !== String(commonErrorStatuses(model))) fields.push(['errors', jsonLiteral(errors)]);
  if (success.result === undefined || success.resultOptional) fields.push(['empty', 'true']);
  if (model.api.envelope && !success.unwrapped) fields.push(['envelope', 'false']);
  if (!secured && model.api.auth.length > 0) fields.push(['auth', 'false']);
  if (pagination) fields.push(['page', `/* @__PURE__ */ byPage(${pageOptions(operation, pagination)})`]);
  return `{ ${fields.map(([key, value]) => `${key}: ${value}`).join(', ')} }`;
}

/** What the descriptor refers to of the runtime, beside `operation` itself. */
export function descriptorImports(operation: Operation): string[] {
  return [
    ...parameterGroups(operation.parameters).map(({ location }) => location),
    ...(operation.body ? [bodyGroup(operation.body, operation.input).location] : []),
    ...(operation.input.layout === 'nested' && operation.parameters.length > 0 ? ['nested'] : []),
    ...(operation.pagination ? ['byPage'] : []),
  ];
}

/** The list most operations share: it stands once, in the API's description. */
export function commonErrorStatuses(model: SdkModel): readonly number[] {
  const lists = model.operations.map(errorStatuses);
  const counts = new Map<string, number>();
  for (const list of lists) counts.set(String(list), (counts.get(String(list)) ?? 0) + 1);
  const [most] = [...counts].toSorted(([, left], [, right]) => right - left);
  return lists.find((list) => String(list) === most?.[0]) ?? [];
}

/** 404 for `404`, 4 for `4XX`; `default` stands for any status, which is 4 and 5. */
function errorStatuses({ errors }: Operation): number[] {
  const statuses = errors.flatMap(({ status }) =>
    status === 'default' ? [4, 5] : [Number(status.replace(/xx$/i, ''))],
  );
  return [...new Set(statuses)];
}

/** The fields that one function of the runtime writes into the request. */
interface FieldGroup {
  /** The name of that function. */
  readonly location: string;
  /** As the descriptor writes them: `name!` when required. */
  readonly fields: readonly string[];
}

/** Where each field of the input goes. A bundle carries only those locations that its operations name. */
function fieldGroups({ parameters, body, input }: Operation): string[] {
  const isNested = input.layout === 'nested';
  const groups = places.flatMap((place) => {
    const here = parameters.filter((parameter) => parameter.in === place);
    const literals = parameterGroups(here).map(groupLiteral);
    if (!isNested || here.length === 0) return literals;
    const isRequired = here.some(({ required }) => required);
    return [`[nested(${literals.join(', ')}), ${stringLiteral(fieldName(place, isRequired))}]`];
  });
  return body ? [...groups, groupLiteral(bodyGroup(body, input))] : groups;
}

/** One group for each location function, in the order in which they first come. */
function parameterGroups(parameters: readonly Parameter[]): FieldGroup[] {
  const locations = [...new Set(parameters.map(locationOf))];
  return locations.map((location) => {
    const own = parameters.filter((parameter) => locationOf(parameter) === location);
    return { location, fields: own.map(({ name, required }) => fieldName(name, required)) };
  });
}

function bodyGroup(body: RequestBody, input: Input): FieldGroup {
  if (input.layout === 'nested') return { location: 'asBody', fields: [fieldName('body', body.required)] };
  const fields = input.fields.filter((field) => field.in === 'body');
  return { location: 'inBody', fields: fields.map(({ name, required }) => fieldName(name, required)) };
}

function groupLiteral({ location, fields }: FieldGroup): string {
  return `[${[location, ...fields.map(stringLiteral)].join(', ')}]`;
}

/** The runtime's function for a parameter of this place and style. */
function locationOf({ in: place, style, explode }: Parameter): string {
  const usual = defaultStyles[place];
  if (place === 'query' && style === 'form' && explode !== usual.explode) return 'commaSeparated';
  return { path: 'inPath', query: 'inQuery', header: 'inHeader', cookie: 'inCookie' }[place];
}

/** A name that ends like a mark has one of its own. */
function fieldName(name: string, required: boolean): string {
  if (required) return `${name}!`;
  return /[!?]$/.test(name) ? `${name}?` : name;
}

function pageOptions(operation: Operation, { page, size, items, info, defaultSize }: Pagination): string {
  const schema = operation.parameters.find((parameter) => parameter.name === size)?.schema;
  const most = numberAt(schema, 'maximum');
  return jsonLiteral({
    page,
    size,
    items,
    info,
    ...(defaultSize === undefined ? {} : { sizes: [defaultSize, most ?? defaultSize] }),
  });
}
