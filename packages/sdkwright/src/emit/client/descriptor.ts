import type { Operation, Pagination, Parameter, ParameterLocation, SdkModel } from '../../model/sdk-model.ts';
import { isJsonMediaType } from '../../model/responses.ts';
import { jsonLiteral, stringLiteral } from '../literal.ts';

/** The styles a client assumes where the document names none (OpenAPI 3.1, section 4.8.12.2). */
const defaultStyles: Readonly<Record<ParameterLocation, { readonly style: string; readonly explode: boolean }>> = {
  path: { style: 'simple', explode: false },
  query: { style: 'form', explode: true },
  header: { style: 'simple', explode: false },
  cookie: { style: 'form', explode: true },
};

/** The object literal the runtime makes an operation of: where each input goes, nothing else. */
export function operationDescriptor(model: SdkModel, operation: Operation): string {
  const fields: [key: string, value: string][] = [
    ['id', stringLiteral(operation.id)],
    ['method', stringLiteral(operation.httpMethod)],
    ['path', stringLiteral(operation.path)],
    ...parameterLists(operation),
    ...bodyField(operation),
  ];
  if (operation.input.layout === 'nested') fields.push(['input', "'nested'"]);
  if (model.api.envelope && !operation.success.unwrapped) fields.push(['envelope', 'false']);
  if (!operation.secured && model.api.auth.length > 0) fields.push(['auth', 'false']);
  if (operation.pagination) fields.push(['page', `byPage(${pageOptions(operation.pagination)})`]);
  return `{ ${fields.map(([key, value]) => `${key}: ${value}`).join(', ')} }`;
}

function parameterLists(operation: Operation): [string, string][] {
  return (['query', 'header', 'cookie'] as const)
    .map((location) => [location, operation.parameters.filter((parameter) => parameter.in === location)] as const)
    .filter(([, parameters]) => parameters.length > 0)
    .map(([location, parameters]) => [location, `[${parameters.map(parameterLiteral).join(', ')}]`]);
}

/** `name`, `name!` where it is required; an object where its style is not the usual one. */
function parameterLiteral(parameter: Parameter): string {
  const usual = defaultStyles[parameter.in];
  const { name, required, style, explode, allowReserved } = parameter;
  const isUsual = style === usual.style && explode === usual.explode && !allowReserved && !name.endsWith('!');
  if (isUsual) return fieldLiteral(name, required);
  return jsonLiteral({
    name,
    ...(required ? { required } : {}),
    ...(style === usual.style ? {} : { style }),
    ...(explode === usual.explode ? {} : { explode }),
    ...(allowReserved ? { allowReserved } : {}),
  });
}

function bodyField(operation: Operation): [string, string][] {
  const { body, input } = operation;
  if (!body) return [];
  if (input.layout === 'nested' || !isJsonMediaType(body.mediaType)) return [['body', 'true']];
  const fields = input.fields.filter((field) => field.in === 'body');
  return [['body', `[${fields.map((field) => fieldLiteral(field.name, field.required)).join(', ')}]`]];
}

function fieldLiteral(name: string, required: boolean): string {
  if (name.endsWith('!')) return jsonLiteral({ name, ...(required ? { required } : {}) });
  return stringLiteral(required ? `${name}!` : name);
}

function pageOptions({ page, size, items, info }: Pagination): string {
  return jsonLiteral({ page, ...(size === undefined ? {} : { size }), items, ...(info === undefined ? {} : { info }) });
}
