import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/model/json.ts';
import { applyOverlay } from '../../src/read/overlay.ts';
import { parseSource } from '../../src/read/parse.ts';
import { problemsOf } from '../problems.ts';

function overlay(...actions: unknown[]): JsonObject {
  return { overlay: '1.0.0', info: { title: 'Names', version: '1' }, actions };
}

function apply(document: JsonObject, ...actions: unknown[]): JsonObject {
  return applyOverlay(document, overlay(...actions), 'overlay.yaml');
}

const applied = [
  {
    name: 'an update merges objects, all the way down',
    given: { info: { title: 'Acme', contact: { name: 'A' } } },
    actions: [{ target: '$.info', update: { title: 'Acme API', contact: { url: 'b' } } }],
    want: { info: { title: 'Acme API', contact: { name: 'A', url: 'b' } } },
  },
  {
    name: 'an update of the root',
    given: { openapi: '3.1.0' },
    actions: [{ target: '$', update: { 'x-sdk': { name: 'Acme' } } }],
    want: { openapi: '3.1.0', 'x-sdk': { name: 'Acme' } },
  },
  {
    name: 'an update of a list appends one item',
    given: { tags: [{ name: 'a' }] },
    actions: [{ target: '$.tags', update: { name: 'b' } }],
    want: { tags: [{ name: 'a' }, { name: 'b' }] },
  },
  {
    name: 'a list appends to a list',
    given: { tags: [1] },
    actions: [{ target: '$.tags', update: [2, 3] }],
    want: { tags: [1, 2, 3] },
  },
  {
    name: 'a list inside of an update appends as well',
    given: { get: { tags: ['a'] } },
    actions: [{ target: '$.get', update: { tags: ['b'] } }],
    want: { get: { tags: ['a', 'b'] } },
  },
  {
    name: 'every match is updated',
    given: { paths: { '/a': { get: { id: 1 } }, '/b': { get: { id: 2 } } } },
    actions: [{ target: '$.paths.*.get', update: { secured: true } }],
    want: { paths: { '/a': { get: { id: 1, secured: true } }, '/b': { get: { id: 2, secured: true } } } },
  },
  {
    name: 'a match inside of a match is updated too',
    given: { a: { a: { n: 1 } } },
    actions: [{ target: '$..a', update: { seen: true } }],
    want: { a: { a: { n: 1, seen: true }, seen: true } },
  },
  {
    name: 'remove takes a field away',
    given: { info: { title: 'Acme', 'x-logo': {} } },
    actions: [{ target: "$.info['x-logo']", remove: true }],
    want: { info: { title: 'Acme' } },
  },
  {
    name: 'remove takes several items of one list away',
    given: { tags: [{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }] },
    actions: [{ target: '$.tags[?@.n > 1 && @.n < 4]', remove: true }],
    want: { tags: [{ n: 1 }, { n: 4 }] },
  },
  {
    name: 'remove beats update',
    given: { a: 1, b: 2 },
    actions: [{ target: '$.a', update: 3, remove: true }],
    want: { b: 2 },
  },
  {
    name: 'actions follow one another, each on what the last one left',
    given: { a: { n: 1 } },
    actions: [
      { target: '$.a', update: { b: {} } },
      { target: '$.a.b', update: { n: 2 } },
      { target: '$.a.n', remove: true },
    ],
    want: { a: { b: { n: 2 } } },
  },
];

test.each(applied)('$name', ({ given, actions, want }) => {
  expect(apply(given, ...actions)).toEqual(want);
});

test('the given document stays as it was', () => {
  const given = { a: { b: { c: 1 } }, list: [1] };
  apply(given, { target: '$.a.b', update: { d: 2 } }, { target: '$.list[0]', remove: true });
  expect(given).toEqual({ a: { b: { c: 1 } }, list: [1] });
});

test('of two places that a YAML alias makes one object, only the target changes', () => {
  const document = parseSource({ location: 'api.yaml', text: 'a: &x { n: 1 }\nb: *x\n' });
  expect(apply(document, { target: '$.a.n', update: 2 })).toEqual({ a: { n: 2 }, b: { n: 1 } });
});

test('a key called __proto__ is a key, and changes no prototype', () => {
  const update = JSON.parse('{"__proto__": {"polluted": true}}');
  const merged = apply({ a: {} }, { target: '$.a', update }, { target: '$.a', update });
  expect(JSON.stringify(merged)).toBe('{"a":{"__proto__":{"polluted":true}}}');
  expect('polluted' in Object.prototype).toBe(false);
});

test('a target that matches nothing names its action', async () => {
  const actions = [
    { target: '$.info', update: { title: 'B' } },
    { target: '$.paths["/gone"].get', description: 'Name the list', update: {} },
    { target: '$.nowhere', remove: true },
  ];
  expect(await problemsOf(() => apply({ info: {} }, ...actions))).toBe(
    [
      'error overlay-target-missing: the overlay action ("Name the list") targets $.paths["/gone"].get, which matches nothing in the document',
      '  at overlay.yaml #/actions/1/target',
      '  Correct the target, or drop the action if the document no longer needs it.',
      'error overlay-target-missing: the overlay action targets $.nowhere, which matches nothing in the document',
      '  at overlay.yaml #/actions/2/target',
      '  Correct the target, or drop the action if the document no longer needs it.',
    ].join('\n'),
  );
});

const invalid = [
  {
    given: { overlay: '2.0.0', actions: [] },
    at: '#/overlay',
    want: '`overlay` is "2.0.0"; "1.0.0" was expected',
  },
  { given: { actions: [] }, at: '#/overlay', want: '`overlay` is undefined; "1.0.0" was expected' },
  { given: { overlay: '1.0.0' }, at: '#/actions', want: '`actions` is missing or no list' },
  {
    given: overlay({ target: '$.a[', update: {} }),
    at: '#/actions/0',
    want: '`target` "$.a[" is no JSONPath (RFC 9535)',
  },
  { given: overlay({ update: {} }), at: '#/actions/0', want: 'action 1 has no `target`' },
  {
    given: overlay({ target: '$', update: {} }, { target: '$.a' }),
    at: '#/actions/1',
    want: 'action 2 has neither `update` nor `remove: true`',
  },
  {
    given: overlay({ target: '$.a', remove: false }),
    at: '#/actions/0',
    want: 'action 1 has neither `update` nor `remove: true`',
  },
];

test.each(invalid)('an overlay is refused where $want', async ({ given, at, want }) => {
  expect(await problemsOf(() => applyOverlay({ a: 1 }, given, 'overlay.yaml'))).toBe(
    [
      `error overlay-invalid: "overlay.yaml" is not a valid Overlay: ${want}`,
      `  at overlay.yaml ${at}`,
      '  Follow https://spec.openapis.org/overlay/v1.0.0.html.',
    ].join('\n'),
  );
});
