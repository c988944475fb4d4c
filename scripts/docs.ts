// `pnpm run docs`: writes the parts of docs/ that are made from code.
import { readFileSync, writeFileSync } from 'node:fs';
import { withCatalogue } from 'sdkwright';

const diagnostics = new URL('../docs/diagnostics.md', import.meta.url);
writeFileSync(diagnostics, withCatalogue(readFileSync(diagnostics, 'utf8')));
