import { allows } from '../../../model/allows.ts';
import { isQuery } from '../../../model/cache-effects.ts';
import { fieldAt, objectAt, type JsonObject } from '../../../model/json.ts';
import { isBlobSchema } from '../../../model/media-types.ts';
import { groupFile, operationsOf } from '../../../model/operations-of.ts';
import type { Api, Operation, SdkModel } from '../../../model/sdk-model.ts';
import { exampleHost, hasHost, serverSeenFrom } from '../../../model/servers.ts';
import { sampleCalls } from '../../contract-tests/sample-calls.ts';
import { jsonLiteral, objectKey, propertyKey, stringLiteral } from '../../literal.ts';

/**
 * The operations in the order in which a README shows them: queries do no harm, so people try them first, and what
 * is deprecated they had better not.
 */
export function shownOperations(model: SdkModel): Operation[] {
  const rank = (operation: Operation): number => {
    const isRead = isQuery(operation) && operation.httpMethod !== 'HEAD';
    return (operation.deprecated ? 2 : 0) + (isRead ? 0 : 1);
  };
  return model.groups
    .flatMap((group) => operationsOf(model, group))
    .toSorted((left, right) => rank(left) - rank(right));
}

/**
 * The first of some of them that a call can be shown of: of what contains itself, there may be no value, and where a
 * field is called `toString`, TypeScript takes the one that every object has for it.
 */
export function callable(model: SdkModel, operations: readonly Operation[]): Operation | undefined {
  return operations.find((operation) => {
    const input = inputOf(model, operation);
    const isMistaken = operation.input.fields.some(({ name }) => name in {} && !Object.hasOwn(input, name));
    return !isMistaken && allows(model.document, operation.input.schema, input);
  });
}

/** Examples of a body may have fields that its type does not. */
function inputOf(model: SdkModel, operation: Operation): JsonObject {
  const { body } = operation;
  const [call] = sampleCalls(model, body ? { ...operation, body: { ...body, examples: [] } } : operation);
  return call?.input ?? {};
}

/** What an operation must be called with, as source text; nothing where it needs nothing. */
export function sampleInput(model: SdkModel, operation: Operation): string {
  const properties = objectAt(operation.input.schema, 'properties');
  const fields = Object.entries(inputOf(model, operation)).map(
    ([name, value]) => `${objectKey(name)}: ${fileText(properties[name]) ?? jsonLiteral(value)}`,
  );
  return objectText(fields);
}

/** A file, or a list of one, where the schema is that. */
function fileText(schema: unknown): string | undefined {
  const file = `new Blob(['…'])`;
  if (isBlobSchema(schema)) return file;
  return isBlobSchema(fieldAt(schema, 'items')) ? `[${file}]` : undefined;
}

/** `client.tasks.list({ … })`. */
export function sampleMethodCall(model: SdkModel, operation: Operation): string {
  const method = `client${member(operation.group)}${member(operation.method)}`;
  return `${method}(${sampleInput(model, operation)})`;
}

/** `.list`, or `['2fa']` for what is no identifier. */
export function member(name: string): string {
  return propertyKey(name) === name ? `.${name}` : `[${stringLiteral(name)}]`;
}

/** What a client is made with, as the inside of an object literal. */
export function clientOptions({ api }: SdkModel, baseUrl: string | undefined = neededServer(api)): string[] {
  return [
    ...(baseUrl === undefined ? [] : [`baseUrl: ${baseUrl}`]),
    ...(api.auth.length === 0 ? [] : [`token: '…'`]),
  ];
}

/** The literal of a server, where the document names no host. */
function neededServer({ baseUrl }: Api): string | undefined {
  return hasHost(baseUrl) ? undefined : stringLiteral(serverSeenFrom(exampleHost, baseUrl));
}

/** An object literal; nothing where it has no fields. */
export function objectText(fields: readonly string[]): string {
  return fields.length === 0 ? '' : `{ ${fields.join(', ')} }`;
}

/** The module of an operation's group, as the packages export it. */
export function groupEntry(model: SdkModel, target: string, operation: Operation): string {
  return `${model.api.scope}/${target}/${groupFile(model, operation)}`;
}

/** A fenced block of Markdown. */
export function fenced(language: string, code: string): string {
  return `\`\`\`${language}\n${code.trimEnd()}\n\`\`\``;
}
