import { expect, test } from 'vitest';
import { serverUrl } from '../src/index.ts';

const regional = 'https://{tenant}.{region}.acme.example:{port}/{base}/v1';
const values = { tenant: 'umbrella', region: 'eu', port: '443', base: 'api' };

test('variables are filled in', () => {
  expect(serverUrl(regional, values)).toBe('https://umbrella.eu.acme.example:443/api/v1');
  expect(serverUrl('{scheme}://{host}/v1', { scheme: 'http', host: 'localhost:8080' })).toBe(
    'http://localhost:8080/v1',
  );
  expect(serverUrl('https://acme.example', values)).toBe('https://acme.example');
});

test('a variable without a value has its default', () => {
  const defaults = { tenant: 'umbrella', region: 'eu', port: '443', base: 'api' };
  const given = { region: 'us', port: undefined, base: '' };
  expect(serverUrl(regional, given, defaults)).toBe('https://umbrella.us.acme.example:443//v1');
});

test('a path may be empty, or have several segments', () => {
  expect(serverUrl('https://acme.example/{base}', { base: '' })).toBe('https://acme.example/');
  expect(serverUrl('/{base}', { base: 'api/v3' })).toBe('/api/v3');
});

test('a value may begin the path behind a whole host, and nowhere else', () => {
  expect(serverUrl('https://{host}:{port}{path}', { host: 'acme.example', port: '80', path: '/v1' })).toBe(
    'https://acme.example:80/v1',
  );
  for (const template of [
    'https://{path}',
    'https://{path}.acme.example',
    'https://api.{path}',
    'https://a:{path}',
  ])
    expect(() => serverUrl(template, { path: '/evil.example/' })).toThrow(
      `'path' is no part of a URL's host`,
    );
});

test('a value may be the whole origin', () => {
  const template = '{apiRoot}/v1';
  expect(serverUrl(template, { apiRoot: 'https://acme.example/api' })).toBe('https://acme.example/api/v1');
  expect(() => serverUrl(template, { apiRoot: 'https://me@acme.example' })).toThrow(
    `'apiRoot' is no part of a URL's origin`,
  );
});

test('a scheme is a word', () => {
  const local = '{scheme}://acme.example';
  expect(serverUrl(local, { scheme: 'https' })).toBe('https://acme.example');
  for (const scheme of ['https://evil.example', 'https:evil.example', 'https:'])
    expect(() => serverUrl(local, { scheme })).toThrow(`'scheme' is no part of a URL's scheme`);
});

test.each([
  [{ tenant: undefined }, `'tenant' is missing`],
  [{ tenant: '' }, `'tenant' is missing`],
  [{ tenant: 'evil.example/' }, `'tenant' is no part of a URL's host`],
  [{ tenant: 'evil.example#' }, `'tenant' is no part of a URL's host`],
  [{ tenant: 'evil.example?' }, `'tenant' is no part of a URL's host`],
  [{ tenant: 'evil.example\\' }, `'tenant' is no part of a URL's host`],
  [{ tenant: 'a b' }, `'tenant' is no part of a URL's host`],
  [{ region: 'eu@evil.example' }, `'region' is no part of a URL's host`],
  [{ base: '?' }, `'base' is no part of a URL's path`],
  [{ base: undefined }, `'base' is missing`],
])('%j is refused', (given, message) => {
  expect(() => serverUrl(regional, { ...values, ...given })).toThrow(new TypeError(message));
});
