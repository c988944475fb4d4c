import { compare, type GenerateOptions } from '../generate.ts';
import { isUpToDate } from '../write/plan.ts';
import { toOptions, type CliContext, type CliFlags } from './context.ts';
import { reportingErrors } from './generate.ts';
import { formatDrift, formatDuration } from './report.ts';

/** `sdkwright check`. Returns the exit code: 0 if the folders hold what the document gives, else 1. */
export async function runCheck(document: string, flags: CliFlags, context: CliContext): Promise<number> {
  return await reportCheck(toOptions(document, flags), context);
}

/** Compares without writing and prints each file that is stale, missing or foreign. */
export async function reportCheck(options: GenerateOptions, context: CliContext): Promise<number> {
  const start = context.now();
  return await reportingErrors(context, async () => {
    const { plan } = await compare(options);
    if (isUpToDate(plan)) {
      context.print(
        `${plan.unchanged.length} generated files are up to date (${formatDuration(context.now() - start)}).\n`,
      );
      return 0;
    }
    context.printError(`The generated folders differ from what the document gives:\n${formatDrift(plan)}`);
    context.printError(
      'Run `sdkwright generate` with the same arguments; move foreign files out of src/generated.\n',
    );
    return 1;
  });
}
