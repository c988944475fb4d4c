import { expect, test } from 'vitest';
import { basePaths, pathUnderBase } from '../src/base-path.ts';

const servers = [
  { name: 'an absolute URL', given: [{ url: 'https://a.example/api/v2' }], want: ['/api/v2'] },
  { name: 'a slash at the end', given: [{ url: 'https://a.example/api/v2/' }], want: ['/api/v2'] },
  { name: 'a relative URL', given: [{ url: '/api/v2' }], want: ['/api/v2'] },
  { name: 'no path', given: [{ url: 'https://a.example' }], want: [''] },
  { name: 'no servers', given: undefined, want: [''] },
  { name: 'an empty list', given: [], want: [''] },
  {
    name: 'several, the first first, each path once',
    given: [{ url: 'https://a.example/v2' }, { url: 'https://b.example/' }, { url: 'https://c.example/v2' }],
    want: ['/v2', ''],
  },
  {
    name: 'variables',
    given: [
      {
        url: 'https://{host}.example/{base}',
        variables: { host: { default: 'eu' }, base: { default: 'v2' } },
      },
    ],
    want: ['/v2'],
  },
];

test.each(servers)('the base paths of $name', ({ given, want }) => {
  expect(basePaths({ servers: given })).toEqual(want);
});

const paths = [
  { path: '/api/v2/tasks', bases: ['/api/v2'], want: '/tasks' },
  { path: '/api/v2', bases: ['/api/v2'], want: '/' },
  { path: '/api/v2/', bases: ['/api/v2'], want: '/' },
  { path: '/api/v20/tasks', bases: ['/api/v2'], want: undefined },
  { path: '/tasks', bases: ['/api/v2'], want: undefined },
  { path: '/tasks', bases: [''], want: '/tasks' },
  { path: '/api/v2/tasks', bases: ['', '/api', '/api/v2'], want: '/tasks' },
];

test.each(paths)('$path under $bases is $want', ({ path, bases, want }) => {
  expect(pathUnderBase(path, bases)).toBe(want);
});
