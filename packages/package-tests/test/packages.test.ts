import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startMock, type Mock } from '@webwork-sdk/mock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run, type CommandResult } from '../src/command.ts';
import {
  compilerVersions,
  createConsumerProject,
  installedFiles,
  type ConsumerProject,
} from '../src/consumer-project.ts';
import { entryPoints } from '../src/entry-points.ts';
import { importProgram, requireProgram, tsconfig, typesModule } from '../src/programs.ts';
import { attwFaults, publintFaults } from '../src/tarball-faults.ts';
import {
  oldestSupportedNode,
  publishedPackages,
  readWorkspaceFile,
  runsOn,
  type Manifest,
} from '../src/workspace.ts';

const here = fileURLToPath(new URL('..', import.meta.url));
const root = join(here, '..', '..');
const workspace = await readWorkspaceFile(root);
const packages = await publishedPackages(root, workspace);
const manifests = packages.map(({ manifest }) => manifest);

let project: ConsumerProject;
beforeAll(async () => {
  project = await createConsumerProject(root, workspace, packages);
});
afterAll(() => project.close());

const inProject = (file: string, args: readonly string[]): Promise<CommandResult> =>
  run(file, args, { cwd: project.folder, deadlineMs: 50_000 });
const write = (name: string, text: string): Promise<void> => writeFile(join(project.folder, name), text);

async function entriesOf(some: readonly Manifest[]): Promise<string[]> {
  const lists = some.map(async (manifest) =>
    entryPoints(manifest, await installedFiles(project.folder, manifest.name)),
  );
  return (await Promise.all(lists)).flat();
}

test('every published package is built before this test', async () => {
  const own: Manifest = JSON.parse(await readFile(join(here, 'package.json'), 'utf8'));
  const names = Object.entries(own.devDependencies ?? {}).filter(([, version]) =>
    version.startsWith('workspace:'),
  );
  expect(names.map(([name]) => name).toSorted()).toEqual(manifests.map(({ name }) => name).toSorted());
});

describe.each(manifests)('the tarball of $name', (manifest) => {
  test('has no fault that publint knows', async () => {
    expect(await publintFaults(project.tarballs.get(manifest.name) ?? '')).toEqual([]);
  });

  test('has types that resolve for every importer of ESM', async () => {
    const path = project.tarballs.get(manifest.name) ?? '';
    expect(await attwFaults(path, manifest.name, await entriesOf([manifest]))).toEqual([]);
  });
});

const nodes = [
  { name: 'the oldest Node', node: () => project.oldestNode },
  { name: 'this Node', node: () => ({ path: process.execPath, version: process.versions.node }) },
];

describe.each(nodes)('on $name', ({ node }) => {
  test('is the version it should be', async () => {
    const { path, version } = node();
    expect((await inProject(path, ['--version'])).stdout).toBe(`v${version}\n`);
  });

  test('every entry loads, by import and by require as the same module', async () => {
    const { path, version } = node();
    const entries = await entriesOf(manifests.filter((manifest) => runsOn(manifest, version)));
    await write('import.mjs', importProgram(entries));
    await write('require.cjs', requireProgram(entries));
    const imported = await inProject(path, ['import.mjs']);
    const required = await inProject(path, ['require.cjs']);
    expect(imported.code, imported.output).toBe(0);
    expect(required.code, required.output).toBe(0);
    expect(Object.keys(JSON.parse(imported.stdout))).toEqual(entries);
    expect(JSON.parse(required.stdout)).toEqual(JSON.parse(imported.stdout));
  });
});

describe('the client against the mock', () => {
  let mock: Mock;
  beforeAll(async () => {
    mock = await startMock();
  });
  afterAll(() => mock.close());

  const programs = nodes.flatMap(({ name, node }) =>
    ['list-viewers.mjs', 'list-viewers.cjs'].map((program) => ({ name, node, program })),
  );
  test.each(programs)('$program runs on $name', async ({ node, program }) => {
    const { code, output } = await inProject(node().path, [program, mock.url]);
    expect({ code, output }).toEqual({ code: 0, output: 'viewer@example.com\nmina.sato@example.com\n' });
  });
});

describe.each(manifests.filter(({ bin }) => bin !== undefined))(
  'the programs of $name',
  ({ name, bin = {} }) => {
    test.each(Object.entries(bin))('%s tells how to use it', async (_, file) => {
      const { code, output } = await inProject(process.execPath, [
        join('node_modules', name, file),
        '--help',
      ]);
      expect(code, output).toBe(0);
      expect(output).toMatch(/usage/i);
    });
  },
);

const environments = [
  { environment: 'browser', manifests: manifests.filter(isForBrowsers), usage: ['calls.mts'] },
  { environment: 'node', manifests, usage: ['calls.mts', 'mocked.mts'] },
] as const;

/** A package that asks for a newer Node than the others is one for Node alone. */
function isForBrowsers(manifest: Manifest): boolean {
  return runsOn(manifest, oldestSupportedNode(manifests));
}

describe.concurrent.each(compilerVersions(workspace))('TypeScript %s', (compiler) => {
  describe.each(['nodenext', 'bundler'] as const)('with %s resolution', (resolution) => {
    test.each(environments)('accepts declarations and calls in a $environment project', async (given) => {
      const { environment, usage } = given;
      const name = `${compiler}-${resolution}-${environment}`;
      await write(`${name}.mts`, typesModule(await entriesOf(given.manifests)));
      const config = tsconfig({ resolution, environment, files: [`${name}.mts`, ...usage] });
      await write(`${name}.json`, JSON.stringify(config));
      const tsc = project.compilers.get(compiler) ?? '';
      const { code, output } = await inProject(process.execPath, [tsc, '-p', `${name}.json`]);
      expect(code, output).toBe(0);
    });
  });
});
