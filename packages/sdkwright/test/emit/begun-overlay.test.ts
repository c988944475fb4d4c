import { describe, expect, test } from 'vitest';
import { begunOverlay } from '../../src/emit/repository/begun-overlay.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { applyOverlay } from '../../src/read/overlay.ts';
import { parseSource } from '../../src/read/parse.ts';
import { modelOf, openapi } from '../documents.ts';

/** The overlay of a document that was read from `location`. */
async function overlayOf(document: JsonObject, location: string): Promise<string> {
  const { api } = await modelOf(document);
  return begunOverlay(api, document, location).content;
}

test('it names the client, and the host where the document names none', async () => {
  const document = openapi({ servers: [{ url: '/v2' }] });
  expect(await overlayOf(document, 'https://api.acme.dev/docs/openapi.json')).toBe(`overlay: 1.0.0
info: { title: "What the document of Acme cannot say", version: 1.0.0 }
actions:
  - target: $
    update:
      x-sdk: { name: "Acme" }
  # The document names no host, so outside a page everyone has to give the client a \`baseUrl\`.
  # Where all of them call the same API, say where it is:
  # - target: $.servers[0]
  #   update: { url: "https://api.acme.dev/v2" }
`);
});

test('a document that names its host begins without a word of it', async () => {
  const document = openapi({ servers: [{ url: 'https://api.acme.dev' }] });
  expect(await overlayOf(document, 'openapi.yaml')).not.toContain('#');
});

describe('without its #, it names the host of the document, or where that is no place for others, an example', () => {
  test.each([
    ['https://api.acme.dev/docs/openapi.json', { servers: [{ url: 'v2/' }] }, 'https://api.acme.dev/docs/v2'],
    ['https://me:secret@acme.dev/openapi.json?token=secret', {}, 'https://acme.dev'],
    ['https://acme.dev/openapi.json', { servers: [{ url: '//api.acme.dev/v2' }] }, 'https://api.acme.dev/v2'],
    ['http://localhost:8000/openapi.json', {}, 'https://api.example.com'],
    ['http://127.0.0.1:8000/openapi.json', { servers: [{ url: '/v2' }] }, 'https://api.example.com/v2'],
    ['http://[::1]:8000/openapi.json', {}, 'https://api.example.com'],
    ['spec/openapi.json', { servers: [{ url: '/v2' }] }, 'https://api.example.com/v2'],
    ['C:\\spec\\openapi.json', {}, 'https://api.example.com'],
  ])('%s %j', async (location, servers, expected) => {
    const document = openapi(servers);
    const text = (await overlayOf(document, location)).replaceAll(/^ {2}# (?=-| {2})/gm, '  ');
    const overlay = parseSource({ location: 'overlay.yaml', text });
    expect((await modelOf(applyOverlay(document, overlay, 'overlay.yaml'))).api.baseUrl).toBe(expected);
  });
});
