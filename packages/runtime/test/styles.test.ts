import { describe, expect, test } from 'vitest';
import {
  asProperties,
  commaSeparated,
  deepObject,
  headerProperties,
  inHeader,
  inPath,
  inQuery,
  joined,
  jsonText,
  pathStyle,
  pipeDelimited,
  reservedInQuery,
  spaceDelimited,
  unlessNull,
  type Location,
} from '../src/index.ts';
import { sent } from './sent-request.ts';

const list = ['blue', 'black', 'brown'];
const object = { R: 100, G: 200, B: 150 };

// The table of OpenAPI 3.1.1, section 4.8.12.3.
describe('a path in every style', () => {
  test.each<[string, Location, unknown, string]>([
    ['simple', inPath, 'blue', 'blue'],
    ['simple', pathStyle('simple', false), list, 'blue,black,brown'],
    ['simple', pathStyle('simple', false), object, 'R,100,G,200,B,150'],
    ['simple, exploded', pathStyle('simple', true), list, 'blue,black,brown'],
    ['simple, exploded', pathStyle('simple', true), object, 'R=100,G=200,B=150'],
    ['label', pathStyle('label', false), 'blue', '.blue'],
    ['label', pathStyle('label', false), list, '.blue,black,brown'],
    ['label', pathStyle('label', false), object, '.R,100,G,200,B,150'],
    ['label, exploded', pathStyle('label', true), list, '.blue.black.brown'],
    ['label, exploded', pathStyle('label', true), object, '.R=100.G=200.B=150'],
    ['matrix', pathStyle('matrix', false), 'blue', ';color=blue'],
    ['matrix', pathStyle('matrix', false), list, ';color=blue,black,brown'],
    ['matrix', pathStyle('matrix', false), object, ';color=R,100,G,200,B,150'],
    ['matrix, exploded', pathStyle('matrix', true), 'blue', ';color=blue'],
    ['matrix, exploded', pathStyle('matrix', true), list, ';color=blue;color=black;color=brown'],
    ['matrix, exploded', pathStyle('matrix', true), object, ';R=100;G=200;B=150'],
  ])('%s', async (_style, location, color, want) => {
    const { url } = await sent({ path: '/x/{color}/y', fields: [[location, 1, 'color']] }, { color });
    expect(url.pathname).toBe(`/v1/x/${want}/y`);
  });

  test.each([
    [pathStyle('label', false), ''],
    [pathStyle('label', true), ['', '']],
    [pathStyle('simple', true), '..'],
  ])('cannot leave its route', async (location, color) => {
    const call = sent({ path: '/x/{color}', fields: [[location, 1, 'color']] }, { color });
    await expect(call).rejects.toThrow(new TypeError("op: 'color' is empty or dots"));
  });
});

describe('a query in every style', () => {
  test.each<[string, Location, unknown, string]>([
    ['form', commaSeparated, list, '?color=blue,black,brown'],
    ['form', commaSeparated, 'blue', '?color=blue'],
    ['form', commaSeparated, object, '?color=R,100,G,200,B,150'],
    ['form, exploded', inQuery, list, '?color=blue&color=black&color=brown'],
    ['form, exploded', asProperties, object, '?R=100&G=200&B=150'],
    ['form, exploded', asProperties, list, '?color=blue&color=black&color=brown'],
    ['form, exploded', asProperties, 'blue', '?color=blue'],
    ['spaceDelimited', spaceDelimited, list, '?color=blue%20black%20brown'],
    ['spaceDelimited', spaceDelimited, object, '?color=R%20100%20G%20200%20B%20150'],
    ['pipeDelimited', pipeDelimited, list, '?color=blue%7Cblack%7Cbrown'],
    ['deepObject', deepObject, object, '?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150'],
    [
      'deepObject, deeper',
      deepObject,
      { a: { b: [1, { c: 2 }] } },
      '?color%5Ba%5D%5Bb%5D%5B0%5D=1&color%5Ba%5D%5Bb%5D%5B1%5D%5Bc%5D=2',
    ],
    ['deepObject of a list', deepObject, ['a'], '?color%5B0%5D=a'],
    ['JSON', jsonText(inQuery), { R: [1] }, '?color=%7B%22R%22%3A%5B1%5D%7D'],
    ['null, where it may be', unlessNull(commaSeparated), null, ''],
    ['something, where it may be null', unlessNull(commaSeparated), ['a', 'b'], '?color=a,b'],
    ['reserved characters', reservedInQuery, 'a/b?c:d@e&f=g+h#i j', '?color=a/b?c:d@e%26f=g%2Bh%23i%20j'],
  ])('%s', async (_style, location, color, want) => {
    const { url } = await sent({ path: '/x', fields: [[location, 1, 'color']] }, { color });
    expect(url.search).toBe(want);
  });

  test.each<[string, Location, unknown]>([
    ['a list in a list', commaSeparated, [['a']]],
    ['an object in an object', commaSeparated, { a: {} }],
    ['a function, however deep', deepObject, { a: { b: () => 1 } }],
  ])('%s cannot be written', async (_name, location, color) => {
    await expect(sent({ path: '/x', fields: [[location, 0, 'color']] }, { color })).rejects.toThrow(
      /^op: 'color.*' is no text or number$/,
    );
  });
});

test.each<[string, Location, unknown, string]>([
  ['a list', inHeader, list, 'blue,black,brown'],
  ['an object', joined(inHeader), object, 'R,100,G,200,B,150'],
  ['an object, exploded', headerProperties, object, 'R=100,G=200,B=150'],
  ['a list where objects may be', headerProperties, list, 'blue,black,brown'],
])('%s in a header', async (_name, location, color, want) => {
  const { headers } = await sent({ path: '/x', fields: [[location, 0, 'X-Color']] }, { 'X-Color': color });
  expect(headers.get('x-color')).toBe(want);
});
