// Run by node.test.ts in several Nodes, over the built package: what arrives where, and how each call ends.
import { createServer } from 'node:http';
import { apiKey, Client, operation } from '../../dist/index.js';

const arrived = [];

/** Answers every request with a redirect to `location`, or with an empty object. */
async function listen(name, location) {
  const server = createServer((request, response) => {
    arrived.push([name, request.url, request.headers.authorization, request.headers['x-api-key']]);
    response.writeHead(location ? 302 : 200, { ...(location && { location }), connection: 'close' });
    response.end(location ? '' : '{}');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${server.address().port}` };
}

const elsewhere = await listen('elsewhere');
const home = await listen('home', `${elsewhere.url}/stolen`);
const outcomes = [];
for (const auth of [undefined, apiKey('header', 'x-api-key'), apiKey('query', 'key')]) {
  const client = new Client({ api: { baseUrl: home.url, auth }, userAgent: 'x' }, { token: 'secret' });
  const result = await operation({ id: 'get', method: 'GET', path: '/a' })(client).result();
  outcomes.push([result.ok, result.error?.kind, result.error?.status]);
}
for (const { server } of [home, elsewhere]) server.close();
process.stdout.write(JSON.stringify({ arrived, outcomes }));
