import type { IncomingMessage } from 'node:http';
import { loopbackServer } from './loopback-server.ts';

export interface GitHub {
  readonly url: string;
  /** Text by tag. */
  readonly releases: ReadonlyMap<string, string>;
}

/** The two calls that make releases; `status` is the answer to making one. */
export async function gitHub(status = 201): Promise<GitHub> {
  const releases = new Map<string, string>();
  const url = await loopbackServer((request, response) => {
    const tag = decodeURIComponent(/\/releases\/tags\/(.+)$/.exec(request.url ?? '')?.[1] ?? '');
    if (request.method === 'GET') return response.writeHead(releases.has(tag) ? 200 : 404).end('{}');
    return void bodyOf(request).then(({ tag_name: name, body: text }) => {
      if (status === 201) releases.set(name, text);
      response.writeHead(status).end('{"message":"No."}');
    });
  });
  return { url, releases };
}

async function bodyOf(request: IncomingMessage): Promise<{ tag_name: string; body: string }> {
  return JSON.parse((await request.toArray()).join(''));
}
