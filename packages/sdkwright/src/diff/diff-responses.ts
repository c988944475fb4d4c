import { isObject, objectAt } from '../model/json.ts';
import { dereference, pointerOf } from '../model/pointer.ts';
import { rawOperation } from '../model/raw-operation.ts';
import type { ErrorResponse, Operation, Schema, SdkModel, SuccessResponse } from '../model/sdk-model.ts';
import { changeOf } from './catalogue.ts';
import type { Change, Package, Subject } from './change.ts';
import { compareObjects, compareSchemas } from './compare-schemas.ts';
import type { Comparison } from './comparison.ts';
import { diffHeaders } from './diff-notifications.ts';
import { formOf, type Located, type ObjectAlternative } from '../model/schema-form.ts';
import { isKept } from './pair-alternatives.ts';
import { within } from './subject.ts';

/** Hooks give results; the body around a result is seen through the client's `.envelope()` and the types. */
const seesBodies: readonly Package[] = ['types', 'client'];

/** What changed of the things a call gives: result, body, documented errors. */
export function diffResponses(
  comparison: Comparison,
  before: Operation,
  after: Operation,
  subject: Subject,
): Change[] {
  return [
    ...compareSuccess(comparison, before.success, after.success, subject),
    ...compareErrors(comparison, before, after, subject),
    ...compareResponseMedia(comparison, before, after, subject),
  ];
}

function compareSuccess(
  comparison: Comparison,
  was: SuccessResponse,
  is: SuccessResponse,
  subject: Subject,
): Change[] {
  const there = { ...subject, pointers: { before: was.pointer, after: is.pointer } };
  const statuses = { before: was.status, after: is.status };
  const accepts = { before: was.accept, after: is.accept };
  const redirects = { before: was.redirects, after: is.redirects };
  return [
    ...(was.status === is.status ? [] : [changeOf('success-status-changed', there, statuses)]),
    ...(was.redirects === is.redirects ? [] : [changeOf('redirects-changed', there, redirects)]),
    ...(was.accept === is.accept ? [] : [changeOf('accept-changed', there, accepts)]),
    ...compareResults(comparison, was, is, there),
    ...compareBodies(comparison, was, is, there),
    ...compareEvents(comparison, was, is, there),
    ...diffHeaders(was.headers ?? [], is.headers ?? [], there),
  ];
}

/** Hooks know nothing of events. */
function compareEvents(
  comparison: Comparison,
  { events: was, pointer: before }: SuccessResponse,
  { events: is, pointer: after }: SuccessResponse,
  subject: Subject,
): Change[] {
  if (!was) return is ? [changeOf('events-added', subject, { after: is.schema })] : [];
  if (!is) return [changeOf('events-removed', subject, { before: was.schema })];
  const pair = {
    before: { schema: was.schema, pointer: `${before}/events` },
    after: { schema: is.schema, pointer: `${after}/events` },
    direction: 'response',
    above: [],
  } as const;
  const data = {
    ...within(subject, 'events()', pair.before.pointer, pair.after.pointer),
    seenIn: seesBodies,
  };
  return compareSchemas(comparison, pair, data);
}

function compareResults(
  comparison: Comparison,
  was: SuccessResponse,
  is: SuccessResponse,
  subject: Subject,
): Change[] {
  if (was.result === undefined)
    return is.result === undefined ? [] : [changeOf('result-added', subject, { after: is.result })];
  if (is.result === undefined) return [changeOf('result-removed', subject, { before: was.result })];
  const optional = is.resultOptional ? 'result-optional' : 'result-required';
  const pair = {
    before: resultPlace(comparison.before, was, was.result),
    after: resultPlace(comparison.after, is, is.result),
    direction: 'response',
    above: [],
  } as const;
  return [
    ...(was.resultOptional === is.resultOptional ? [] : [changeOf(optional, subject)]),
    ...compareSchemas(comparison, pair, subject),
  ];
}

function resultPlace({ api }: SdkModel, { unwrapped, pointer }: SuccessResponse, schema: Schema): Located {
  const data = unwrapped && api.envelope ? pointerOf('properties', api.envelope.data).slice(1) : '';
  return { schema, pointer: `${pointer}/schema${data}` };
}

/** The body but for the result in it, which is compared by itself. */
function compareBodies(
  comparison: Comparison,
  was: SuccessResponse,
  is: SuccessResponse,
  subject: Subject,
): Change[] {
  if (was.schema === undefined || is.schema === undefined || (!was.unwrapped && !is.unwrapped)) return [];
  const before = { schema: was.schema, pointer: `${was.pointer}/schema` };
  const after = { schema: is.schema, pointer: `${is.pointer}/schema` };
  const pair = { before, after, direction: 'response', above: [] } as const;
  const body = { ...within(subject, 'envelope()', before.pointer, after.pointer), seenIn: seesBodies };
  const one = envelopeOf(comparison.before, was, before);
  const other = envelopeOf(comparison.after, is, after);
  if (!one || !other || !was.unwrapped || !is.unwrapped) return compareSchemas(comparison, pair, body);
  if (isKept(comparison.names, one.origin, other.origin)) return [];
  return compareObjects(comparison, pair, one, other, body);
}

function envelopeOf(
  model: SdkModel,
  { unwrapped }: SuccessResponse,
  place: Located,
): ObjectAlternative | undefined {
  const [only, another] = formOf(model, place).alternatives;
  if (only?.kind !== 'object' || another) return undefined;
  const data = unwrapped ? model.api.envelope?.data : undefined;
  return { ...only, fields: new Map([...only.fields].filter(([name]) => name !== data)) };
}

function compareErrors(
  comparison: Comparison,
  { errors: before }: Operation,
  { errors: after }: Operation,
  subject: Subject,
): Change[] {
  const statuses = [...new Set([...before, ...after].map(({ status }) => status))];
  return statuses.flatMap((status) => {
    const was = before.find((error) => error.status === status);
    const is = after.find((error) => error.status === status);
    const there = within(subject, `error ${status}`, was?.pointer, is?.pointer);
    // Where the range that a status is of, or what is said of all others, is on both sides.
    const [others, rest] = [othersOf(before, status), othersOf(after, status)];
    const isAmong = others !== undefined && rest !== undefined;
    if (was && is) return compareError(comparison, was, is, there);
    if (is)
      return isAmong
        ? [
            changeOf('error-split', there, { after: status }),
            ...compareError(comparison, { ...others, description: is.description }, is, there),
          ]
        : [changeOf('error-added', there, { after: status })];
    if (!was) return [];
    if (!isAmong) return [changeOf('error-removed', there, { before: status })];
    const joined = changeOf('error-joined', there, { before: status });
    // A status that is any number is every one of them, so that the body of `default` had to be read before.
    if (rest.status === 'default') return [joined];
    return [joined, ...compareError(comparison, was, { ...rest, description: was.description }, there)];
  });
}

/** What is said of a status that is not named: `4XX` of 404, else `default`. */
function othersOf(errors: readonly ErrorResponse[], status: string): ErrorResponse | undefined {
  const range = /^\d\d\d$/.test(status) ? `${status.charAt(0)}XX` : status;
  const wider = [range, 'default'].filter((name) => name !== status);
  return errors.find((error) => wider.includes(error.status.replace(/xx$/i, 'XX')));
}

function compareError(
  comparison: Comparison,
  was: ErrorResponse,
  is: ErrorResponse,
  subject: Subject,
): Change[] {
  const headers = diffHeaders(was.headers ?? [], is.headers ?? [], subject);
  return [...compareErrorBody(comparison, was, is, subject), ...headers];
}

function compareErrorBody(
  comparison: Comparison,
  was: ErrorResponse,
  is: ErrorResponse,
  subject: Subject,
): Change[] {
  const prose = { before: was.description, after: is.description };
  const described =
    was.description === is.description
      ? []
      : [changeOf('described', { ...subject, seenIn: ['types'] }, prose)];
  if (was.schema === undefined)
    return is.schema === undefined ? described : [...described, changeOf('error-body-added', subject)];
  if (is.schema === undefined) return [...described, changeOf('error-body-removed', subject)];
  const pair = {
    before: { schema: was.schema, pointer: `${was.pointer}/schema` },
    after: { schema: is.schema, pointer: `${is.pointer}/schema` },
    direction: 'response',
    above: [],
  } as const;
  return [...described, ...compareSchemas(comparison, pair, subject)];
}

/** Media types of answers, and statuses that no part of the model speaks of. */
function compareResponseMedia(
  comparison: Comparison,
  before: Operation,
  after: Operation,
  subject: Subject,
): Change[] {
  const was = rawResponses(comparison.before, before);
  const is = rawResponses(comparison.after, after);
  const others = {
    before: otherStatuses(Object.keys(was), before),
    after: otherStatuses(Object.keys(is), after),
  };
  const changes =
    String(others.before) === String(others.after)
      ? []
      : [changeOf('other-statuses-changed', subject, others)];
  const pairs = [
    [before.success, after.success] as const,
    ...before.errors.flatMap((error) => {
      const other = after.errors.find(({ status }) => status === error.status);
      return other ? [[error, other] as const] : [];
    }),
  ];
  return [
    ...changes,
    ...pairs.flatMap(([one, other]) => {
      const there = { ...subject, pointers: { before: one.pointer, after: other.pointer } };
      return compareMediaTypes(
        { used: one.mediaType, all: mediaTypes(comparison.before, was[one.status]) },
        { used: other.mediaType, all: mediaTypes(comparison.after, is[other.status]) },
        there,
      );
    }),
  ];
}

interface MediaTypes {
  readonly used: string | undefined;
  readonly all: readonly string[];
}

function compareMediaTypes(was: MediaTypes, is: MediaTypes, subject: Subject): Change[] {
  // A body that came or went is told as such.
  if (was.used === undefined || is.used === undefined) return [];
  if (was.used !== is.used)
    return [changeOf('response-media-type-changed', subject, { before: was.used, after: is.used })];
  if (String(was.all) === String(is.all)) return [];
  return [changeOf('response-media-types-listed', subject, { before: was.all, after: is.all })];
}

function rawResponses(
  { document }: SdkModel,
  { path, httpMethod }: Operation,
): Readonly<Record<string, unknown>> {
  return objectAt(rawOperation(document, path, httpMethod), 'responses');
}

function mediaTypes({ document }: SdkModel, response: unknown): string[] {
  const content = objectAt(dereference(document, response), 'content');
  return isObject(content) ? Object.keys(content).toSorted() : [];
}

function otherStatuses(statuses: readonly string[], { success, errors }: Operation): string[] {
  const told = new Set([success.status, ...(success.further ?? []), ...errors.map(({ status }) => status)]);
  return statuses.filter((status) => !told.has(status)).toSorted();
}
