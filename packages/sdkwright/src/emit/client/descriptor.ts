import { fieldAt, numberAt } from '../../model/json.ts';
import type { Operation, PagesByNumber, PagesByOffset, Pagination, SdkModel } from '../../model/sdk-model.ts';
import { jsonLiteral, stringLiteral } from '../literal.ts';
import { oncePerModel } from '../once-per-model.ts';
import { unusualAuth } from './auth.ts';
import { fieldGroups } from './field-groups.ts';
import { mostCommon } from './most-common.ts';

/** The object literal the runtime makes an operation of: where each input goes, nothing else. */
export function operationDescriptor(model: SdkModel, operation: Operation): string {
  const { success, pagination } = operation;
  const errors = errorStatuses(operation);
  const fields: [key: string, value: string][] = [
    ['id', stringLiteral(operation.id)],
    ['method', stringLiteral(operation.httpMethod)],
    ['path', stringLiteral(operation.path)],
    ...(operation.server === undefined
      ? []
      : [['server', stringLiteral(operation.server)] as [string, string]]),
  ];
  const literals = fieldGroups(model, operation);
  if (literals.length > 0) fields.push(['fields', `[${literals.join(', ')}]`]);
  if (String(errors) !== String(commonErrorStatuses(model))) fields.push(['errors', jsonLiteral(errors)]);
  if (success.result === undefined || success.resultOptional) fields.push(['empty', 'true']);
  if (model.api.envelope && !success.unwrapped) fields.push(['envelope', 'false']);
  const auth = unusualAuth(model, operation);
  if (auth !== undefined) fields.push(['auth', auth]);
  if (pagination) fields.push(['page', `/* @__PURE__ */ ${pagesLiteral(operation, pagination)}`]);
  const answer = answerOf(operation);
  if (answer !== undefined) fields.push(['answer', answer]);
  return `{ ${fields.map(([key, value]) => `${key}: ${value}`).join(', ')} }`;
}

/** The runtime's name for what becomes of an answer that is not, or not only, JSON. */
function answerOf({ success: { kind, events } }: Operation): string | undefined {
  if (events) return fieldAt(events.schema, 'type') === 'string' ? 'textEvents' : 'jsonEvents';
  if (kind === undefined || kind === 'json') return undefined;
  return kind === 'text' || kind === 'lines' ? 'textAnswer' : 'blobAnswer';
}

/** The list most operations share: it stands once, in the API's description. */
export const commonErrorStatuses: (model: SdkModel) => readonly number[] = oncePerModel((model) => {
  const lists = model.operations.map(errorStatuses);
  const common = mostCommon(lists.map(String));
  return lists.find((list) => String(list) === common) ?? [];
});

/** 404 for `404`, 4 for `4XX`; `default` stands for any status, which is 4 and 5. */
function errorStatuses({ errors }: Operation): number[] {
  const statuses = errors.flatMap(({ status }) =>
    status === 'default' ? [4, 5] : [Number(status.replace(/xx$/i, ''))],
  );
  return [...new Set(statuses)];
}

/** The runtime's function for a style of pages, and where the pages of this operation are. */
function pagesLiteral(operation: Operation, pagination: Pagination): string {
  if (pagination.style === 'cursor') {
    const { items, cursor, next, key, more } = pagination;
    return `byCursor(${jsonLiteral({ cursor, items, next, key, more })})`;
  }
  if (pagination.style === 'link') {
    const { items, next, inputs } = pagination;
    return `byLink(${jsonLiteral({ items, next, inputs })})`;
  }
  const { size, items } = pagination;
  const sizes = sizesOf(operation, pagination);
  if (pagination.style === 'offset') {
    const { offset, total } = pagination;
    return `byOffset(${jsonLiteral({ offset, size, items, total, ...sizes })})`;
  }
  const { page, last, first } = pagination;
  return `${first === 0 ? 'byIndex' : 'byPage'}(${jsonLiteral({ page, size, items, last, ...sizes })})`;
}

function sizesOf(
  { parameters }: Operation,
  { size, defaultSize }: PagesByNumber | PagesByOffset,
): { sizes?: readonly [usual: number, most: number] } {
  if (defaultSize === undefined) return {};
  const schema = parameters.find((parameter) => parameter.name === size)?.schema;
  return { sizes: [defaultSize, numberAt(schema, 'maximum') ?? defaultSize] };
}
