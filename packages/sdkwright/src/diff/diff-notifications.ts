import { isObject } from '../model/json.ts';
import { isSame } from '../model/same.ts';
import type { Callback, Notification, ResponseHeader, SdkModel } from '../model/sdk-model.ts';
import { changeOf } from './catalogue.ts';
import type { Change, ChangePointers, Subject } from './change.ts';
import { compareSchemas } from './compare-schemas.ts';
import type { Comparison } from './comparison.ts';
import { within } from './subject.ts';

/** What changed of the requests that the API sends by itself; only the types show them. */
export function diffNotifications(comparison: Comparison): Change[] {
  const was = notificationsOf(comparison.before);
  const is = notificationsOf(comparison.after);
  const gone = [...was].filter(([key]) => !is.has(key));
  const added = [...is].filter(([key]) => !was.has(key));
  return [
    ...gone.map(([key, { pointer }]) =>
      changeOf('notification-removed', subjectOf(key, { before: pointer }), { before: key }),
    ),
    ...added.map(([key, { pointer }]) =>
      changeOf('notification-added', subjectOf(key, { after: pointer }), { after: key }),
    ),
    ...[...was].flatMap(([key, one]) => {
      const other = is.get(key);
      return other ? compareNotification(comparison, key, one, other) : [];
    }),
  ];
}

/** By what their types are called: `POST Webhooks.newTask`, `POST Callbacks.createTask.done`. */
function notificationsOf({ webhooks, callbacks }: SdkModel): Map<string, Notification> {
  const named = (owner: string) => (notification: Notification) =>
    [`${notification.httpMethod} ${owner}.${notification.name}`, notification] as const;
  return new Map([
    ...webhooks.map(named('Webhooks')),
    ...callbacks.map((callback: Callback) => named(`Callbacks.${callback.operation}`)(callback)),
  ]);
}

/** It is no call, and only the types show it. */
function subjectOf(key: string, pointers: ChangePointers): Subject {
  return { schema: key, calls: [], pointers, seenIn: ['types'] };
}

function compareNotification(
  comparison: Comparison,
  key: string,
  was: Notification,
  is: Notification,
): Change[] {
  const subject = subjectOf(key, { before: was.pointer, after: is.pointer });
  const rest = ({ headers, query, response, body }: Notification): unknown =>
    withoutProse([headers, query, response, body === undefined]);
  if (!isSame(rest(was), rest(is)))
    return [changeOf('notification-changed', subject, { before: key, after: key })];
  if (was.body === undefined || is.body === undefined) return [];
  const pair = {
    before: { schema: was.body, pointer: `${was.pointer}/requestBody` },
    after: { schema: is.body, pointer: `${is.pointer}/requestBody` },
    direction: 'response',
    above: [],
  } as const;
  return compareSchemas(comparison, pair, within(subject, 'body', pair.before.pointer, pair.after.pointer));
}

/** What changed of the headers that an answer is documented with. */
export function diffHeaders(
  was: readonly ResponseHeader[],
  is: readonly ResponseHeader[],
  subject: Subject,
): Change[] {
  const nameOf = ({ name }: ResponseHeader): string => name.toLowerCase();
  const before = new Map(was.map((header) => [nameOf(header), header]));
  const after = new Map(is.map((header) => [nameOf(header), header]));
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names.flatMap((name) => {
    const [one, other] = [before.get(name), after.get(name)];
    if (!one) return [changeOf('response-header-added', subject, { after: name })];
    if (!other) return [changeOf('response-header-removed', subject, { before: name })];
    const typeOf = ({ required, schema }: ResponseHeader): unknown => withoutProse([required, schema]);
    return isSame(typeOf(one), typeOf(other))
      ? []
      : [changeOf('response-header-changed', subject, { before: name, after: name })];
  });
}

const prose = new Set([
  'description',
  'summary',
  'title',
  'example',
  'examples',
  'deprecated',
  'externalDocs',
]);

function withoutProse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutProse);
  if (!isObject(value)) return value;
  const fields = Object.entries(value).filter(([key, field]) => !prose.has(key) || isObject(field));
  return Object.fromEntries(fields.map(([key, field]) => [key, withoutProse(field)]));
}
