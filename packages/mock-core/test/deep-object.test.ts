import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMock, type Mock } from '../src/index.ts';
import { violationsAt } from './violations.ts';

const integer = { type: 'integer' };
const filter = {
  type: 'object',
  required: ['id'],
  additionalProperties: false,
  properties: {
    id: integer,
    dueDate: { type: 'string', format: 'date' },
    owner: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
    tags: { type: 'array', items: { type: 'string' }, minItems: 2 },
    pairs: { type: 'array', items: { type: 'array', items: integer } },
  },
};
const rows = { type: 'array', items: { type: 'object', required: ['n'], properties: { n: integer } } };
const either = { oneOf: [filter, { type: 'object', required: ['all'], properties: { all: integer } }] };
const properties = { filter, rows, either };
const style = 'deepObject';
const content = {
  'application/x-www-form-urlencoded': {
    schema: { type: 'object', properties },
    encoding: Object.fromEntries(Object.keys(properties).map((name) => [name, { style, explode: true }])),
  },
};
const responses = { 204: { description: 'Done.' } };
const parameters = Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', style, schema }));
const document = {
  openapi: '3.1.0',
  info: { title: 'Tasks', version: '1.0.0' },
  paths: { '/tasks': { get: { parameters, responses }, post: { requestBody: { content }, responses } } },
};

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ document });
});
afterAll(async () => await mock.close());

const violations = (path: string, init?: RequestInit): Promise<string[]> => violationsAt(mock, path, init);

const headers = { 'content-type': 'application/x-www-form-urlencoded' };
const places: readonly [place: string, send: (text: string) => Promise<string[]>][] = [
  ['query parameter', async (text) => await violations(`/tasks?${text}`)],
  ['body property', async (body) => await violations('/tasks', { method: 'POST', headers, body })],
];

describe.each(places)('deep objects: %s', (place, send) => {
  test.each([
    ['', []],
    ['filter[id]=1', []],
    ['filter%5Bid%5D=1', []],
    ['filter[id]=x', ['filter.id must be integer']],
    ['filter[dueDate]=2026-01-01', ["filter must have required property 'id'"]],
    ['filter[id]=1&filter[dueDate]=soon', ['filter.dueDate must match format "date"']],
    ['filter[id]=1&filter[nope]=1', ["filter must NOT have additional properties; found 'nope'"]],
    ['filter[id]=1&filter[owner][name]=a', []],
    ['filter[id]=1&filter[owner][age]=1', ["filter.owner must have required property 'name'"]],
    ['filter[id]=1&filter[tags][0]=a&filter[tags][1]=b', []],
    ['filter[id]=1&filter[tags][0]=a', ['filter.tags must NOT have fewer than 2 items']],
    ['filter[id]=1&filter[pairs][0][0]=1&filter[pairs][0][1]=2', []],
    ['filter[id]=1&filter[pairs][0][0]=x', ['filter.pairs.0.0 must be integer']],
    ['rows[0][n]=1&rows[1][n]=2', []],
    ['rows[0][n]=1&rows[1][n]=x', ['rows.1.n must be integer']],
    ['either[all]=1', []],
    ['filter[id]=1&filter[__proto__]=1', ["filter must NOT have additional properties; found '__proto__'"]],
  ])('%s', async (text, want) => {
    expect(await send(text)).toEqual(want.map((fault) => `Request ${place} ${fault}`));
  });
});
