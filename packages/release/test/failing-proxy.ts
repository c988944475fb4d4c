import { request } from 'node:http';
import { loopbackServer } from './loopback-server.ts';

export interface Failure {
  /** The upload at which it begins, counted from 1; it stays for all that follow. */
  readonly fromUpload: number;
  /** What is answered to uploads then; default: the connection breaks down, at whatever is asked. */
  readonly status?: number;
}

/** A way to the registry that fails in the middle of publishing. */
export async function failingProxy(registry: string, { fromUpload, status }: Failure): Promise<string> {
  const { hostname, port } = new URL(registry);
  let uploads = 0;
  const url = await loopbackServer((incoming, outgoing) => {
    const { method, url: path, headers } = incoming;
    if (method === 'PUT') uploads += 1;
    const fails = uploads >= fromUpload;
    if (fails && status === undefined) return void incoming.socket.destroy();
    if (fails && method === 'PUT') return outgoing.writeHead(status ?? 500).end('{"error":"not today"}');
    const onward = request({ hostname, port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    return incoming.pipe(onward);
  });
  return `${url}/`;
}
