// `pnpm --filter sdkwright run history <document> <document> …`: whether, from each version of a document to the next, the
// diff says what the compiler says to programs that use everything of the earlier one.
import { basename, resolve } from 'node:path';
import process from 'node:process';
import { readDocument } from '../../src/read/read-document.ts';
import type { SdkModel } from '../../src/model/sdk-model.ts';
import { modelOf } from '../documents.ts';
import { agreementOf } from './agreement.ts';
import { judge } from './judge.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
// pnpm runs a script in the folder of its package.
const folder = process.env['INIT_CWD'] ?? process.cwd();
let [pairs, errors, faults] = [0, 0, 0];

function compareVersions(before: SdkModel, after: SdkModel, names: string): void {
  const [verdict] = judge([{ before, after }]);
  if (!verdict) throw new Error(`${names}: the compiler gave no verdict`);
  const agreement = agreementOf(before, after, verdict);
  pairs += 1;
  errors += agreement.errors;
  faults += agreement.unannounced.length + agreement.unproven.length;
  say(`${names}: ${agreement.changes} changes, ${agreement.errors} errors`);
  for (const { text } of agreement.unannounced) say(`  no change says so: ${text}`);
  for (const name of agreement.unproven) say(`  the consumers of ${name} compile all the same`);
}

let before: { readonly name: string; readonly model: SdkModel } | undefined;
for (const path of process.argv.slice(2)) {
  const name = basename(path);
  const model = await modelOf(await readDocument(resolve(folder, path)));
  if (before) compareVersions(before.model, model, `${before.name} → ${name}`);
  before = { name, model };
}
say(`${pairs} pairs, ${errors} errors of the compiler, ${faults} on which it and the diff disagree`);
process.exitCode = faults > 0 ? 1 : 0;
