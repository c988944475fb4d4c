import type { Fault } from './fault-server.ts';

type HeaderList = Readonly<Record<string, string | number>>;

const head = (status: string, headers: HeaderList): string =>
  [`HTTP/1.1 ${status}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), '', ''].join(
    '\r\n',
  );

/** A whole answer. */
export function answer(status: string, body: string | Uint8Array = '', headers: HeaderList = {}): Fault {
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body);
  return (socket) => {
    socket.write(
      head(status, { 'content-type': 'application/json', 'content-length': bytes.length, ...headers }),
    );
    socket.write(bytes, () => socket.emit('answered'));
  };
}

export const json = (value: unknown, status = '200 OK', headers: HeaderList = {}): Fault =>
  answer(status, JSON.stringify(value), headers);

/** The connection is reset before the server has answered. */
export const resetAtOnce: Fault = (socket) => void socket.resetAndDestroy();

/** The connection is closed, politely, without an answer. */
export const closeAtOnce: Fault = (socket) => void socket.end();

/** Nothing, for as long as the client waits. */
export const silence: Fault = () => {};

/** The head of an answer; of its body not a byte. */
export const headersOnly: Fault = (socket) => void socket.write(head('200 OK', { 'content-length': 100 }));

/** The head, then a reset. */
export const headersThenReset: Fault = (socket) =>
  void socket.write(head('200 OK', { 'content-length': 100 }), () => socket.resetAndDestroy());

/** Half a body, then the end of the connection. */
export const bodyCut: Fault = (socket) =>
  void socket.write(`${head('200 OK', { 'content-length': 100 })}{"success":true,"data":[`, () =>
    socket.end(),
  );

/** Half a body in chunks, whose end never comes though the connection ends. */
export const chunksCut: Fault = (socket) =>
  void socket.write(`${head('200 OK', { 'transfer-encoding': 'chunked' })}5\r\n{"suc\r\n`, () =>
    socket.end(),
  );

/** Half a body, and then nothing. */
export const bodyStalls: Fault = (socket) =>
  void socket.write(`${head('200 OK', { 'content-length': 100 })}{"success":true,"data":[`);

/** Plain text that claims to be compressed. */
export const gzipLie: Fault = answer('200 OK', '{"success":true,"data":[]}', { 'content-encoding': 'gzip' });

/** No HTTP at all. */
export const noHttp: Fault = (socket) => void socket.end('220 mail.example.com ESMTP\r\n');

/** Fifty megabytes of JSON, written as fast as the client reads. */
export const fiftyMegabytes: Fault = (socket) => {
  const item = JSON.stringify({ id: 1, email: 'x'.repeat(1000) });
  const count = 50_000;
  const length = '{"success":true,"data":[]}'.length + count * item.length + count - 1;
  socket.write(`${head('200 OK', { 'content-length': length })}{"success":true,"data":[`);
  for (let index = 0; index < count; index++) socket.write(index === 0 ? item : `,${item}`);
  socket.write(']}', () => socket.emit('answered'));
};
