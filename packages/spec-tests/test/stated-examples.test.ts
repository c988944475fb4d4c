import { expect, test } from 'vitest';

import { statedExamples } from '../src/stated-examples.ts';
import type { Json } from '../src/json.ts';

const schema = { type: 'string' };

test.each<[string, Json, [pointer: string, schema: string, value: Json][]]>([
  ['of a parameter', { schema, example: 'a' }, [['/example', '/schema', 'a']]],
  [
    'of a media type, by name',
    { schema, examples: { one: { value: 'a' } } },
    [['/examples/one/value', '/schema', 'a']],
  ],
  [
    'of a schema',
    { type: 'string', examples: ['a', 'b'] },
    [
      ['/examples/0', '', 'a'],
      ['/examples/1', '', 'b'],
    ],
  ],
  [
    'below a property that is called like a keyword',
    { properties: { example: { type: 'string', examples: ['a'] } } },
    [['/properties/example/examples/0', '/properties/example', 'a']],
  ],
  [
    'but none within an example',
    { schema, example: { schema: 'b', example: 'c' } },
    [['/example', '/schema', { schema: 'b', example: 'c' }]],
  ],
])('finds the examples %s', (_, given, want) => {
  const found = statedExamples(given).map(({ pointer, schema: at, value }) => [pointer, at, value]);
  expect(found).toEqual(want);
});
