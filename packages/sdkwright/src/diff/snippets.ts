import { isQuery } from '../model/cache-effects.ts';
import { propertyKey, objectKey } from '../emit/literal.ts';
import { groupFile } from '../model/operations-of.ts';
import type { NamedSchema, Operation, SdkModel } from '../model/sdk-model.ts';
import { callPath } from './call-path.ts';
import type { Change, Package } from './change.ts';
import { aspectOf, errorOf, placeOf, readLiteral } from './snippet-answers.ts';
import { focusOf, inputLiteral, type Side } from './snippet-inputs.ts';
import { sampleLiteral } from './sample-literals.ts';
import { serverSnippet } from './snippet-servers.ts';

/** A change as one of the packages shows it on one side. */
export interface SnippetOptions {
  readonly model: SdkModel;
  readonly change: Change;
  readonly side: Side;
  readonly name: Package;
  /** The operation on this side, where the change is about one. */
  readonly operation?: Operation | undefined;
  /** The schema on this side, where the change is about one. */
  readonly schema?: NamedSchema | undefined;
}

/** A module that compiles against the packages of its side, and shows what the change is about; or nothing. */
export function snippetOf(options: SnippetOptions): string | undefined {
  const { name, operation, schema, change } = options;
  if (change.kind.startsWith('enum-constant-')) return constantSnippet(options);
  if (schema) return schemaSnippet(options, schema);
  if (!operation)
    return change.operation === undefined && change.schema === undefined ? apiSnippet(options) : undefined;
  if (name === 'types') return typesSnippet(options, operation);
  return name === 'client' ? clientSnippet(options, operation) : hooksSnippet(options, operation);
}

function constantSnippet({ model, change, side }: SnippetOptions): string | undefined {
  const constant = change[side];
  if (typeof constant !== 'string') return undefined;
  return `import { ${constant} } from '${model.api.scope}/types';\n\nconsole.log(${constant});\n`;
}

/** Types come from the package itself; hooks are used with a client, which has them too. */
function schemaSnippet(
  { model, change, side, name }: SnippetOptions,
  { name: type, pointer, schema }: NamedSchema,
): string {
  const place = { schema, pointer };
  const from = `import type { ${type} } from '${model.api.scope}/${name === 'types' ? 'types' : 'client'}';\n\n`;
  if (change.direction === 'request')
    return `${from}export const value: ${type} = ${sampleLiteral(model, place, focusOf(change, side))};\n`;
  const read = readLiteral(model, place, 'value', change, side);
  return `${from}export const read = (value: ${type}) => ${read};\n`;
}

function typesSnippet(options: SnippetOptions, operation: Operation): string {
  const { model, change, side } = options;
  const { typeName } = operation;
  const from = (suffix: string): string =>
    `import type { ${typeName}${suffix} } from '${model.api.scope}/types/${groupFile(model, operation)}';\n\n`;
  const aspect = aspectOf(change);
  if (change.direction === 'response' && aspect === 'error') {
    const guard = errorGuard(options, operation, 'error');
    return `${from('Error')}export const read = (error: ${typeName}Error) => ${guard ?? 'error'};\n`;
  }
  if (change.direction === 'response') {
    const suffix =
      aspect === 'body' ? 'Response' : aspect === 'events' && operation.success.events ? 'Event' : 'Result';
    const place = suffix === 'Result' ? placeOf(operation, 'result') : placeOf(operation, aspect);
    const read = readLiteral(model, place, 'value', change, side, isLooseResult(operation, suffix));
    return `${from(suffix)}export const read = (value: ${typeName}${suffix}) => ${read};\n`;
  }
  return `${from('Input')}export const input: ${typeName}Input = ${inputLiteral(model, operation, change, side) || '{}'};\n`;
}

function isLooseResult({ success }: Operation, suffix: string): boolean {
  return suffix === 'Result' && success.resultOptional;
}

/** The body of the documented error, where the change is about one. */
function errorGuard(
  { model, change, side }: SnippetOptions,
  operation: Operation,
  expression: string,
): string | undefined {
  const error = errorOf(operation, change);
  if (!error) return undefined;
  const place = error.schema === undefined ? undefined : { schema: error.schema, pointer: error.pointer };
  const plain = readLiteral(model, place, `${expression}.body`, change, side);
  // What compares or falls back may stand behind an `&&` only in parentheses.
  const read = plain.includes(' ') ? `(${plain})` : plain;
  return /^\d{3}$/.test(error.status) ? `${expression}.status === ${error.status} && ${read}` : read;
}

function clientSnippet(options: SnippetOptions, operation: Operation): string {
  const { model, change, side } = options;
  const root = model.api.name.toLowerCase();
  const input = inputLiteral(model, operation, change, side);
  const call = `${callPath(model, operation)}(${input})`;
  const head = [
    `import { ${model.api.name}${usesFunction(change) ? `, ${operation.name}` : ''} } from '${model.api.scope}/client';\n\n`,
    `const ${root} = new ${model.api.name}({ token: 'secret' });\n`,
  ].join('');
  if (usesFunction(change))
    return `${head}await ${operation.name}(${root}${input === '' ? '' : `, ${input}`});\n`;
  if (change.direction !== 'response') return `${head}await ${call};\n`;
  return head + answerStatements(options, operation, call);
}

/** An operation's name is seen where it is called as a function. */
function usesFunction({ kind }: Change): boolean {
  return kind === 'operation-renamed';
}

function answerStatements(options: SnippetOptions, operation: Operation, call: string): string {
  const { model, change, side } = options;
  const aspect = aspectOf(change);
  if (aspect === 'items' && operation.pagination)
    return `for await (const item of ${call}) console.log(item);\n`;
  if (aspect === 'events' && operation.success.events)
    return `for await (const event of ${call}.events()) console.log(event.data);\n`;
  if (aspect === 'error') {
    const guard = errorGuard(options, operation, 'outcome.error');
    const condition = guard === undefined ? '' : ` && outcome.error.kind === 'api'`;
    return `const outcome = await ${call}.result();\nif (!outcome.ok${condition}) console.log(${guard ?? 'outcome.error.message'});\n`;
  }
  if (aspect === 'body' && operation.success.schema !== undefined) {
    const read = readLiteral(model, placeOf(operation, 'body'), 'body', change, side);
    return `const body = await ${call}.envelope();\nconsole.log(${read});\n`;
  }
  const place = placeOf(operation, 'result');
  if (!place) return `await ${call};\n`;
  const read = readLiteral(model, place, 'result', change, side, operation.success.resultOptional);
  return `const result = await ${call};\nconsole.log(${read});\n`;
}

function hooksSnippet(options: SnippetOptions, operation: Operation): string {
  const { model, change, side } = options;
  const { typeName, group, method } = operation;
  if (change.kind === 'sdk-method-renamed')
    return `import { keys } from '${model.api.scope}/react-query';\n\nconsole.log(keys.${propertyKey(keyName(group))}.${propertyKey(keyName(method))});\n`;
  const input = inputLiteral(model, operation, change, side);
  const isRead = isQuery(operation);
  const isInfinite = isRead && operation.pagination !== undefined && aspectOf(change) === 'items';
  const hook = `use${typeName}${isInfinite ? 'Infinite' : ''}${isRead ? 'Query' : 'Mutation'}`;
  const entry = change.kind === 'operation-moved' ? `/${groupFile(model, operation)}` : '';
  const head = `import { ${hook} } from '${model.api.scope}/react-query${entry}';\n\nexport function useExample() {\n`;
  const call = isRead ? `${hook}(${input})` : `${hook}()`;
  if (change.direction === 'response' && aspectOf(change) === 'error') {
    const guard = errorGuard(options, operation, 'error');
    const condition = guard === undefined ? 'error?.message' : `error?.kind === 'api' && ${guard}`;
    return `${head}  const { error } = ${call};\n  return ${condition};\n}\n`;
  }
  if (!isRead && change.direction !== 'response')
    return `${head}  const { mutate } = ${call};\n  return () => mutate(${input});\n}\n`;
  const place = isInfinite ? undefined : placeOf(operation, 'result');
  return `${head}  const { data } = ${call};\n  return ${readLiteral(model, place, 'data', change, side, true)};\n}\n`;
}

/** `all` is the whole branch of keys. */
function keyName(name: string): string {
  return name === 'all' ? 'all_' : name;
}

/** What holds for every call is seen where the client is made. */
function apiSnippet({ model, change, side, name }: SnippetOptions): string | undefined {
  const { api } = model;
  if (change.kind === 'client-renamed' && name === 'react-query')
    return `import { use${api.name} } from '${api.scope}/react-query';\n\nexport const useClient = () => use${api.name}();\n`;
  if (change.field?.startsWith('servers.') && name === 'client') return serverSnippet(model, change, side);
  if (change.kind.startsWith('oauth-endpoint-') && change[side] !== undefined && change.field !== undefined)
    return `import { oauthEndpoints } from '${api.scope}/client/oauth';\n\nconsole.log(oauthEndpoints.${propertyKey(change.field)});\n`;
  if (name !== 'client' || (change.kind !== 'client-renamed' && !change.kind.startsWith('client-input-')))
    return undefined;
  const input = api.clientInputs.find((candidate) => candidate.name === change.field);
  const value = input && sampleLiteral(model, { schema: input.schema, pointer: '#/x-sdk/clientInputs' });
  const given = input ? `, ${objectKey(input.name)}: ${value}` : '';
  return `import { ${api.name} } from '${api.scope}/client';\n\nexport const ${api.name.toLowerCase()} = new ${api.name}({ token: 'secret'${given} });\n`;
}
