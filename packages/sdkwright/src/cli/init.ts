import { join } from 'node:path';
import { initRepository, type InitOptions } from '../init.ts';
import type { CliContext } from './context.ts';
import { reportingErrors } from './generate.ts';
import { formatDuration, formatModel, formatPlan, formatWarnings } from './report.ts';

/** `sdkwright init`. Returns the exit code: 0, or 1 where the document has problems or the folder is not empty. */
export async function runInit(options: InitOptions, context: CliContext): Promise<number> {
  const start = context.now();
  return await reportingErrors(context, async () => {
    const result = await initRepository(options);
    context.print(formatModel(result));
    context.print(`${result.root.map(({ path }) => `  ${join(result.out, path)}\n`).join('')}`);
    context.print(formatPlan(result.plan));
    context.printError(formatWarnings(result.diagnostics));
    context.print(`Begun in ${formatDuration(context.now() - start)}. Next:\n\n`);
    context.print(`  cd ${result.out}\n  npx --yes pnpm@12 install\n  npx --yes pnpm@12 test\n`);
    return 0;
  });
}
