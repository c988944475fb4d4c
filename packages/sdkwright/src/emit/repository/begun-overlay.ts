import { listAt, type JsonObject } from '../../model/json.ts';
import type { Api } from '../../model/sdk-model.ts';
import { exampleHost, hasHost, serverSeenFrom } from '../../model/servers.ts';
import type { File } from '../file.ts';

/** Where a repository has its overlay. */
export const overlayPath = 'spec/overlay.yaml';

/**
 * The overlay of a repository that begins: it names the client. Where the document names no host, it shows where to
 * say one, as a comment: the place that a document was read from need not be that of its API, to which tokens go.
 */
export function begunOverlay({ title, name, baseUrl }: Api, document: JsonObject, location: string): File {
  const content = `overlay: 1.0.0
info: { title: ${JSON.stringify(`What the document of ${title} cannot say`)}, version: 1.0.0 }
actions:
  - target: $
    update:
      x-sdk: { name: ${JSON.stringify(name)} }
${hasHost(baseUrl) ? '' : serverHint(baseUrl, document, location)}`;
  return { path: overlayPath, content };
}

function serverHint(baseUrl: string, document: JsonObject, location: string): string {
  const server = `{ url: ${JSON.stringify(serverAt(baseUrl, location))} }`;
  const action =
    listAt(document, 'servers').length === 0
      ? ['- target: $', `  update: { servers: [${server}] }`]
      : ['- target: $.servers[0]', `  update: ${server}`];
  const said = [
    'The document names no host, so outside a page everyone has to give the client a `baseUrl`.',
    'Where all of them call the same API, say where it is:',
  ];
  return [...said, ...action].map((line) => `  # ${line}\n`).join('');
}

/** Where the server is, seen from where the document was read, unless that is this machine. */
function serverAt(baseUrl: string, location: string): string {
  const { protocol = '', host = '', pathname = '' } = URL.parse(location) ?? {};
  const isPublic = protocol.startsWith('http') && !/^(localhost|127\.|0\.|\[::1?\])/.test(host);
  return serverSeenFrom(isPublic ? `${protocol}//${host}${pathname}` : exampleHost, baseUrl);
}
