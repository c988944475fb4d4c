import { SdkwrightError } from '../diagnostics/diagnostic.ts';
import { compare, generate, type GenerateOptions, type OnStage } from '../generate.ts';
import { toOptions, type CliContext, type CliFlags } from './context.ts';
import {
  formatDrift,
  formatDuration,
  formatError,
  formatModel,
  formatPlan,
  formatWarnings,
} from './report.ts';

/** `sdkwright generate`. Returns the exit code: 0, or 1 where the document or the overlay has problems. */
export async function runGenerate(document: string, flags: CliFlags, context: CliContext): Promise<number> {
  return await reportGenerate(toOptions(document, flags), context, flags.dryRun);
}

const stages: Readonly<Record<Parameters<OnStage>[0], string>> = {
  read: 'Reading the document',
  model: 'Making the model',
  emit: 'Printing the packages',
  write: 'Writing what changed',
};

/** Generates, unless it is a dry run, and prints what was read, what changed per package and how long it took. */
export async function reportGenerate(
  options: GenerateOptions,
  context: CliContext,
  dryRun = false,
): Promise<number> {
  const start = context.now();
  const onStage: OnStage = (stage) => context.progress?.(`${stages[stage]} …\n`);
  return await reportingErrors(context, async () => {
    const result = await (dryRun ? compare : generate)(options, onStage);
    context.print(formatModel(result));
    context.print(formatPlan(result.plan));
    if (dryRun) context.print(formatDrift(result.plan));
    context.printError(formatWarnings(result.diagnostics));
    const what = dryRun ? 'Nothing was written' : 'Generated';
    context.print(`${what} in ${formatDuration(context.now() - start)}.\n`);
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
