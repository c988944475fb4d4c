import { isBlobSchema, type Operation, type SampleCall } from 'sdkwright';

/** The input of a sample call with files in place of the texts that stand for them. */
export function inputWithFiles({ body, input: { layout } }: Operation, { input }: SampleCall): object {
  if (!body) return input;
  if (layout === 'flat') return { ...input, ...filesAmong(body.schema, input), ...pairsAmong(body, input) };
  if (body.kind === 'file') return { ...input, body: new Blob(['content']) };
  const given = input['body'];
  if (!isObject(given)) return input;
  return { ...input, body: { ...given, ...filesAmong(body.schema, given), ...pairsAmong(body, given) } };
}

/** Lists of one twice: of parts, Prism takes a list of one item for the item. */
function pairsAmong(
  { kind, schema }: NonNullable<Operation['body']>,
  given: object,
): Record<string, unknown[]> {
  if (kind !== 'multipart') return {};
  const lists = Object.entries(given).filter(([name, value]: [string, unknown]) => {
    const field = at(at(schema, 'properties'), name);
    const isOpen = !['uniqueItems', 'maxItems', '$ref'].some((key) => Reflect.has(Object(field), key));
    return Array.isArray(value) && value.length === 1 && isOpen && !isBlobSchema(at(field, 'items'));
  });
  return Object.fromEntries(lists.map(([name, value]: [string, unknown[]]) => [name, [...value, ...value]]));
}

function filesAmong(schema: unknown, given: object): Record<string, Blob | Blob[]> {
  const properties = Object.entries(at(schema, 'properties') ?? {}).filter(([name]) =>
    Object.hasOwn(given, name),
  );
  return Object.fromEntries(
    properties.flatMap(([name, property]): [string, Blob | Blob[]][] => {
      if (isBlobSchema(property)) return [[name, new Blob(['content'])]];
      return isBlobSchema(at(property, 'items')) ? [[name, [new Blob(['content'])]]] : [];
    }),
  );
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function at(value: unknown, key: string): object | undefined {
  const found: unknown = isObject(value) ? Reflect.get(value, key) : undefined;
  return isObject(found) ? found : undefined;
}
