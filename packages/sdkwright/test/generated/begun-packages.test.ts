import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { generate } from '../../src/generate.ts';
import { actions, versions } from '../../src/emit/package/versions.ts';
import hooksManifest from '../../../react-query-core/package.json' with { type: 'json' };
import mockManifest from '../../../mock-core/package.json' with { type: 'json' };
import rootManifest from '../../../../package.json' with { type: 'json' };
import runtimeManifest from '../../../runtime/package.json' with { type: 'json' };
import { builtWorkspace } from '../built-workspace.ts';
import { readTree, temporaryFolder, writeFiles } from '../temporary-folder.ts';

const run = promisify(execFile);
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
test('what is generated from nothing builds and runs as it is', { timeout: 60_000 }, async () => {
  const folder = await builtWorkspace(here('./acme.yaml'));
  await writeFiles(folder, {
    'run.mjs': `import { Acme, ApiError } from '@acme/client';
import { taskPriorityValues } from '@acme/types';
import { getTasks } from '@acme/client/tasks';
const fetch = async (url) => Response.json({ success: true, data: [], url });
const acme = new Acme({ token: 't', account: 1, fetch, baseUrl: 'https://example.com' });
console.log(typeof ApiError, typeof getTasks, taskPriorityValues.length > 0);
console.log((await acme.tasks.list({ status: ['open'] }).envelope()).url);
`,
  });
  const { stdout } = await run(process.execPath, [join(folder, 'run.mjs')], { timeout: 20_000 });
  expect(stdout).toMatch(/^function function true\nhttps:\/\/example\.com\/tasks\?/);
});

test('a package is begun once: from then on it is its owner’s', async () => {
  const folder = await temporaryFolder({});
  const options = { document: here('./acme.yaml'), out: folder, scope: '@acme', targets: ['types'] } as const;
  await generate(options);
  await writeFiles(folder, { 'types/package.json': '{}', 'types/src/index.ts': 'export {};' });
  const before = await readTree(folder);
  await generate(options);
  expect(await readTree(folder)).toEqual(before);
});

test('a new package asks for what the toolkit needs', () => {
  expect(versions.node).toBe(runtimeManifest.engines.node);
  expect(versions.mockNode).toBe(mockManifest.engines.node);
  expect(rootManifest.packageManager).toBe(`pnpm@${versions.pnpm}`);
  expect(versions.react).toBe(hooksManifest.peerDependencies.react);
  expect(versions.reactQuery).toBe(hooksManifest.peerDependencies['@tanstack/react-query']);
});

test.each([
  ['@changesets/cli', versions.changesets],
  ['turbo', versions.turbo],
  ['@types/node', versions.typesNode],
  ['vitest', versions.vitest],
])('and for the %s that this repository has', async (name, range) => {
  const workspace = await readFile(here('../../../../pnpm-workspace.yaml'), 'utf8');
  const catalog: unknown = parse(workspace);
  expect(catalog).toMatchObject({ catalog: { [name]: range.replace('^', '') } });
});

test.each(Object.values(actions))('%s is what this repository runs too', async (action) => {
  const workflow = await readFile(here('../../../../.github/workflows/ci.yml'), 'utf8');
  expect(workflow).toContain(`- uses: ${action}\n`);
});
