import { experimentalReason } from '../model/build-operation.ts';
import { fieldAt, isObject, listAt, stringAt, type JsonObject } from '../model/json.ts';
import { kebabCase } from '../model/names.ts';
import type { Operation } from '../model/sdk-model.ts';
import { commentText } from './literal.ts';
import { wrapProse } from './wrap-prose.ts';

/** Schema keywords that are told as a tag of their own, in this order. */
const factKeywords = [
  'format',
  'default',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'minItems',
  'maxItems',
  'uniqueItems',
] as const;

/** A JSDoc block with its line break, or nothing where there is nothing to say. */
export function jsdoc(lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const text = wrapProse(lines.map(commentText).join('\n')).split('\n');
  if (text.length === 1) return `/** ${text[0]} */\n`;
  return `/**\n${text.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */\n`;
}

/**
 * What the document says of a schema: prose first, then limits, default, examples and standing as tags. `name` is
 * what the schema has in the code: a title that only says it again, as FastAPI writes them, is left out.
 */
export function schemaDocumentation(schema: unknown, name = ''): string[] {
  if (!isObject(schema)) return [];
  const title = stringAt(schema, 'title') ?? '';
  const isRepeated = title !== '' && kebabCase(title) === kebabCase(name);
  const prose = stringAt(schema, 'description') ?? (isRepeated ? '' : title);
  const tags = [...factTags(schema), ...exampleTags(schema), ...standingTags(schema)];
  return withProse(prose, tags);
}

/** What the document says of an operation, with its method and path. */
export function operationDocumentation(operation: Operation): string[] {
  const { summary, description, httpMethod, path } = operation;
  const title = [summary === undefined ? '' : `${summary.replace(/\.$/, '')}.`, `\`${httpMethod} ${path}\``];
  const prose = [
    title.filter((part) => part !== '').join(' '),
    ...(description === undefined ? [] : ['', description.trim()]),
  ];
  const tags = [
    ...(operation.deprecated ? ['@deprecated'] : []),
    ...(operation.experimental === undefined ? [] : [`@experimental ${operation.experimental}`]),
  ];
  return withProse(prose.join('\n'), tags);
}

function withProse(prose: string | undefined, tags: readonly string[]): string[] {
  const text = prose?.trim();
  if (text === undefined || text === '') return [...tags];
  return tags.length === 0 ? [text] : [text, '', ...tags];
}

function factTags(schema: JsonObject): string[] {
  return factKeywords
    .filter((keyword) => fieldAt(schema, keyword) !== undefined)
    .map((keyword) => `@${keyword} ${plain(schema[keyword])}`);
}

function exampleTags(schema: JsonObject): string[] {
  const single = fieldAt(schema, 'example');
  const examples = single === undefined ? listAt(schema, 'examples').slice(0, 3) : [single];
  return examples.map((example) => `@example ${plain(example)}`);
}

function standingTags(schema: JsonObject): string[] {
  const experimental = experimentalReason(schema);
  return [
    ...(fieldAt(schema, 'deprecated') === true ? ['@deprecated'] : []),
    ...(experimental === undefined ? [] : [`@experimental ${experimental}`]),
  ];
}

function plain(value: unknown): string {
  return typeof value === 'string' && value.trim() !== '' ? value : JSON.stringify(value);
}
