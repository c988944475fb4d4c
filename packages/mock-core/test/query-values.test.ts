import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMock, type Mock } from '../src/index.ts';
import { violationsAt } from './violations.ts';

const integer = { type: 'integer' };
const texts = { type: 'array', items: { type: 'string' } };
const parameters = Object.entries({
  pair: { ...texts, minItems: 2 },
  tags: { anyOf: [texts, { type: 'null' }] },
  sizes: { type: ['array', 'null'], items: integer },
  limit: { anyOf: [integer, { type: 'null' }] },
  name: { type: 'string', properties: { name: { type: 'string' } } },
  filter: {
    oneOf: [
      { type: 'object', required: ['userId'], properties: { userId: integer } },
      { type: 'object', required: ['names'], properties: { names: texts } },
    ],
  },
}).map(([name, schema]) => ({ name, in: 'query', schema }));
const styled = Object.entries({ spaceDelimited: 's', pipeDelimited: 'p' }).flatMap(([style, letter]) =>
  Object.entries({ list: { type: 'array', items: integer }, point: { properties: { x: integer } } }).map(
    ([name, schema]) => ({ name: `${letter}-${name}`, in: 'query', style, explode: false, schema }),
  ),
);
const document = {
  openapi: '3.1.0',
  info: { title: 'Tasks', version: '1.0.0' },
  paths: {
    '/tasks': {
      get: { parameters: [...parameters, ...styled], responses: { 204: { description: 'Found.' } } },
    },
  },
};

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ document });
});
afterAll(async () => await mock.close());

test.each<[query: string, want: string[]]>([
  ['', []],
  ['pair=a&pair=b', []],
  ['pair=a,b', ['pair must NOT have fewer than 2 items']],
  ['tags=a', []],
  ['tags=a&tags=b', []],
  ['sizes=1', []],
  ['sizes=1&sizes=x', ['sizes.1 must be integer']],
  ['limit=5', []],
  ['name=a', []],
  ['s-list=1%202&p-list=1%7C2', []],
  ['s-list=1%20b&p-list=a|2', ['s-list.1 must be integer', 'p-list.0 must be integer']],
  ['s-point=x%201&p-point=x%7C1', []],
  ['s-point=x%20a&p-point=x|b', ['s-point.x must be integer', 'p-point.x must be integer']],
  ['limit=x', ['limit must be integer']],
  ['userId=5', []],
  ['names=a', []],
  ['names=a&names=b&limit=5', []],
  [
    'userId=x',
    [
      'filter.userId must be integer',
      "filter must have required property 'names'",
      'filter must match exactly one schema in oneOf',
    ],
  ],
])('a query with what may be null, and with one of two objects: %s', async (query, want) => {
  const found = await violationsAt(mock, `/tasks?${query}`);
  expect(found).toEqual(want.map((message) => `Request query parameter ${message}`));
});
