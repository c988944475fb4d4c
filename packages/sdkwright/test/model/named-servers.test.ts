import { describe, expect, test } from 'vitest';
import { namedServers } from '../../src/model/named-servers.ts';
import { openapi } from '../documents.ts';

const namesOf = (...servers: readonly object[]): string[] =>
  namedServers(openapi({ servers })).map(({ name }) => name);

test.each([
  ['none', undefined],
  ['an empty list', []],
  ['one without variables', [{ url: 'https://api.acme.dev' }]],
  ['one that is no server', [{ url: 'https://api.acme.dev' }, 'https://eu.acme.dev', {}]],
])('there is nothing to choose from: %s', (_name, servers) => {
  expect(namedServers(openapi({ servers }))).toEqual([]);
});

test('a server has the variables of its URL, with what it says of them', () => {
  const region = { enum: ['eu', 'us'], default: 'eu', description: 'Where the data are.' };
  const url = 'https://{tenant}.{region}.acme.dev:{port}//';
  const tenant = { default: '{tenant}' };
  const variables = { tenant, region, port: { default: 443 }, unused: { default: 'a' } };
  expect(namedServers(openapi({ servers: [{ url, description: 'Regional', variables }] }))).toEqual([
    {
      name: 'regional',
      url: 'https://{tenant}.{region}.acme.dev:{port}',
      description: 'Regional',
      variables: [
        { name: 'tenant', values: [] },
        { name: 'region', values: ['eu', 'us'], default: 'eu', description: 'Where the data are.' },
        { name: 'port', values: [], default: '443' },
      ],
    },
  ]);
});

describe('the name of a server', () => {
  const other = { url: 'https://acme.dev' };
  test.each([
    ['is what x-sdk says', { name: 'A', 'x-sdk': { name: 'testBed' }, ...other }, 'testBed'],
    ['else its name', { name: 'Test bed', description: 'B', ...other }, 'testBed'],
    ['else a description of few words', { description: 'The sandbox server', ...other }, 'sandbox'],
    [
      'of a sentence',
      { description: 'Live environment for United States of America', ...other },
      'liveUnitedStatesAmerica',
    ],
    ['else its host', { description: 'Use it for all that has money in it', ...other }, 'acme'],
    ['else its host, which is no API', { url: 'https://api.eu.acme.dev/v2' }, 'eu'],
    ['else its host without variables', { url: '{scheme}://{tenant}.acme.dev' }, 'acme'],
    ['else its host without a port', { url: 'http://localhost:8080' }, 'localhost'],
    ['else main: a path', { url: '/v2' }, 'main'],
    ['else main: variables alone', { url: '{scheme}://{host}' }, 'main'],
    ['else main: punctuation', { url: '/v2', description: '…' }, 'main'],
    ['may be a word of the language', { url: '/v2', description: 'Default server' }, 'default'],
  ])('%s', (_name, server, want) => {
    expect(namesOf(server, { url: 'https://other.dev', description: 'Other' })).toEqual([want, 'other']);
  });

  test('is its own', () => {
    expect(namesOf({ url: 'https://acme.dev/v1' }, { url: 'https://acme.dev/v2' })).toEqual([
      'acme',
      'acme2',
    ]);
  });
});
