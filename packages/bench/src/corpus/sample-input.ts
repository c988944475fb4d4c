import { isBlobSchema, type Operation, type SampleCall } from 'sdkwright';

/** The input of a sample call with files in place of the texts that stand for them. */
export function inputWithFiles({ body, input: { layout } }: Operation, { input }: SampleCall): object {
  if (!body) return input;
  if (layout === 'flat') return { ...input, ...filesAmong(body.schema, input) };
  if (body.kind === 'file') return { ...input, body: new Blob(['content']) };
  const given = input['body'];
  return isObject(given) ? { ...input, body: { ...given, ...filesAmong(body.schema, given) } } : input;
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
