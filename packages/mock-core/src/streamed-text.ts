import { objectAt, objectsAt, typesOf, type JsonObject } from './stateful/inference/json-schema.ts';

/**
 * The text of an answer that comes as events or as lines of JSON: one for each example, else one that the schema
 * allows. Undefined for any other media type, and where an example is such a text already.
 */
export function streamedText(
  content: JsonObject,
  sample: (schema: JsonObject) => unknown,
): string | undefined {
  const write = writerOf(String(content['mediaType']));
  if (!write) return undefined;
  const schema = objectAt(content, 'schema');
  const examples = objectsAt(content, 'examples').map(({ value }) => value);
  const isWritten = examples.some(
    (value) => typeof value === 'string' && /^(data|event|id|:|[[{"])/.test(value),
  );
  if (isWritten) return undefined;
  const values = examples.length > 0 ? examples : [sample(schema)];
  const isList = typesOf(schema).includes('array');
  return (isList && !isEvents(content) ? values.flat() : values).map(write).join('');
}

function isEvents({ mediaType }: JsonObject): boolean {
  return /^text\/event-stream/i.test(String(mediaType));
}

function writerOf(mediaType: string): ((value: unknown) => string) | undefined {
  const json = (value: unknown): string => JSON.stringify(value) ?? 'null';
  if (isEvents({ mediaType }))
    return (value) =>
      `data: ${typeof value === 'string' ? value.replaceAll('\n', '\ndata: ') : json(value)}\n\n`;
  return /^application\/(x-)?(nd-?json|json-?l|json-?lines)\b/i.test(mediaType)
    ? (value) => `${json(value)}\n`
    : undefined;
}
