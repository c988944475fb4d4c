import { enableCompileCache } from 'node:module';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { interruption, proveUpdate } from '@webwork-sdk/release';
import { processContext, reportUpdate, type ProposedUpdate } from 'sdkwright';
import { publishedDocument, repository, webworkOptions } from './webwork-options.ts';

enableCompileCache();
const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: {
    'dry-run': { type: 'boolean', default: false },
    force: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
  },
});
// Progress is for people; what stands on the other stream may be read by programs.
const proof = {
  root: repository,
  document: 'spec/openapi.yaml',
  print: processContext.printError,
  signal: interruption(),
};
const options = {
  ...webworkOptions,
  to: positionals[0] ?? publishedDocument,
  root: repository,
  force: values.force,
  dryRun: values['dry-run'],
  prove: (update: ProposedUpdate) => proveUpdate(proof, update),
};
const format = values.json ? 'json' : values.markdown ? 'markdown' : 'table';
processContext.exit(await reportUpdate(options, processContext, format));
