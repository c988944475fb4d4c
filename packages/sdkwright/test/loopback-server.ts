import { createServer, type RequestListener } from 'node:http';
import { onTestFinished } from 'vitest';

/** An HTTP server on a free port of 127.0.0.1 that is closed when the test is over; gives its URL. */
export async function loopbackServer(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}
