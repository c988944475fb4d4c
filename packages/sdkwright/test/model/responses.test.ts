import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/model/json.ts';
import { preferredMediaType } from '../../src/model/media-types.ts';
import { buildErrors } from '../../src/model/responses.ts';
import type { SuccessResponse } from '../../src/model/sdk-model.ts';
import { buildSuccess } from '../../src/model/success-response.ts';
import { json, withSchemas } from '../documents.ts';

const task = { type: 'object', properties: { id: { type: 'integer' } } };
const envelope = { success: 'success', data: 'data' };
const success = { type: 'boolean' };
const document = withSchemas({
  Reply: { type: 'object', required: ['data'], properties: { success, data: task } },
});

function successOf(responses: JsonObject, wrapped = true): SuccessResponse {
  return buildSuccess(document, { responses }, '#/paths/~1tasks/get', wrapped ? envelope : undefined);
}

const bodies = [
  {
    name: 'data that must be there',
    schema: { $ref: '#/components/schemas/Reply' },
    want: { result: task, resultOptional: false, unwrapped: true },
  },
  {
    name: 'data that may be missing',
    schema: { type: 'object', properties: { success, data: task } },
    want: { result: task, resultOptional: true, unwrapped: true },
  },
  {
    name: 'a flag without data',
    schema: { properties: { success } },
    want: { resultOptional: false, unwrapped: true },
  },
  {
    name: 'neither flag nor data',
    schema: task,
    want: { result: task, resultOptional: false, unwrapped: false },
  },
  {
    name: 'a list',
    schema: { type: 'array', items: task },
    want: { result: { type: 'array', items: task }, resultOptional: false, unwrapped: false },
  },
];

test.each(bodies)('under an envelope, a body with $name', ({ schema, want }) => {
  const { result, resultOptional, unwrapped } = successOf({ 200: json(schema) });
  expect({ ...(result === undefined ? {} : { result }), resultOptional, unwrapped }).toEqual(want);
});

test('without an envelope the body is the result', () => {
  const schema = { $ref: '#/components/schemas/Reply' };
  expect(successOf({ 200: json(schema) }, false)).toEqual({
    status: '200',
    mediaType: 'application/json',
    kind: 'json',
    schema,
    result: schema,
    resultOptional: false,
    unwrapped: false,
    pointer: '#/paths/~1tasks/get/responses/200/content/application~1json',
    examples: [],
  });
});

test('beside a success without a body, there may be none', () => {
  expect(successOf({ 200: json(task), 204: {} }, false)).toMatchObject({
    result: task,
    resultOptional: true,
    bodyOptional: true,
  });
  expect(successOf({ 200: json(task), 404: {}, default: {} }, false)).toMatchObject({
    resultOptional: false,
  });
});

test.each([
  ['alone', { default: json(task) }],
  ['beside errors', { default: json(task), 404: {} }],
])('what answers every status is the success, %s', (_name, responses) => {
  expect(successOf(responses, false)).toMatchObject({ status: 'default', result: task });
  expect(buildErrors(document, { responses }, '#').map(({ status }) => status)).not.toContain('default');
});

test.each([
  ['another success is documented', { 204: {}, default: json(task) }],
  ['a redirect is documented', { 302: {}, default: json(task) }],
  ['it has what errors have', { default: json({ properties: { code: {}, message: {} } }) }],
  ['its schema is named so', { default: json({ $ref: '#/components/schemas/ApiFault' }) }],
  ['it is named so', { default: { $ref: '#/components/responses/Failure' } }],
])('but not where %s', (_name, responses) => {
  expect(successOf(responses, false).status).not.toBe('default');
  expect(buildErrors(document, { responses }, '#').map(({ status }) => status)).toContain('default');
});

test('of several successes with JSON of different kinds, any may come', () => {
  const queued = { type: 'object', properties: { job: { type: 'string' } } };
  const responses = { 200: json(task), 201: json(task), 202: json(queued) };
  expect(successOf(responses, false)).toMatchObject({
    status: '200',
    further: ['202'],
    schema: { anyOf: [task, queued] },
    result: { anyOf: [task, queued] },
    resultOptional: false,
    pointer: '#/paths/~1tasks/get/responses',
  });
});

test('a success that has a body goes before a lower one that has none', () => {
  expect(successOf({ 200: {}, 202: json(task) }, false)).toMatchObject({
    status: '202',
    result: task,
    resultOptional: true,
    bodyOptional: true,
  });
});

test.each([
  {
    name: 'both in the envelope',
    other: { properties: { success, data: success } },
    want: { anyOf: [task, success] },
  },
  { name: 'one without data', other: { properties: { success } }, want: task },
])('under an envelope, of two successes: $name', ({ other, want }) => {
  const responses = { 200: json({ $ref: '#/components/schemas/Reply' }), 202: json(other) };
  expect(successOf(responses)).toMatchObject({ result: want, resultOptional: true, unwrapped: true });
});

test('under an envelope, of two successes: one outside it, so that both stay whole', () => {
  const reply = { $ref: '#/components/schemas/Reply' };
  expect(successOf({ 200: json(reply), 202: json(task) })).toMatchObject({
    result: { anyOf: [reply, task] },
    resultOptional: false,
    unwrapped: false,
  });
});

test('JSON without a schema may be anything, and nothing', () => {
  expect(successOf({ 200: { content: { 'application/json': {} } } })).toMatchObject({
    schema: true,
    result: true,
    resultOptional: true,
  });
});

test('a header that not every success has may be missing', () => {
  const headers = (...names: string[]): JsonObject =>
    Object.fromEntries(names.map((name) => [name, { required: true, schema: { type: 'string' } }]));
  const responses = {
    200: { ...json(task), headers: headers('etag', 'x-page') },
    204: { headers: headers('etag') },
  };
  expect(successOf(responses, false).headers).toMatchObject([
    { name: 'etag', required: true },
    { name: 'x-page', required: false },
  ]);
});

const statuses = [
  { name: 'the lowest of several', responses: { 404: {}, 201: {}, 200: {} }, want: '200' },
  { name: 'a range', responses: { '2XX': {}, default: {} }, want: '2XX' },
  { name: 'none documented', responses: { 404: {} }, want: '2XX' },
];

test.each(statuses)('the success status: $name', ({ responses, want }) => {
  expect(successOf(responses)).toMatchObject({ status: want });
});

test('a success without a body has no result', () => {
  expect(successOf({ 204: { description: 'Gone' } }, false)).toEqual({
    status: '204',
    pointer: '#/paths/~1tasks/get/responses/204',
    resultOptional: false,
    unwrapped: false,
    examples: [],
  });
});

test.each(['204', '205'])('%s has no body, whatever the document says', (status) => {
  expect(successOf({ [status]: json(task) })).not.toHaveProperty('result');
});

test('every other documented status is an error, by number, default last', () => {
  const operation = {
    responses: { default: {}, 500: {}, 302: {}, '4XX': {}, 400: json(task), 200: {}, 'x-note': {} },
  };
  expect(buildErrors(document, operation, '#').map(({ status, schema }) => [status, schema])).toEqual([
    ['400', task],
    ['4XX', undefined],
    ['500', undefined],
    ['default', undefined],
  ]);
});

test('an error whose body nobody describes has one', () => {
  const responses = { 404: { content: { 'application/json': {} } }, 410: { description: 'Gone' } };
  expect(buildErrors(document, { responses }, '#').map(({ schema }) => schema)).toEqual([true, undefined]);
});

test('examples of an answer are kept in order, $refs followed', () => {
  const content = {
    'application/json': { examples: { one: { value: 1 }, two: { $ref: '#/components/examples/two' } } },
  };
  const holder = { components: { examples: { two: { value: 2 } } } };
  expect(buildSuccess(holder, { responses: { 200: { content } } }, '#', undefined).examples).toEqual([
    { name: 'one', value: 1, pointer: '#/responses/200/content/application~1json/examples/one' },
    { name: 'two', value: 2, pointer: '#/responses/200/content/application~1json/examples/two' },
  ]);
});

const mediaTypes = [
  { given: ['text/csv', 'application/json'], want: 'application/json' },
  {
    given: ['text/csv', 'application/problem+json; charset=utf-8'],
    want: 'application/problem+json; charset=utf-8',
  },
  { given: ['text/csv', 'application/json, version=1.0'], want: 'application/json, version=1.0' },
  { given: ['text/csv', 'application/xml'], want: 'text/csv' },
  { given: ['application/jsonl'], want: 'application/jsonl' },
  { given: [], want: undefined },
];

test.each(mediaTypes)('of $given the client takes $want', ({ given, want }) => {
  expect(preferredMediaType(given)).toBe(want);
});
