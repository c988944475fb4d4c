import { expect, test } from 'vitest';
import { emitPackage } from '../../src/emit/package/emit-package.ts';
import type { PackageTarget } from '../../src/emit/package/package-target.ts';
import { json, modelOf, withOperation } from '../documents.ts';

const parameters = [{ name: 'page', in: 'query', required: true, schema: { type: 'integer', example: 2 } }];
const document = withOperation(
  { parameters, responses: { 200: json({ type: 'array', items: {} }) } },
  {
    info: { title: 'Acme */ `x`\nAPI', version: '1' },
    components: { securitySchemes: { main: { type: 'http', scheme: 'bearer' } } },
  },
);

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

test('the README of a client shows a first call', async () => {
  expect(await fileOf('client', 'README.md')).toBe(`# @acme/client

Fetch client of Acme */ \`x\` API.

\`\`\`bash
npm install @acme/client
\`\`\`

\`\`\`ts
import { AcmeXApi } from '@acme/client';

const client = new AcmeXApi({ baseUrl: "https://api.example.com", token: '…' });
const result = await client.tasks.list({ page: 2 });
\`\`\`

What is below \`src/generated\` is written by [sdkwright](https://www.npmjs.com/package/sdkwright) from the OpenAPI document; everything else is yours.
`);
});
