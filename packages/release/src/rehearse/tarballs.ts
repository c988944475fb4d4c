import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  attwFaults,
  entryPoints,
  publintFaults,
  run,
  tarballName,
  type PublishedPackage,
} from '@webwork-sdk/package-tests';
import { packedBudgets } from './budgets.ts';
import type { Check } from './check.ts';

/** A package as the registry has it. */
export interface ReleasedPackage extends PublishedPackage {
  readonly tarball: string;
  readonly size: number;
  /** Where it is unpacked, and what is there. */
  readonly unpacked: string;
  readonly files: readonly string[];
}

/** What belongs into a package; whatever else is in one was not meant to be. */
const allowed: readonly RegExp[] = [
  /^(package\.json|README\.md|SKILL\.md|LICENSE)$/,
  /^dist(\/[\w.-]+)*\.(js|d\.ts)(\.map)?$/,
  /^src(\/[\w.-]+)*\.ts$/,
  // The licences of the packages that a bundle has in it.
  /^dist\/THIRD-PARTY-NOTICES\.md$/,
  // The READMEs refer to the one, `sdkwright impact` reads the other.
  /^src\/generated\/[A-Z-]+\.md$/,
  /^src\/generated\/document\.json$/,
  /^(dist|src)(\/[\w-]+)*$/,
];

/** A file of tests, wherever it may lie. */
const forTests = /\.(test|spec|test-d)\.|(^|\/)(test|tests|__tests__|fixtures)\//;

/** Fetches the tarball of a package from the registry and unpacks it in a folder. */
export async function fetchRelease(
  registry: string,
  one: PublishedPackage,
  folder: string,
): Promise<ReleasedPackage> {
  const { name, version } = one.manifest;
  const answer = await fetch(`${registry}${name}/-/${name.split('/').at(-1)}-${version}.tgz`);
  if (!answer.ok) throw new Error(`The registry answered ${answer.status} for the tarball of ${name}.`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const tarball = join(folder, tarballName(one.manifest));
  const unpacked = join(folder, name);
  await mkdir(unpacked, { recursive: true });
  await writeFile(tarball, bytes);
  const args = ['-xzf', tarball, '-C', unpacked, '--strip-components=1'];
  const { code, output } = await run('tar', args, { cwd: folder, deadlineMs: 30_000 });
  if (code !== 0) throw new Error(`The tarball of ${name} cannot be unpacked:\n${output}`);
  const files = (await readdir(unpacked, { recursive: true })).map((path) => path.replaceAll('\\', '/'));
  return { ...one, tarball, size: bytes.length, unpacked, files };
}

/** All that can be seen of one package. */
export async function checkTarball(one: ReleasedPackage): Promise<Check[]> {
  const { name, version } = one.manifest;
  const entries = entryPoints(one.manifest, one.files);
  const kilobytes = (one.size / 1000).toFixed(1);
  return [
    {
      what: `${name} ${version}: contents`,
      faults: contentFaults(one.files),
      note: `${one.files.length} files`,
    },
    { what: `${name} ${version}: size`, faults: sizeFaults(one), note: `${kilobytes} kB packed` },
    { what: `${name} ${version}: publint`, faults: await publintFaults(one.tarball) },
    {
      what: `${name} ${version}: attw`,
      faults: await attwFaults(one.tarball, name, entries),
      note: `${entries.length} entries`,
    },
  ];
}

/** Files that should not be there, and those that are missing. */
export function contentFaults(files: readonly string[]): string[] {
  const foreign = files.filter((path) => !allowed.some((pattern) => pattern.test(path)));
  const tests = files.filter((path) => forTests.test(path));
  const missing = ['package.json', 'README.md', 'SKILL.md', 'LICENSE'].filter(
    (path) => !files.includes(path),
  );
  return [
    ...new Set([...foreign, ...tests].map((path) => `${path} does not belong into a package`)),
    ...missing.map((path) => `${path} is missing`),
  ];
}

function sizeFaults({ manifest: { name }, size }: ReleasedPackage): string[] {
  const budget = packedBudgets[name];
  if (budget === undefined) return [`${name} has no budget in packages/release/src/rehearse/budgets.ts`];
  return size <= budget ? [] : [`${size} bytes packed, the budget is ${budget}`];
}

const absent = 'none';

/** The hash that the headers of generated files show: one for all packages that were made from one document. */
export async function checkDocumentHash(packages: readonly ReleasedPackage[]): Promise<Check> {
  const found = await Promise.all(packages.map(hashesOf));
  const all = [...new Set(found.flat())];
  const told = packages.map(
    ({ manifest }, index) => `${manifest.name}: ${found[index]?.join(', ') || absent}`,
  );
  const isOne = all.length === 1 && all[0] !== absent && found.every((hashes) => hashes.length === 1);
  return { what: 'one document in all three', faults: isOne ? [] : told, note: all.join(', ') };
}

async function hashesOf({ unpacked, files }: ReleasedPackage): Promise<string[]> {
  const generated = files.filter((path) => path.startsWith('src/generated/') && path.endsWith('.ts'));
  const texts = await Promise.all(generated.map((path) => readFile(join(unpacked, path), 'utf8')));
  return [...new Set(texts.map((text) => /document (sha256:\w+)/.exec(text.slice(0, 300))?.[1] ?? absent))];
}
