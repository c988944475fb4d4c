import type { JsonObject } from '../../../src/model/json.ts';
import { json, openapi, withOperation } from '../../documents.ts';
import { flag, integer, object, text } from './documents.ts';
import type { Pair } from './pair.ts';

/** A document with a query, so that every package has something in it, and a webhook. */
function hooked(body: JsonObject | undefined, more: JsonObject = {}): JsonObject {
  const post = {
    ...(body && { requestBody: json(body) }),
    responses: { 200: { description: 'OK' } },
    ...more,
  };
  return withOperation(
    { responses: { 200: json(object({ 'id!': integer })) } },
    { webhooks: { newTask: { post } } },
  );
}

const none = withOperation({ responses: { 200: json(object({ 'id!': integer })) } });

function headed(headers: JsonObject, status = '200'): JsonObject {
  const answer = { ...json(object({ 'id!': integer })) };
  const responses = { 200: answer, 404: json(object({ 'message!': text })) };
  return openapi({
    paths: {
      '/tasks': {
        get: {
          operationId: 'getTasks',
          tags: ['Tasks'],
          responses: { ...responses, [status]: { ...(status === '200' ? answer : responses[404]), headers } },
        },
      },
    },
  });
}

const total = { 'X-Total': { required: true, schema: integer } };

export const promisePairs: readonly Pair[] = [
  {
    name: 'a webhook is new',
    before: none,
    after: hooked(object({ 'id!': integer })),
    changes: ['notification-added POST Webhooks.newTask'],
    bumps: 'minor none none',
    compile: '',
  },
  {
    name: 'a webhook is gone',
    before: hooked(object({ 'id!': integer })),
    after: none,
    changes: ['notification-removed POST Webhooks.newTask'],
    bumps: 'major major major',
    compile: '',
  },
  {
    name: 'the body of a webhook has one field more',
    before: hooked(object({ 'id!': integer })),
    after: hooked(object({ 'id!': integer, done: flag })),
    changes: ['response-field-added POST Webhooks.newTask.body.done'],
    bumps: 'minor none none',
    compile: '',
  },
  {
    name: 'a webhook has another header',
    before: hooked(object({ 'id!': integer })),
    after: hooked(object({ 'id!': integer }), {
      parameters: [{ name: 'X-Signature', in: 'header', required: true, schema: text }],
    }),
    changes: ['notification-changed POST Webhooks.newTask'],
    bumps: 'major major major',
    compile: '',
  },
  {
    name: 'a header of an answer is documented',
    before: headed({}),
    after: headed(total),
    changes: ['response-header-added acme.tasks.list'],
    bumps: 'minor minor none',
    compile: '',
  },
  {
    name: 'a header of an answer is no longer documented',
    before: headed(total),
    after: headed({}),
    changes: ['response-header-removed acme.tasks.list'],
    bumps: 'major major major',
    compile: '',
  },
  {
    name: 'a header of an answer may be missing',
    before: headed(total),
    after: headed({ 'X-Total': { schema: integer } }),
    changes: ['response-header-changed acme.tasks.list'],
    bumps: 'major major major',
    compile: '',
  },
  {
    name: 'a header of an error is documented',
    before: headed({}, '404'),
    after: headed({ 'Retry-After': { schema: integer } }, '404'),
    changes: ['response-header-added acme.tasks.list error 404'],
    bumps: 'minor minor none',
    compile: '',
  },
  {
    name: 'a header of an answer is described',
    before: headed(total),
    after: headed({ 'X-Total': { ...total['X-Total'], description: 'All of them.' } }),
    changes: [],
    bumps: 'none',
    compile: '',
  },
];
