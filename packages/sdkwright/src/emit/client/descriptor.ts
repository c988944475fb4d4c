import { fieldAt } from '../../model/json.ts';
import { mediaKind } from '../../model/media-types.ts';
import type { Operation, SdkModel, SuccessResponse } from '../../model/sdk-model.ts';
import { sentPath } from '../../model/sent-path.ts';
import { stringLiteral } from '../literal.ts';
import { oncePerModel } from '../once-per-model.ts';
import { unusualAuth } from './auth.ts';
import { fieldGroups } from './field-groups.ts';
import { mostCommon } from './most-common.ts';

/** The object literal the runtime makes an operation of: where each input goes, nothing else. */
export function operationDescriptor(model: SdkModel, operation: Operation): string {
  const { success } = operation;
  const errors = errorPattern(operation);
  const fields: [key: string, value: string][] = [
    ['id', stringLiteral(operation.id)],
    ['method', stringLiteral(operation.httpMethod)],
    ['path', stringLiteral(sentPath(operation))],
    ...(operation.server === undefined
      ? []
      : [['server', stringLiteral(operation.server)] as [string, string]]),
  ];
  const literals = fieldGroups(model, operation);
  if (literals.length > 0) fields.push(['fields', `[${literals.join(', ')}]`]);
  if (errors !== commonErrors(model)) fields.push(['errors', errors]);
  if (success.result === undefined || success.resultOptional) fields.push(['empty', 'true']);
  if (model.api.envelope && !success.unwrapped) fields.push(['envelope', 'false']);
  const auth = unusualAuth(model, operation);
  if (auth !== undefined) fields.push(['auth', auth]);
  const answer = answerOf(model, operation);
  if (answer !== undefined) fields.push(['answer', answer]);
  return `{ ${fields.map(([key, value]) => `${key}: ${value}`).join(', ')} }`;
}

/** The runtime's name for what becomes of an answer that is not, or not only, JSON. */
function answerOf({ api }: SdkModel, { success }: Operation): string | undefined {
  const { events } = success;
  const whole = wholeAnswer(success);
  if (!events) return whole;
  const jsonEvents = api.exactInt64 ? 'exactEvents' : 'jsonEvents';
  const isText = fieldAt(events.schema, 'type') === 'string' && mediaKind(events.mediaType) === 'events';
  const stream = isText ? 'textEvents' : jsonEvents;
  return whole === undefined ? stream : `/* @__PURE__ */ eitherAnswer(${whole}, ${stream})`;
}

function wholeAnswer({ kind, mediaType, redirects }: SuccessResponse): string | undefined {
  if (redirects === 'result') return 'redirectTarget';
  if (kind === undefined || kind === 'json') return undefined;
  if (kind === 'text' && mediaType?.startsWith('*')) return 'anyTextAnswer';
  return kind === 'text' || kind === 'lines' || kind === 'events' ? 'textAnswer' : 'blobAnswer';
}

/** What most operations share: it stands once, in the API's description. */
export const commonErrors: (model: SdkModel) => string = oncePerModel(
  (model) => mostCommon(model.operations.map(errorPattern)) ?? noErrors,
);

/** A pattern that no status matches. */
export const noErrors = '/^$/';

/** The documented error statuses as a pattern: `/404|5../`; `default` stands for any. */
function errorPattern({ errors }: Operation): string {
  if (errors.some(({ status }) => status === 'default')) return '/[45]../';
  const statuses = errors.flatMap(({ status }) =>
    /^\d(\d\d|XX)$/i.test(status) ? [status.replace(/xx$/i, '..')] : [],
  );
  return statuses.length === 0 ? noErrors : `/${[...new Set(statuses)].join('|')}/`;
}
