import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { formatDiagnostic, SdkwrightError } from '../src/diagnostics/diagnostic.ts';
import { compare } from '../src/generate.ts';
import { initRepository } from '../src/init.ts';
import { isUpToDate } from '../src/write/plan.ts';
import { repositoryTargets } from '../src/emit/repository/emit-repository.ts';
import { sdkwright } from './cli/command.ts';
import { readTree, temporaryFolder } from './temporary-folder.ts';

const acme = fileURLToPath(new URL('./generated/acme.yaml', import.meta.url));

test('a repository has packages, mock, contract tests, changesets, CI and two commands', async () => {
  const folder = await temporaryFolder();
  await initRepository({ document: acme, out: folder, scope: '@acme' });
  const tree = await readTree(folder);
  const own = Object.keys(tree).filter((path) => !path.includes('/generated/'));
  expect(own.filter((path) => !path.startsWith('packages/'))).toEqual([
    '.changeset/config.json',
    '.changeset/first-release.md',
    '.github/dependabot.yml',
    '.github/workflows/ci.yml',
    '.gitignore',
    'README.md',
    'package.json',
    'pnpm-workspace.yaml',
    'spec/openapi.yaml',
    'spec/overlay.yaml',
    'turbo.json',
  ]);
  expect(own.filter((path) => /^packages\/(mock|contract-tests)/.test(path))).toEqual([
    'packages/contract-tests/README.md',
    'packages/contract-tests/package.json',
    'packages/contract-tests/src/contract-case.ts',
    'packages/contract-tests/src/contract.test.ts',
    'packages/contract-tests/tsconfig.json',
    'packages/contract-tests/vitest.config.ts',
    'packages/mock/LICENSE',
    'packages/mock/README.md',
    'packages/mock/package.json',
    'packages/mock/src/index.ts',
    'packages/mock/tsconfig.json',
  ]);
  expect(tree['README.md']).toContain('npx --yes pnpm@12 install\nnpx --yes pnpm@12 test\n');
  expect(JSON.parse(tree['package.json'] ?? '')).toMatchObject({
    name: 'acme-sdk',
    scripts: {
      check:
        'sdkwright check spec/openapi.yaml --overlay spec/overlay.yaml --out packages --scope @acme --target types client react-query mock contract-tests',
      test: 'pnpm run check && turbo run build typecheck test',
    },
  });
});

test('what it begins is up to date, and the client keeps its name when the title changes', async () => {
  const folder = await temporaryFolder();
  await initRepository({ document: acme, out: folder, scope: '@acme', name: 'Rockets' });
  const { plan, model } = await compare({
    document: join(folder, 'spec/openapi.yaml'),
    overlay: join(folder, 'spec/overlay.yaml'),
    out: join(folder, 'packages'),
    scope: '@acme',
    targets: repositoryTargets,
  });
  expect(isUpToDate(plan)).toBe(true);
  expect(model.api.name).toBe('Rockets');
});

test('a name that goes before that of an overlay stands in the commands', async () => {
  const overlay = `overlay: 1.0.0
info: { title: Acme, version: 1.0.0 }
actions: [{ target: $, update: { x-sdk: { name: Acme } } }]
`;
  const folder = await temporaryFolder({ 'overlay.yaml': overlay });
  const out = join(folder, 'sdk');
  await initRepository({ document: acme, overlay: join(folder, 'overlay.yaml'), out, name: 'Rockets' });
  const { scripts } = JSON.parse((await readTree(out))['package.json'] ?? '');
  const [command = '', ...flags] = String(scripts.check).split(' ');
  expect([command, (await sdkwright(out, ...flags)).code]).toEqual(['sdkwright', 0]);
});

test('without a folder and a scope, both are named like the API', async () => {
  const folder = await temporaryFolder();
  const { code, stdout } = await sdkwright(folder, 'init', acme, '--name', 'Rockets');
  expect([code, stdout.split('Next:')[1]]).toEqual([
    0,
    '\n\n  cd rockets-sdk\n  npx --yes pnpm@12 install\n  npx --yes pnpm@12 test\n',
  ]);
  const tree = await readTree(folder);
  expect(JSON.parse(tree['rockets-sdk/packages/types/package.json'] ?? '')).toMatchObject({
    name: '@rockets/types',
  });
});

test('a document that is split over files comes as one', async () => {
  const folder = await temporaryFolder({
    'api/openapi.yaml': `openapi: 3.1.0
info: { title: Acme, version: '1' }
paths:
  /tasks: { get: { operationId: getTasks, responses: { 200: { description: OK, content: { application/json: { schema: { $ref: './task.yaml' } } } } } } }
`,
    'api/task.yaml': 'type: object\nproperties: { id: { type: integer } }\n',
  });
  const out = join(folder, 'sdk');
  await initRepository({ document: join(folder, 'api/openapi.yaml'), out, scope: '@acme' });
  const tree = await readTree(out);
  expect(tree['spec/openapi.json']).toContain('"id": {\n');
  expect(tree['package.json']).toContain('sdkwright check spec/openapi.json ');
});

test('nothing is written over what is there', async () => {
  const folder = await temporaryFolder({ 'notes.md': 'mine', '.git/config': '' });
  const begun = initRepository({ document: acme, out: folder, scope: '@acme' });
  await expect(begun).rejects.toBeInstanceOf(SdkwrightError);
  const said = await begun.catch((error: unknown) =>
    error instanceof SdkwrightError ? error.diagnostics : [],
  );
  expect(Array.isArray(said) && said.map(formatDiagnostic)).toEqual([
    `error folder-not-empty: "${folder}" has notes.md in it; an empty folder was expected
  at ${folder}
  Name a new folder with --out; in a repository that you have, \`sdkwright generate\` adds the packages.`,
  ]);
  expect(Object.keys(await readTree(folder))).toEqual(['.git/config', 'notes.md']);
});

test('a folder that is no place for it is told before the document is read', async () => {
  const folder = await temporaryFolder({ 'notes.md': 'mine' });
  const { stderr } = await sdkwright(folder, 'init', 'missing.yaml', '--out', '.');
  expect(stderr).toMatch(/^error folder-not-empty: /);
});

test('a document with mistakes begins nothing', async () => {
  const folder = await temporaryFolder({ 'broken.yaml': 'openapi: 3.1.0\npaths: {' });
  const { code, stderr } = await sdkwright(folder, 'init', 'broken.yaml', '--out', 'sdk', '--scope', '@acme');
  expect(code).toBe(1);
  expect(stderr).toContain('document-unparsable');
  expect(Object.keys(await readTree(folder))).toEqual(['broken.yaml']);
});

test('the command says what comes next', async () => {
  const folder = await temporaryFolder();
  const { code, stdout } = await sdkwright(folder, 'init', acme, '--out', 'sdk', '--scope', '@acme');
  expect(code).toBe(0);
  expect(stdout).toContain(
    'Begun in 0 ms. Next:\n\n  cd sdk\n  npx --yes pnpm@12 install\n  npx --yes pnpm@12 test\n',
  );
});
