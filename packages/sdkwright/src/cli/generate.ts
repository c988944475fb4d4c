import { SdkwrightError } from '../diagnostics/diagnostic.ts';
import { generate, type GenerateOptions } from '../generate.ts';
import { toOptions, type CliContext, type CliFlags } from './context.ts';
import { formatDuration, formatError, formatModel, formatPlan, formatWarnings } from './report.ts';

/** `sdkwright generate`. Returns the exit code: 0, or 1 where the document or the overlay has problems. */
export async function runGenerate(document: string, flags: CliFlags, context: CliContext): Promise<number> {
  return await reportGenerate(toOptions(document, flags), context);
}

/** Generates and prints what was read, what changed per package and how long it took. */
export async function reportGenerate(options: GenerateOptions, context: CliContext): Promise<number> {
  const start = context.now();
  return await reportingErrors(context, async () => {
    const result = await generate(options);
    context.print(formatModel(result));
    context.print(formatPlan(result.plan));
    context.printError(formatWarnings(result.diagnostics));
    context.print(`Generated in ${formatDuration(context.now() - start)}.\n`);
    return 0;
  });
}

/** Problems of the user's making are printed without a stack trace; anything else is a defect and keeps it. */
export async function reportingErrors(context: CliContext, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof SdkwrightError)) throw error;
    context.printError(formatError(error));
    return 1;
  }
}
