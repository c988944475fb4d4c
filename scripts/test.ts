import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { processContext, reportCheck } from 'sdkwright';
import { webworkOptions } from './webwork-options.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const coverage = new URL('../packages/contract-tests/.report/coverage.txt', import.meta.url);

/** From the quickest to the slowest, so that what is quickly mended is quickly seen. Lint rules read built types. */
const steps: readonly (readonly string[])[] = [
  ['turbo', 'run', 'build', '--concurrency=100%', '--output-logs=errors-only'],
  ['oxlint', '--deny-warnings'],
  ['oxfmt', '--check'],
  ['knip', '--no-config-hints'],
  ['turbo', 'run', 'typecheck', 'test', 'test:repository', '--concurrency=100%', '--output-logs=errors-only'],
];

async function test(): Promise<number> {
  const drift = await reportCheck(webworkOptions, processContext);
  if (drift !== 0) return drift;
  for (const [command = '', ...args] of steps) {
    processContext.print(`\n$ ${[command, ...args].join(' ')}\n`);
    const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', SCARF_ANALYTICS: 'false' };
    const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env });
    if (status !== 0) return status ?? 1;
  }
  processContext.print(`\nContract tests\n${readFileSync(coverage, 'utf8')}`);
  return 0;
}

enableCompileCache();
processContext.exit(await test());
