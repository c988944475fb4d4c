import { numberAt } from '../../model/json.ts';
import type { Operation, Pagination, Parameter, ParameterLocation, SdkModel } from '../../model/sdk-model.ts';
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

/** The object literal the runtime makes an operation of: where each input goes, nothing else. */
export function operationDescriptor(model: SdkModel, operation: Operation): string {
  const { success, secured, pagination } = operation;
  const errors = errorStatuses(operation);
  const fields: [key: string, value: string][] = [
    ['id', stringLiteral(operation.id)],
    ['method', stringLiteral(operation.httpMethod)],
    ['path', stringLiteral(operation.path)],
    ...parameterLists(operation),
    ...bodyField(operation),
  ];
  const parts = operationParts(operation);
  if (parts.length > 0) fields.push(['parts', `[${parts.join(', ')}]`]);
  if (String(errors) !== String(commonErrorStatuses(model))) fields.push(['errors', jsonLiteral(errors)]);
  if (success.result === undefined || success.resultOptional) fields.push(['empty', 'true']);
  if (model.api.envelope && !success.unwrapped) fields.push(['envelope', 'false']);
  if (!secured && model.api.auth.length > 0) fields.push(['auth', 'false']);
  if (pagination) fields.push(['page', `/* @__PURE__ */ byPage(${pageOptions(operation, pagination)})`]);
  return `{ ${fields.map(([key, value]) => `${key}: ${value}`).join(', ')} }`;
}

/** The runtime's functions that place the inputs: a bundle carries only those its operations use. */
function operationParts({ parameters, body, input }: Operation): string[] {
  if (input.layout === 'nested') return ['nested'];
  const has = (location: ParameterLocation): boolean =>
    parameters.some((parameter) => parameter.in === location);
  return [
    ...(has('path') ? ['pathParams'] : []),
    ...(has('query') ? ['queryParams'] : []),
    ...(has('header') ? ['headerParams'] : []),
    ...(has('cookie') ? ['cookieParams'] : []),
    ...(body ? ['requestBody'] : []),
  ];
}

/** What the descriptor refers to of the runtime, beside `operation` itself. */
export function descriptorImports(operation: Operation): string[] {
  return [
    ...operation.parameters.flatMap((parameter) => encoderOf(parameter) ?? []),
    ...operationParts(operation),
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

function parameterLists(operation: Operation): [string, string][] {
  return (['query', 'header', 'cookie'] as const)
    .map(
      (location) =>
        [location, operation.parameters.filter((parameter) => parameter.in === location)] as const,
    )
    .filter(([, parameters]) => parameters.length > 0)
    .map(([location, parameters]) => [location, `[${parameters.map(parameterLiteral).join(', ')}]`]);
}

/** `name`, `name!` where it is required; an object where its style is not the usual one. */
function parameterLiteral(parameter: Parameter): string {
  const { name, required } = parameter;
  const encoder = encoderOf(parameter);
  if (encoder === undefined) return fieldLiteral(name, required);
  return `{ name: ${stringLiteral(name)}, required: ${required}, encode: ${encoder} }`;
}

/** The runtime's encoder for a style that is not the usual one of its place. */
function encoderOf({ in: location, style, explode }: Parameter): string | undefined {
  const usual = defaultStyles[location];
  if (style === usual.style && explode === usual.explode) return undefined;
  return location === 'query' && style === 'form' ? 'commaSeparated' : undefined;
}

function bodyField(operation: Operation): [string, string][] {
  const { body, input } = operation;
  if (!body) return [];
  if (input.layout === 'nested') return [['body', body.required ? 'true' : "'optional'"]];
  const fields = input.fields.filter((field) => field.in === 'body');
  return [['body', `[${fields.map((field) => fieldLiteral(field.name, field.required)).join(', ')}]`]];
}

function fieldLiteral(name: string, required: boolean): string {
  if (name.endsWith('!')) return jsonLiteral({ name, required });
  return stringLiteral(required ? `${name}!` : name);
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
