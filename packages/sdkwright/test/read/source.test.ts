import { truncate } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { maxDocumentBytes, readSource, readUrl } from '../../src/read/source.ts';
import { loopbackServer } from '../loopback-server.ts';
import { problemsOf } from '../problems.ts';
import { temporaryFolder } from '../temporary-folder.ts';

test('a file is read as UTF-8 and keeps the location the user gave', async () => {
  const folder = await temporaryFolder({ 'api.yaml': 'title: Zoë\n' });
  expect(await readSource(`${folder}/api.yaml`)).toEqual({
    location: `${folder}/api.yaml`,
    text: 'title: Zoë\n',
  });
});

test('a missing file', async () => {
  expect(await problemsOf(() => readSource('no/such.yaml'))).toBe(
    [
      'error document-not-found: cannot read "no/such.yaml": there is no such file',
      '  at no/such.yaml',
      '  Check the path; it is resolved against the current directory.',
    ].join('\n'),
  );
});

test('a folder', async () => {
  const folder = await temporaryFolder({ 'spec/api.yaml': '' });
  expect(await problemsOf(() => readSource(`${folder}/spec`))).toBe(
    [
      `error document-not-found: cannot read "${folder}/spec": it is a folder`,
      `  at ${folder}/spec`,
      '  Check the path; it is resolved against the current directory. Name the file itself, such as spec/openapi.yaml.',
    ].join('\n'),
  );
});

test('a file above the limit is refused by its size, without reading it', async () => {
  const folder = await temporaryFolder({ 'api.yaml': '' });
  await truncate(`${folder}/api.yaml`, maxDocumentBytes + 1);
  expect(await problemsOf(() => readSource(`${folder}/api.yaml`))).toBe(
    [
      `error document-too-large: "${folder}/api.yaml" holds more than 64 MiB (67108865 bytes seen)`,
      `  at ${folder}/api.yaml`,
      '  Check that this is the right file.',
    ].join('\n'),
  );
});

test('a URL', async () => {
  const url = await loopbackServer((_, response) => response.end('openapi: 3.1.0\n'));
  expect(await readSource(`${url}/api.yaml`)).toEqual({
    location: `${url}/api.yaml`,
    text: 'openapi: 3.1.0\n',
  });
});

test('a character split over two chunks stays whole', async () => {
  const bytes = Buffer.from('title: Zoë\n');
  const url = await loopbackServer((_, response) => {
    response.write(bytes.subarray(0, -2));
    // Long enough for the first half to arrive alone.
    setTimeout(() => response.end(bytes.subarray(-2)), 100);
  });
  expect((await readSource(url)).text).toBe('title: Zoë\n');
});

test('a URL that leads to nothing', async () => {
  const url = await loopbackServer((_, response) => response.writeHead(404).end('no'));
  expect(await problemsOf(() => readSource(`${url}/api.yaml`))).toContain(
    `error document-not-found: cannot read "${url}/api.yaml": the server answered 404\n`,
  );
});

test('a server that is not there is named by the reason, not by "fetch failed"', async () => {
  expect(await problemsOf(() => readSource('http://127.0.0.1:1/api.yaml'))).toContain(
    'cannot read "http://127.0.0.1:1/api.yaml": bad port',
  );
});

test('a server that says nothing is given up', async () => {
  const url = await loopbackServer(() => {});
  const soon = { signal: AbortSignal.timeout(50) };
  expect(await problemsOf(() => readUrl(`${url}/api.yaml`, soon))).toBe(
    `error document-not-found: cannot read "${url}/api.yaml": The operation was aborted due to timeout\n` +
      `  at ${url}/api.yaml\n` +
      '  Check the URL, and whether this machine reaches it.',
  );
});

test('a body that breaks off', async () => {
  const url = await loopbackServer((_, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('openapi:', () => response.destroy());
  });
  expect(await problemsOf(() => readSource(`${url}/api.yaml`))).toContain(
    `error document-not-found: cannot read "${url}/api.yaml": other side closed\n`,
  );
});

test('a body without an end is given up at the limit', async () => {
  const chunk = Buffer.alloc(4 * 1024 * 1024, ' ');
  const url = await loopbackServer((_, response) => {
    const send = (): void => void response.write(chunk, (error) => (error ? undefined : send()));
    send();
  });
  expect(await problemsOf(() => readSource(`${url}/api.yaml`))).toContain(
    `error document-too-large: "${url}/api.yaml" holds more than 64 MiB (`,
  );
});

test('a password in a URL is sent as basic authentication and kept out of the location', async () => {
  const url = await loopbackServer((request, response) => response.end(request.headers.authorization));
  const location = `${url.replace('//', '//ann:s%40cret@')}/api.yaml`;
  expect(await readSource(location)).toEqual({
    location: `${url.replace('//', '//***@')}/api.yaml`,
    text: `Basic ${Buffer.from('ann:s@cret').toString('base64')}`,
  });
});

const failing = [
  'http://ann:s3cret@127.0.0.1:1/api.yaml',
  'http://ann:s3cret@127.0.0.1:port/api.yaml',
  'http://ann:s3cret@@127.0.0.1:1/api.yaml',
  'HTTPS://s3cret@[/api.yaml',
];

test.each(failing)('a password in %s stays out of messages', async (url) => {
  const text = await problemsOf(() => readSource(url));
  expect(text).toContain('://***@');
  expect(text).not.toContain('s3cret');
});
