import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A request as it came over the wire. */
export interface WireRequest {
  readonly method: string;
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the server does to one request; it may answer, half answer, or do worse. */
export type Fault = (socket: Socket, request: WireRequest) => void;

export interface FaultServer {
  readonly url: string;
  /** Every request that arrived whole, in order. */
  readonly requests: readonly WireRequest[];
  /** Connections whose last request has not been answered whole, and that are still open. */
  unfinished(): number;
  close(): Promise<void>;
}

/**
 * An HTTP server on a free port of the loopback interface that answers the first request with the first
 * fault, and so on; the last is repeated. It speaks over a bare socket, so that it can break every rule.
 */
export async function startFaultServer(...faults: readonly Fault[]): Promise<FaultServer> {
  const requests: WireRequest[] = [];
  const busy = new Set<Socket>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    // A client that hangs up is what many of the tests are about.
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      busy.delete(socket);
    });
    readRequests(socket, (request) => {
      const fault = faults[Math.min(requests.length, faults.length - 1)];
      requests.push(request);
      busy.add(socket);
      fault?.(socket, request);
    });
    socket.on('answered', () => busy.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    unfinished: () => busy.size,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function readRequests(socket: Socket, onRequest: (request: WireRequest) => void): void {
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1');
    for (let request = readRequest(received); request; request = readRequest(received)) {
      received = received.slice(request.length);
      onRequest(request);
    }
  });
}

function readRequest(received: string): (WireRequest & { readonly length: number }) | undefined {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const [first = '', ...lines] = received.slice(0, headEnd).split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  const length = headEnd + 4 + Number(headers['content-length'] ?? 0);
  if (received.length < length) return undefined;
  const [method = '', target = ''] = first.split(' ');
  return { method, target, headers, body: received.slice(headEnd + 4, length), length };
}

/** A port of the loopback interface that nobody listens on. */
export async function closedPort(): Promise<number> {
  const server = await startFaultServer();
  await server.close();
  return Number(new URL(server.url).port);
}
