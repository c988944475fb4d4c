import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { emitDocument } from '../../src/emit/document/emit-document.ts';
import { documentOfRelease, isVersion } from '../../src/impact/release.ts';
import { modelOf, withOperation } from '../documents.ts';
import { loopbackServer } from '../loopback-server.ts';
import { temporaryFolder } from '../temporary-folder.ts';

afterEach(() => vi.unstubAllEnvs());

const document = withOperation({ description: 'Words', 'x-sdk': { method: 'all' } });
const shipped = {
  openapi: '3.1.0',
  info: { title: 'Acme', version: '1.0.0' },
  paths: {
    '/tasks': {
      get: { operationId: 'getTasks', tags: ['Tasks'], responses: { 200: {} }, 'x-sdk': { method: 'all' } },
    },
  },
  'x-sdk': { name: 'Acme' },
};

/** A project with version 1.0.0 of the types installed. */
async function installed(files: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder({ 'package.json': '{ "version": "1.0.0" }', ...files });
  return { searched: [], scope: '@acme', typesFolder: folder };
}

test('the types package holds the document without its prose, and gives it back', async () => {
  const { path, content } = emitDocument(await modelOf(document));
  expect(path).toBe('types/src/generated/document.json');
  const project = await installed({ 'src/generated/document.json': content });
  expect(await documentOfRelease(project, undefined)).toEqual(shipped);
  expect(await documentOfRelease(project, '1.0.0')).toEqual(shipped);
});

test('another release comes from the registry that npm is set to', async () => {
  const { content } = emitDocument(await modelOf(document));
  const tarball = archive({
    'package/package.json': '{ "name": "@acme/types", "version": "2.0.0" }',
    'package/src/generated/document.json': content,
  });
  const url = await loopbackServer((request, response) => {
    if (request.url?.endsWith('.tgz')) return response.end(tarball);
    if (request.url !== '/@acme%2ftypes') return response.writeHead(404).end('{}');
    const release = { name: '@acme/types', version: '2.0.0', dist: { tarball: `${url}/types.tgz` } };
    const body = { name: '@acme/types', 'dist-tags': { latest: '2.0.0' }, versions: { '2.0.0': release } };
    return response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  });
  vi.stubEnv('npm_config_registry', url);
  vi.stubEnv('npm_config_cache', join(await temporaryFolder(), 'cache'));
  const project = await installed({});
  expect(await documentOfRelease(project, '2.0.0')).toEqual(shipped);
  await expect(documentOfRelease(project, '3.0.0')).rejects.toThrow(
    /^error release-unreadable: npm cannot install @acme\/types@3\.0\.0: npm error code ETARGET/,
  );
});

test('a release without a document is told', async () => {
  await expect(documentOfRelease(await installed({}), '1.0.0')).rejects.toThrow(
    'error release-unreadable: @acme/types 1.0.0 has no src/generated/document.json',
  );
});

test.each([
  ['1.0.0', true],
  ['2.0.0-beta.1', true],
  ['./1.0.0', false],
  ['api-1.0.0.yaml', false],
  ['1.0', false],
])('%s is a version: %s', (text, want) => {
  expect(isVersion(text)).toBe(want);
});

/** A gzipped tar archive, as npm packs them. */
function archive(files: Readonly<Record<string, string>>): Uint8Array {
  const blocks = Object.entries(files).flatMap(([name, text]) => {
    const body = Buffer.from(text);
    const head = Buffer.alloc(512);
    head.write(name, 0);
    head.write('0000644\0', 100);
    head.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124);
    head.write('        0', 148);
    head.write('ustar\u000000', 257);
    const sum = head.reduce((total, byte) => total + byte, 0);
    head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return [head, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}
