import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { pnpmCommands, type PnpmCommand } from '../src/commands.ts';
import { documentPaths, readDocument } from '../src/documents.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What pnpm itself knows, as far as our documents use it. */
const builtIn = ['add', 'exec', 'install'];

interface Manifest {
  readonly name: string;
  readonly scripts?: Readonly<Record<string, string>>;
}

const manifests: Manifest[] = [];
for await (const path of glob('{.,packages/*,examples/*}/package.json', { cwd: root }))
  manifests.push(JSON.parse(await readFile(join(root, path), 'utf8')));

function isThere({ name, filter = 'webwork-sdk' }: PnpmCommand): boolean {
  const manifest = manifests.find((one) => one.name === filter);
  return manifest !== undefined && (builtIn.includes(name) || manifest.scripts?.[name] !== undefined);
}

test.each(await documentPaths(root))('the commands of %s are there', async (path) => {
  const commands = pnpmCommands(await readDocument(root, path));
  expect(commands.filter((command) => !isThere(command)).map(({ text }) => text)).toEqual([]);
});

test('commands are found in shell blocks and between backticks', () => {
  const fence = '```';
  const given = `Run \`pnpm test\`.\n\n${fence}bash\nnpx --yes pnpm@12 run docs # all\npnpm --filter a dev\n${fence}\n\n\`pnpm --filter <package> test\``;
  expect(pnpmCommands(given)).toEqual([
    { text: 'pnpm test', name: 'test' },
    { text: 'pnpm run docs # all', name: 'docs' },
    { text: 'pnpm --filter a dev', name: 'dev', filter: 'a' },
  ]);
});
