// Loaded before an example, with `node --import`: the API's own address leads to the mock, so that
// documents can show the code that people will write. Any other address but this machine is refused.
import process from 'node:process';

const api = process.env['API_URL'] ?? '';
const mock = process.env['MOCK_URL'] ?? '';
const fetchFromNetwork = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const url = input instanceof Request ? input.url : String(input);
  if (url.startsWith(`${api}/`)) return await fetchFromNetwork(mock + url.slice(api.length), init);
  if (new URL(url).hostname === '127.0.0.1') return await fetchFromNetwork(input, init);
  throw new Error(`An example asked for ${url}, which is neither the API nor this machine.`);
};
