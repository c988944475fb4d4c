import { fieldAt, listAt, stringAt, type JsonObject } from './json.ts';
import { mediaKind } from './media-types.ts';
import { parameterSchema, parametersIn } from './parameters.ts';
import { dereference } from './pointer.ts';
import type { SuccessResponse } from './sdk-model.ts';

/** Whether it is one of the headers that no parameter defines (OpenAPI 3.1, section 4.8.12.2.1): the client writes them. */
export function isOwnHeader(name: string): boolean {
  return /^(accept|content-type|authorization)$/i.test(name);
}

/**
 * What an `Accept` parameter asks for, where it leaves no choice and the client reads what comes then. It is no input,
 * but some APIs have their version in it.
 */
export function acceptOf(
  document: JsonObject,
  pathItem: JsonObject,
  operation: JsonObject,
  { kind }: SuccessResponse,
): string | undefined {
  const parameter = parametersIn(document, pathItem, operation).find(
    (value) => stringAt(value, 'in') === 'header' && /^accept$/i.test(stringAt(value, 'name') ?? ''),
  );
  const schema = dereference(document, parameterSchema(parameter ?? {}));
  const [only, ...others] = listAt(schema ?? {}, 'enum');
  const value =
    fieldAt(schema, 'const') ?? fieldAt(schema, 'default') ?? (others.length > 0 ? undefined : only);
  if (typeof value !== 'string') return undefined;
  return kind === undefined || mediaKind(value) === kind ? value : undefined;
}
