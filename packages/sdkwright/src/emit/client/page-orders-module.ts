import { fieldAt, numberAt, objectAt } from '../../model/json.ts';
import type { PagesByNumber, PagesByOffset, Pagination } from '../../model/pagination.ts';
import type { Operation, SdkModel } from '../../model/sdk-model.ts';
import { generatedModule, type File } from '../file.ts';
import { jsdoc } from '../jsdoc.ts';
import { jsonLiteral } from '../literal.ts';
import { oncePerModel } from '../once-per-model.ts';
import { functionNames } from './function-names.ts';

/** `page-orders.ts`: how the pages of lists follow each other, each way once. */
export function emitPageOrders(model: SdkModel): File {
  const orders = pageOrders(model);
  // Always there: manifests name it, and are written but once.
  if (orders.length === 0) return generatedModule(model, 'client', 'page-orders.ts', 'export {};\n');
  const functions = [...new Set(orders.flatMap(functionNames))].toSorted();
  const body = [
    `import { ${functions.join(', ')}, type PageOrder } from '@sdkwright/runtime';\n\n`,
    orders
      .map((order, index) => {
        const [first, ...more] = model.operations.filter((operation) => orderOf(model, operation) === order);
        const others = more.length === 0 ? '' : ` and ${more.length} more`;
        return `${jsdoc([`The pages of \`${first?.name}\`${others}.`])}export const order${index + 1}: PageOrder = /* @__PURE__ */ ${order};\n`;
      })
      .join('\n'),
  ];
  return generatedModule(model, 'client', 'page-orders.ts', body.join(''));
}

/** The name of an operation's order in that module. */
export function pageOrderName(model: SdkModel, operation: Operation): string {
  return `order${pageOrders(model).indexOf(orderOf(model, operation) ?? '') + 1}`;
}

const pageOrders: (model: SdkModel) => readonly string[] = oncePerModel((model) => [
  ...new Set(model.operations.flatMap((operation) => orderOf(model, operation) ?? [])),
]);

function orderOf({ api }: SdkModel, operation: Operation): string | undefined {
  if (!operation.pagination) return undefined;
  const order = orderLiteral(operation, operation.pagination);
  return api.exactInt64 ? `exactOrder(${order})` : order;
}

/** The runtime's function for a style of pages, and where the pages of this operation are. */
function orderLiteral(operation: Operation, pagination: Pagination): string {
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
  { parameters, input }: Operation,
  { size, defaultSize }: PagesByNumber | PagesByOffset,
): { sizes?: readonly [usual: number, most: number] } {
  if (defaultSize === undefined) return {};
  const parameter = parameters.find(({ name }) => name === size);
  const schema = parameter?.schema ?? fieldAt(objectAt(input.schema, 'properties'), size ?? '');
  return { sizes: [defaultSize, numberAt(schema, 'maximum') ?? defaultSize] };
}
