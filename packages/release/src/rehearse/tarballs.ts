import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  attwFaults,
  entryPoints,
  installedFiles,
  publintFaults,
  type PublishedPackage,
} from '@webwork-sdk/package-tests';
import { packedBudgets } from './budgets.ts';
import type { Check } from './check.ts';

/** A package as the registry has it, and as npm unpacked it. */
export interface ReleasedPackage extends PublishedPackage {
  readonly tarball: string;
  readonly size: number;
  readonly files: readonly string[];
  /** Where it is installed. */
  readonly installed: string;
}

/** What belongs into a package; whatever else is in one was not meant to be. */
const allowed: readonly RegExp[] = [
  /^(package\.json|README\.md|LICENSE)$/,
  /^dist(\/[\w.-]+)*\.(js|d\.ts)(\.map)?$/,
  /^src(\/[\w.-]+)*\.ts$/,
  // The READMEs refer to these.
  /^src\/generated\/[A-Z-]+\.md$/,
  /^(dist|src)(\/[\w-]+)*$/,
];

/** A file of tests, wherever it may lie. */
const forTests = /\.(test|spec|test-d)\.|(^|\/)(test|tests|__tests__|fixtures)\//;

/** Fetches a tarball from the registry. */
export async function fetchRelease(
  registry: string,
  one: PublishedPackage,
  folder: string,
  project: string,
): Promise<ReleasedPackage> {
  const { name, version } = one.manifest;
  const file = `${name.split('/').at(-1)}-${version}.tgz`;
  const answer = await fetch(`${registry}${name}/-/${file}`);
  if (!answer.ok) throw new Error(`The registry answered ${answer.status} for the tarball of ${name}.`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  await mkdir(folder, { recursive: true });
  const tarball = join(folder, `${name.replace('/', '-')}.tgz`);
  await writeFile(tarball, bytes);
  const files = await installedFiles(project, name);
  return {
    ...one,
    tarball,
    size: bytes.length,
    // A package manager may put the dependencies below it.
    files: files.filter((path) => !path.startsWith('node_modules')),
    installed: join(project, 'node_modules', name),
  };
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
  const missing = ['package.json', 'README.md', 'LICENSE'].filter((path) => !files.includes(path));
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

async function hashesOf({ installed, files }: ReleasedPackage): Promise<string[]> {
  const generated = files.filter((path) => path.startsWith('src/generated/') && path.endsWith('.ts'));
  const texts = await Promise.all(generated.map((path) => readFile(join(installed, path), 'utf8')));
  return [...new Set(texts.map((text) => /document (sha256:\w+)/.exec(text.slice(0, 300))?.[1] ?? absent))];
}
