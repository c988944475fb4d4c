// `pnpm run docs`: writes the parts of docs/ that are made from code.
import { readFileSync, writeFileSync } from 'node:fs';
import { withCatalogue, withRules } from 'sdkwright';

const diagnostics = new URL('../docs/diagnostics.md', import.meta.url);
writeFileSync(diagnostics, withCatalogue(readFileSync(diagnostics, 'utf8')));

const versioning = new URL('../docs/VERSIONING.md', import.meta.url);
writeFileSync(versioning, withRules(readFileSync(versioning, 'utf8')));
