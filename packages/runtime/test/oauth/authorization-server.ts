import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TokenRequest {
  readonly authorization: string | undefined;
  readonly form: Readonly<Record<string, string>>;
}

export interface AuthorizationServer {
  readonly tokenUrl: string;
  readonly requests: readonly TokenRequest[];
  close(): Promise<void>;
}

/** Answers the token endpoint on a free port of the loopback interface with what `respond` makes of a request. */
export async function startAuthorizationServer(
  respond: (request: TokenRequest, count: number) => { readonly status?: number; readonly body: unknown },
): Promise<AuthorizationServer> {
  const requests: TokenRequest[] = [];
  const server = createServer((request, response) => {
    void readForm(request).then((form) => {
      const received = { authorization: request.headers.authorization, form };
      requests.push(received);
      const { status = 200, body } = respond(received, requests.length);
      response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    tokenUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/oauth/token`,
    requests,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function readForm(request: IncomingMessage): Promise<Readonly<Record<string, string>>> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return Object.fromEntries(new URLSearchParams(body));
}
