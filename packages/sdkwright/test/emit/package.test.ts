import { expect, test } from 'vitest';
import { emitPackage } from '../../src/emit/package/emit-package.ts';
import type { PackageTarget } from '../../src/emit/package/package-target.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { json, modelOf, withOperation } from '../documents.ts';

const parameters = [{ name: 'page', in: 'query', required: true, schema: { type: 'integer', example: 2 } }];
const document = withOperation(
  { parameters, responses: { 200: json({ type: 'array', items: {} }) } },
  {
    info: { title: 'Acme */ `x`\nAPI', version: '1' },
    components: { securitySchemes: { main: { type: 'http', scheme: 'bearer' } } },
  },
);

const key = { type: 'apiKey', in: 'header', name: 'X-Key' };
const password = { type: 'http', scheme: 'basic' };
const oauth = {
  type: 'oauth2',
  flows: { clientCredentials: { tokenUrl: 'https://example.com/token', scopes: {} } },
};

async function readmeOf(parts: JsonObject): Promise<string> {
  const model = await modelOf(withOperation({ parameters, responses: { 200: json({}) } }, parts));
  return emitPackage('client', model).find(({ path }) => path.endsWith('README.md'))?.content ?? '';
}

async function fileOf(target: PackageTarget, path: string): Promise<string | undefined> {
  const model = await modelOf(document);
  return emitPackage(target, model).find((file) => file.path === `${target}/${path}`)?.content;
}

test('the manifest of a client', async () => {
  expect(JSON.parse((await fileOf('client', 'package.json')) ?? '')).toEqual({
    name: '@acme/client',
    version: '0.0.0',
    description: 'Fetch client of Acme */ `x` API.',
    license: 'SEE LICENSE IN LICENSE',
    files: ['dist', 'src'],
    type: 'module',
    sideEffects: false,
    exports: {
      '.': { types: './dist/index.d.ts', default: './dist/index.js' },
      './runtime': { types: './dist/generated/runtime.d.ts', default: './dist/generated/runtime.js' },
      './schemas': { types: './dist/generated/schemas.d.ts', default: './dist/generated/schemas.js' },
      './descriptors/*': {
        types: './dist/generated/descriptors/*.d.ts',
        default: './dist/generated/descriptors/*.js',
      },
      './page-orders': {
        types: './dist/generated/page-orders.d.ts',
        default: './dist/generated/page-orders.js',
      },
      './*': { types: './dist/generated/groups/*.d.ts', default: './dist/generated/groups/*.js' },
      './package.json': './package.json',
    },
    publishConfig: { access: 'public' },
    scripts: { build: 'tsc -p tsconfig.json', typecheck: 'tsc -p tsconfig.json --noEmit' },
    dependencies: { '@sdkwright/runtime': '^0.0.0', '@acme/types': 'workspace:^' },
    devDependencies: { typescript: '^7.0.0' },
    engines: { node: '>=20.19' },
  });
});

test('the README of a client starts with a first call', async () => {
  expect((await fileOf('client', 'README.md'))?.split('\n\n- ')[0]).toBe(`# @acme/client

Fetch client of Acme */ \`x\` API.

\`\`\`bash
npm install @acme/client
\`\`\`

\`\`\`ts
import { AcmeXApi } from '@acme/client';

const client = new AcmeXApi({ baseUrl: "https://api.example.com", token: '…' });
console.log(await client.tasks.list({ page: 2 }));
\`\`\``);
});

const readmes = [
  {
    name: 'a key and a password',
    parts: { components: { securitySchemes: { key, password } } },
    says: ["keys: { key: '…' }", '`name:password`'],
  },
  {
    name: 'a rate limit',
    parts: { 'x-sdk': { rateLimit: { requests: 60, seconds: 30 } } },
    says: ['| 60 requests in 30 s |'],
  },
  {
    name: 'an envelope',
    parts: { 'x-sdk': { envelope: { data: 'data' } } },
    says: ['`call.envelope()`', '`EnvelopeError`'],
  },
  {
    name: 'client inputs',
    parts: { 'x-sdk': { clientInputs: ['page'] } },
    says: ['With `page` in the constructor'],
  },
  {
    name: 'an authorization server',
    parts: { components: { securitySchemes: { oauth } } },
    says: ['`@acme/client/oauth`'],
  },
];

test.each(readmes)(
  'the README of a client tells of $name, and only where there is one',
  async ({ parts, says }) => {
    const plain = await readmeOf({});
    const told = await readmeOf(parts);
    for (const text of says) {
      expect(told).toContain(text);
      expect(plain).not.toContain(text);
    }
  },
);

test('a README shows what is neither deprecated nor a change before what is', async () => {
  const operation = (operationId: string, more = {}): object => ({
    operationId,
    tags: ['Tasks'],
    responses: { 200: { description: 'OK' } },
    ...more,
  });
  const paths = {
    '/a': { get: operation('readOld', { deprecated: true }), post: operation('write') },
    '/b': { get: operation('read') },
  };
  expect(await readmeOf({ paths })).toContain('await client.tasks.read()');
});

test('a README calls with what the type has, not with what an example of the body has beside it', async () => {
  const schema = { type: 'object', required: ['name'], properties: { name: { type: 'string' } } };
  const content = { 'application/json': { schema, example: { name: 'A', colour: 'red' } } };
  const post = { operationId: 'createTask', tags: ['Tasks'], requestBody: { required: true, content } };
  const paths = { '/tasks': { post: { ...post, responses: { 200: { description: 'OK' } } } } };
  expect(await readmeOf({ paths })).toContain('await client.tasks.create({ name: "text" })');
});

test('a README sends a file as one', async () => {
  const files = { type: 'array', items: { type: 'string', format: 'binary' } };
  const schema = { required: ['files'], properties: { files } };
  const requestBody = { required: true, content: { 'multipart/form-data': { schema } } };
  const post = {
    operationId: 'upload',
    tags: ['Tasks'],
    requestBody,
    responses: { 200: { description: 'OK' } },
  };
  expect(await readmeOf({ paths: { '/tasks': { post } } })).toContain("upload({ files: [new Blob(['…'])] })");
});

test('contract tests leave out what the mock cannot take or answer, with the reason', async () => {
  const post = (operationId: string, required: string[]): object => ({
    operationId,
    tags: ['Tasks'],
    requestBody: json({ required, properties: { name: { type: 'string' } } }),
    responses: { 200: { description: 'OK' } },
  });
  const paths = {
    '/a': { post: post('write', ['name']), delete: { operationId: 'drop', responses: { 404: {} } } },
    '/a#b': { post: post('rewrite', ['name']) },
    '/a?c': { post: post('refresh', ['name']) },
    '/b': { post: post('paint', ['name', 'colour']), get: { operationId: 'get', responses: { '2XX': {} } } },
    '/list': {
      post: {
        operationId: 'upload',
        requestBody: { content: { 'multipart/form-data': { schema: { type: 'array', items: {} } } } },
        responses: { 200: {} },
      },
    },
    '/c/{id}': { get: { operationId: 'byId', responses: { default: {} } } },
    '/c/{name}': { get: { operationId: 'byName', responses: {} } },
  };
  const files = emitPackage('contract-tests', await modelOf(withOperation({}, { paths })));
  const tests = files.find(({ path }) => path.endsWith('contract.test.ts'))?.content;
  const [, left] = /new Map<string, string>\((.*)\);/.exec(tests ?? '') ?? [];
  expect(JSON.parse(left ?? '')).toEqual([
    ['drop', 'the document knows no success of it'],
    ['rewrite', 'to the mock it is write, which has the same path'],
    ['refresh', 'its path has a query, by which the mock finds no operation'],
    ['paint', 'its body must have fields that the document does not describe'],
    ['upload', 'its body is a list, which no form can be'],
    ['byId', 'to the mock it is byName, which has the same path'],
  ]);
});

test('a README shows no call of what has no value, such as an object that must contain itself', async () => {
  const Node = {
    type: 'object',
    required: ['next'],
    properties: { next: { $ref: '#/components/schemas/Node' } },
  };
  const requestBody = { required: true, ...json({ $ref: '#/components/schemas/Node' }) };
  const post = {
    operationId: 'save',
    tags: ['Nodes'],
    requestBody,
    responses: { 200: { description: 'OK' } },
  };
  const components = { schemas: { Node } };
  expect(await readmeOf({ components, paths: { '/nodes': { post } } })).not.toContain('client.nodes');
});

test('a README shows no call that leaves out a field with the name of what every object has', async () => {
  const parameters = [{ name: 'toString', in: 'query', schema: { type: 'string' } }];
  const get = { operationId: 'listTasks', tags: ['Tasks'], parameters, responses: { 200: {} } };
  expect(await readmeOf({ paths: { '/tasks': { get } } })).not.toContain('client.tasks');
});

test('a README shows no GET first that is told to be no query', async () => {
  const get = (operationId: string, more = {}): object => ({
    get: { operationId, tags: ['Session'], responses: { 200: { description: 'OK' } }, ...more },
  });
  const paths = { '/logout': get('logout', { 'x-sdk': { query: false } }), '/me': get('readMe') };
  expect(await readmeOf({ paths })).toContain('await client.session.readMe()');
});
