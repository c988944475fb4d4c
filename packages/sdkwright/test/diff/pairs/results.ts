import type { JsonObject } from '../../../src/model/json.ts';
import { json } from '../../documents.ts';
import { answering, flag, getTasks, giving, integer, object, ref, tasks, text } from './documents.ts';
import type { Pair } from './pair.ts';

const done = { description: 'Done' };
const item = object({ 'id!': integer });

/** An answer in an envelope. */
function wrapped(fields: JsonObject): JsonObject {
  return tasks(getTasks({ responses: { 200: json(object(fields)) } }), {
    'x-sdk': { envelope: { success: 'success', data: 'data', message: 'message', meta: 'meta' } },
  });
}

/** An answer of a mutation in an envelope. */
function wrappedAnswer(fields: JsonObject): JsonObject {
  return {
    ...created({ 201: json(object(fields)) }),
    'x-sdk': { envelope: { success: 'success', data: 'data' } },
  };
}

/** Answers to a mutation. */
function created(responses: JsonObject): JsonObject {
  return tasks({ post: { operationId: 'createTask', tags: ['Tasks'], responses } });
}

function typed(...mediaTypes: readonly string[]): JsonObject {
  return {
    description: 'OK',
    content: Object.fromEntries(mediaTypes.map((type) => [type, { schema: item }])),
  };
}

const int64 = { type: 'integer', format: 'int64' } as const;
const exact = (document: JsonObject): JsonObject => ({ ...document, 'x-sdk': { int64: 'exact' } });

const titled = object({ 'id!': integer, 'title!': text });

export const resultPairs: readonly Pair[] = [
  {
    name: 'an answer is a list of no name where it was a schema',
    before: giving(ref('Task'), { Task: titled }),
    after: giving({ type: 'array', items: integer }),
    changes: ['response-type-changed acme.tasks.list', 'schema-removed Task'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'an answer is written out, with a field less, where it was a schema',
    before: giving(ref('Task'), { Task: titled }),
    after: giving(object({ 'id!': integer })),
    changes: ['response-field-removed acme.tasks.list title', 'schema-removed Task'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'a long integer of an answer may be a bigint',
    before: giving(object({ 'id!': int64 })),
    after: exact(giving(object({ 'id!': int64 }))),
    changes: ['response-type-changed acme.tasks.list id'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'a long integer of an answer is a number again, digits or not',
    before: exact(giving(object({ 'id!': int64 }))),
    after: giving(object({ 'id!': int64 })),
    changes: ['response-type-narrowed acme.tasks.list id'],
    bumps: 'minor',
    compile: '',
  },
  {
    name: 'an integer that is told to be long may be a bigint',
    before: exact(giving(object({ 'id!': integer }))),
    after: exact(giving(object({ 'id!': int64 }))),
    changes: ['response-type-changed acme.tasks.list id', 'response-limit-changed acme.tasks.list id'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'a query answers with data where it had none',
    before: answering({ 204: done }),
    after: answering({ 200: json(item) }),
    changes: ['success-status-changed acme.tasks.list', 'result-added acme.tasks.list'],
    bumps: 'minor',
    compile: '',
  },
  {
    name: 'a query answers without data',
    before: answering({ 200: json(item) }),
    after: answering({ 204: done }),
    changes: ['success-status-changed acme.tasks.list', 'result-removed acme.tasks.list'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'a mutation answers with data where it had none',
    before: created({ 204: done }),
    after: created({ 201: json(item) }),
    changes: ['success-status-changed acme.tasks.create', 'result-added acme.tasks.create'],
    bumps: 'minor',
    compile: '',
  },
  {
    name: 'a mutation answers without data',
    before: created({ 201: json(item) }),
    after: created({ 204: done }),
    changes: ['success-status-changed acme.tasks.create', 'result-removed acme.tasks.create'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'an object becomes a list of them',
    before: giving(item),
    after: giving({ type: 'array', items: item }),
    changes: ['response-type-changed acme.tasks.list'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'a list becomes an object with the list in it',
    before: giving({ type: 'array', items: item }),
    after: giving(object({ 'items!': { type: 'array', items: item } })),
    changes: ['response-type-changed acme.tasks.list'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'a result may be null',
    before: giving({ type: 'string' }),
    after: giving({ type: ['string', 'null'] }),
    changes: ['response-null-added acme.tasks.list'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'an answer is no JSON any more',
    before: answering({ 200: typed('application/json') }),
    after: answering({ 200: typed('text/csv') }),
    changes: ['response-type-changed acme.tasks.list', 'response-media-type-changed acme.tasks.list'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'a text comes in another media type',
    before: answering({ 200: typed('text/plain') }),
    after: answering({ 200: typed('text/csv') }),
    changes: ['response-media-type-changed acme.tasks.list'],
    bumps: 'patch major major',
    compile: '',
  },
  {
    name: 'an answer may be had as a text as well',
    before: answering({ 200: typed('application/json') }),
    after: answering({ 200: typed('application/json', 'text/csv') }),
    changes: ['response-media-types-listed acme.tasks.list'],
    bumps: 'patch none none',
    compile: '',
  },
  {
    name: 'an answer may come as a stream of events as well',
    before: answering({ 200: typed('application/json') }),
    after: answering({ 200: typed('application/json', 'text/event-stream') }),
    changes: ['events-added acme.tasks.list', 'response-media-types-listed acme.tasks.list'],
    bumps: 'minor minor none',
    compile: '',
  },
  {
    name: 'an answer no longer comes as a stream of events',
    before: answering({ 200: typed('application/json', 'text/event-stream') }),
    after: answering({ 200: typed('application/json') }),
    changes: ['events-removed acme.tasks.list', 'response-media-types-listed acme.tasks.list'],
    bumps: 'major',
    compile: 'types client',
  },
  {
    name: 'the data of an answer may be missing',
    before: wrappedAnswer({ success: flag, 'data!': item }),
    after: wrappedAnswer({ success: flag, data: item }),
    changes: ['result-optional acme.tasks.create'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'the data of an answer is always there',
    before: wrappedAnswer({ success: flag, data: item }),
    after: wrappedAnswer({ success: flag, 'data!': item }),
    changes: ['result-required acme.tasks.create'],
    bumps: 'minor',
    compile: '',
  },
  {
    name: 'the data of an answer is gone',
    before: wrapped({ success: flag, 'data!': item }),
    after: wrapped({ success: flag }),
    changes: ['result-removed acme.tasks.list'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'a field of the data of an answer is gone',
    before: wrapped({ success: flag, 'data!': object({ 'id!': integer, note: text }) }),
    after: wrapped({ success: flag, 'data!': item }),
    changes: ['response-field-removed acme.tasks.list note'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'a field beside the data is new: hooks do not see it',
    before: wrapped({ success: flag, 'data!': item }),
    after: wrapped({ success: flag, 'data!': item, message: text }),
    changes: ['response-field-added acme.tasks.list envelope().message'],
    bumps: 'minor minor none',
    compile: '',
  },
  {
    name: 'a field beside the data is gone',
    before: wrapped({ success: flag, 'data!': item, message: text }),
    after: wrapped({ success: flag, 'data!': item }),
    changes: ['response-field-removed acme.tasks.list envelope().message'],
    bumps: 'major',
    compile: 'types client',
  },
];
