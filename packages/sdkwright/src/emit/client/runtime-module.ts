import type { SdkModel } from '../../model/sdk-model.ts';
import { hasHost } from '../../model/servers.ts';
import { generatedModule, type File } from '../file.ts';
import { jsdoc } from '../jsdoc.ts';
import { jsonLiteral, stringLiteral } from '../literal.ts';
import { usualAuth } from './auth.ts';
import { commonErrors, noErrors } from './descriptor.ts';
import { functionNames } from './function-names.ts';
import { emitServers, hasVariables } from './servers.ts';

/** What a client exports of the runtime. */
export const runtimeNames = `AbortError, ApiError, AuthenticationError, AuthError, BadRequestError, ConflictError,
ConnectionError, createClient, DecodeError, EnvelopeError, log, NotFoundError, PermissionDeniedError, prefetched,
RateLimitError, schemaSet, SdkError, ServerError, TimeoutError, UnexpectedError, UnprocessableEntityError,
type Call, type CallOptions, type ClientOptions, type CoreClient, type EventCall, type Hooks, type Logger,
type LogLevel, type OperationError, type Outcome, type PaginatedCall, type RawRequest, type Report, type ServerEvent,
type TokenSource, type TypedHeaders, type WithHeaders`;

/**
 * `runtime.ts`: what functions need beside themselves. It leads to no type of the document: a compiler that is shown one
 * operation of a thousand reads what that one takes and gives.
 */
export function emitRuntimeModule(model: SdkModel): File {
  const values = [
    ...(model.api.exactInt64 ? ['exactJson'] : []),
    ...(hasHost(model.api.baseUrl) ? [] : ['relativeServer']),
    ...(hasVariables(model) ? ['serverUrl'] : []),
    ...functionNames(authField(model).replace(', auth: ', '')),
  ];
  const names =
    values.length === 0 ? 'type { ApiDescription }' : `{ ${values.join(', ')}, type ApiDescription }`;
  const body = [
    `import ${names} from '@sdkwright/runtime';\n`,
    `export { ${runtimeNames} } from '@sdkwright/runtime';\n\n`,
    description(model),
    emitServers(model),
  ];
  return generatedModule(model, 'client', 'runtime.ts', body.join(''));
}

/** Stands in every bundle, so it holds only what the runtime reads. */
function description(model: SdkModel): string {
  const { api } = model;
  const { data, success } = api.envelope ?? {};
  const envelope = api.envelope && (success === undefined ? [data] : [data, success]);
  const errors = commonErrors(model);
  const baseUrl = stringLiteral(api.baseUrl);
  const fields = [
    hasHost(api.baseUrl) ? `baseUrl: ${baseUrl}` : `get baseUrl() { return relativeServer(${baseUrl}); }`,
    ...(envelope ? [`envelope: ${jsonLiteral(envelope)}`] : []),
    ...(api.rateLimit ? [`rateLimit: ${jsonLiteral(api.rateLimit)}`] : []),
    ...(errors === noErrors ? [] : [`errors: ${errors}`]),
    ...(api.exactInt64 ? ['json: exactJson'] : []),
  ];
  const literal = `{ ${fields.join(', ')}${authField(model)} }`;
  return `${jsdoc([`What the runtime needs to know of ${api.title}.`])}export const api: ApiDescription = ${literal};\n`;
}

/** Bearer is the runtime's default and needs no word. */
function authField(model: SdkModel): string {
  const auth = usualAuth(model) ?? 'bearer';
  return auth === 'bearer' ? '' : `, auth: ${auth}`;
}
