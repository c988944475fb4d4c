import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';
import { noticesOf, packagesOf } from './notices.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));
const dist = `${folder}dist/`;

// A compiler, a binary, and what only a mistake in a document needs.
const installed = ['typescript', 'oxfmt', 'yaml'];
const { files, modules } = await bundle(folder, ['src/index.ts', 'src/bin.ts'], installed);
const notices = noticesOf(await packagesOf(folder, modules));

// Chunks are named by what is in them, so those of the build before would stay.
await rm(dist, { recursive: true, force: true });
await mkdir(dist);
await Promise.all(files.map(({ path, contents }) => writeFile(path, contents)));
await writeFile(`${dist}THIRD-PARTY-NOTICES.md`, notices);
