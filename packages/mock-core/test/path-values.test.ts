import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMock, type Mock } from '../src/index.ts';
import { violationsAt } from './violations.ts';

const integer = { type: 'integer' };
const schemas = {
  list: { type: 'array', items: integer },
  point: { type: 'object', required: ['x'], properties: { x: integer, y: integer } },
};
const styles = ['simple', 'label', 'matrix'].flatMap((style) => [
  { style, explode: false },
  { style, explode: true },
]);
const paths = styles.flatMap(({ style, explode }) =>
  Object.entries(schemas).map(([name, schema]) => [
    `/${style}/${explode}/${name}/{value}`,
    {
      get: {
        parameters: [{ name: 'value', in: 'path', required: true, style, explode, schema }],
        responses: { 204: { description: 'Found.' } },
      },
    },
  ]),
);
const document = {
  openapi: '3.1.0',
  info: { title: 'Places', version: '1.0.0' },
  paths: {
    ...Object.fromEntries(paths),
    '/plain': {
      get: {
        parameters: [{ name: 'value', in: 'path', required: true, schema: integer }],
        responses: { 204: { description: 'Found.' } },
      },
    },
  },
};

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ document });
});
afterAll(async () => await mock.close());

test.each<[path: string, want: string[]]>([
  ['/simple/false/list/1', []],
  ['/simple/false/list/1,2', []],
  ['/simple/false/list/1,b', ['value.1 must be integer']],
  ['/simple/true/list/1,2', []],
  ['/simple/false/point/x,1,y,2', []],
  ['/simple/true/point/x=1,y=2', []],
  ['/simple/true/point/y=2', ["value must have required property 'x'"]],
  ['/label/false/list/.1,2', []],
  ['/label/true/list/.1.2', []],
  ['/label/false/point/.x,1,y,2', []],
  ['/label/true/point/.x=1.y=2', []],
  ['/matrix/false/list/;value=1,2', []],
  ['/matrix/true/list/;value=1;value=2', []],
  ['/matrix/false/point/;value=x,1,y,2', []],
  ['/matrix/true/point/;x=1;y=2', []],
])('a list or an object in the path: %s', async (path, want) => {
  const found = await violationsAt(mock, path);
  expect(found).toEqual(want.map((message) => `Request path parameter ${message}`));
});

test('what has no place in the path is not missed there', async () => {
  expect(await violationsAt(mock, '/plain')).toEqual([]);
});
