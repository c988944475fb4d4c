import { section, sections, type BenchCall } from './calls.ts';

/** A way to call the API. Each gives source text, so that all are bundled, checked and timed alike. */
export interface Subject {
  readonly name: string;
  /** A module that exports one function per call: `call0`, `call1` … */
  readonly module: (calls: readonly BenchCall[]) => string;
  /** A module with everything the subject can call, if it has such a thing. */
  readonly everything?: string;
}

export const baseUrl = 'https://api.example.com/api/v2';

const numbered = (calls: readonly BenchCall[], body: (call: BenchCall) => string): string =>
  calls.map((call, index) => `export const call${index} = () => ${body(call)};\n`).join('');

/** `import { a, b } from 'x'`, a line per module. */
export function imports(
  calls: readonly BenchCall[],
  moduleOf: (call: BenchCall) => string,
  nameOf: (call: BenchCall) => string = ({ operation }) => operation.name,
): string {
  const modules = [...new Set(calls.map(moduleOf))];
  return modules
    .map((path) => [path, calls.filter((call) => moduleOf(call) === path)] as const)
    .map(([path, group]) => `import { ${group.map(nameOf).join(', ')} } from '${path}';\n`)
    .join('');
}

export const kebab = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What orval and kubb take: fields of the path one by one, then the body, then the query. */
function positional(call: BenchCall): string {
  const path = call.operation.parameters
    .filter((parameter) => parameter.in === 'path')
    .map(({ name }) => JSON.stringify(call.input[name]));
  const rest = [section(call, 'body'), section(call, 'query')];
  return [...path, ...rest.filter((text) => text !== undefined)].join(', ');
}

/** The limiter stays on, with a limit that nobody reaches: its work is counted, its waiting is not. */
const options = `{ token: 't', baseUrl: '${baseUrl}', rateLimit: { requests: 1e9, seconds: 1 } }`;

export const subjects: readonly Subject[] = [
  {
    name: 'webwork-sdk',
    module: (calls) =>
      [
        `import { api, createClient } from '@webwork-sdk/client/runtime';\n`,
        imports(calls, ({ operation }) => `@webwork-sdk/client/${kebab(operation.group)}`),
        `const client = createClient(api, ${options});\n`,
        numbered(calls, ({ operation, input }) => `${operation.name}(client, ${JSON.stringify(input)})`),
      ].join(''),
    everything: `import { WebWork } from '@webwork-sdk/client';\nexport const webwork = new WebWork(${options});\n`,
  },
  {
    name: 'openapi-fetch',
    module: (calls) =>
      [
        `import createClient from 'openapi-fetch';\nimport type { paths } from '@webwork-sdk/types/openapi';\n`,
        `const client = createClient<paths>({ baseUrl: '${baseUrl}', headers: { authorization: 'Bearer t' } });\n`,
        numbered(calls, (call) => {
          const body = section(call, 'body');
          const init = `{ params: ${sections(call, ['path', 'query'])}${body === undefined ? '' : `, body: ${body}`} }`;
          return `client.${call.operation.httpMethod}('${call.operation.path}', ${init})`;
        }),
      ].join(''),
  },
  {
    name: 'hey-api',
    module: (calls) =>
      [
        `import { client } from './hey-api/client.gen';\n`,
        imports(calls, () => './hey-api/sdk.gen'),
        `client.setConfig({ baseUrl: '${baseUrl}', auth: 't', throwOnError: true });\n`,
        numbered(calls, (call) => `${call.operation.name}(${sections(call, ['path', 'query', 'body'])})`),
      ].join(''),
    everything: `export * from './hey-api/sdk.gen';\n`,
  },
  {
    name: 'orval',
    module: (calls) =>
      imports(calls, () => './orval/client') +
      numbered(calls, (call) => {
        return `${call.operation.name}(${positional(call)})`;
      }),
    everything: `export * from './orval/client';\n`,
  },
  {
    name: 'kubb',
    module: (calls) =>
      [
        `import { setConfig } from '@kubb/plugin-client/clients/fetch';\n`,
        imports(calls, ({ operation }) => `./hooks-kubb/clients/${operation.name}.ts`),
        `setConfig({ baseURL: '${baseUrl}', headers: { authorization: 'Bearer t' } });\n`,
        numbered(calls, (call) => `${call.operation.name}(${positional(call)})`),
      ].join(''),
    everything: `export * from './hooks-kubb/index.ts';\n`,
  },
];

/** Libraries that know no document: one hand-made call each, for the time per call only. */
export const handMade: Readonly<Record<string, { readonly get: string; readonly post: string }>> = {
  'hand-written fetch': {
    get: `const call = async () => { const r = await fetch('${baseUrl}/project-viewers?workspace_id=1', { headers: { accept: 'application/json', authorization: 'Bearer t' } }); if (!r.ok) throw new Error(String(r.status)); return (await r.json()).data; };`,
    post: `const call = async () => { const r = await fetch('${baseUrl}/project-viewers', { method: 'POST', headers: { accept: 'application/json', authorization: 'Bearer t', 'content-type': 'application/json' }, body: JSON.stringify(input) }); if (!r.ok) throw new Error(String(r.status)); return (await r.json()).data; };`,
  },
  ky: {
    get: `import ky from 'ky';\nconst api = ky.create({ headers: { authorization: 'Bearer t' } });\nconst call = () => api.get('${baseUrl}/project-viewers', { searchParams: { workspace_id: 1 } }).json();`,
    post: `import ky from 'ky';\nconst api = ky.create({ headers: { authorization: 'Bearer t' } });\nconst call = () => api.post('${baseUrl}/project-viewers', { json: input }).json();`,
  },
  ofetch: {
    get: `import { ofetch } from 'ofetch';\nconst call = () => ofetch('${baseUrl}/project-viewers', { query: { workspace_id: 1 }, headers: { authorization: 'Bearer t' } });`,
    post: `import { ofetch } from 'ofetch';\nconst call = () => ofetch('${baseUrl}/project-viewers', { method: 'POST', body: input, headers: { authorization: 'Bearer t' } });`,
  },
  axios: {
    get: `import axios from 'axios';\nconst api = axios.create({ adapter: 'fetch', headers: { authorization: 'Bearer t' } });\nconst call = () => api.get('${baseUrl}/project-viewers', { params: { workspace_id: 1 } });`,
    post: `import axios from 'axios';\nconst api = axios.create({ adapter: 'fetch', headers: { authorization: 'Bearer t' } });\nconst call = () => api.post('${baseUrl}/project-viewers', input);`,
  },
};
