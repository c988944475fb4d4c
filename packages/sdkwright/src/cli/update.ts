import type { ModelDiff } from '../diff/diff-models.ts';
import { renderMarkdown } from '../diff/render-markdown.ts';
import { renderTable } from '../diff/render-table.ts';
import { updateDocument, type UpdateOptions } from '../update.ts';
import type { CliContext } from './context.ts';
import { reportingErrors } from './generate.ts';
import { formatDuration, formatPlan, formatWarnings } from './report.ts';

/** How an update is told: for people, as data, or as the text of a pull request. */
export type UpdateFormat = 'table' | 'json' | 'markdown';

/** Updates and prints what consumers notice, what was written and what is next. Returns the exit code. */
export async function reportUpdate(
  options: UpdateOptions,
  context: CliContext,
  format: UpdateFormat = 'table',
): Promise<number> {
  const start = context.now();
  return await reportingErrors(context, async () => {
    let told: ModelDiff | undefined;
    const tell = (diff: ModelDiff): void => {
      if (told === undefined && format === 'table') context.print(renderTable(diff));
      told = diff;
    };
    const { diff, plan, changesets, diagnostics } = await updateDocument(tellingFirst(options, tell));
    tell(diff);
    if (format === 'json') context.print(`${JSON.stringify({ ...diff, changesets }, null, 2)}\n`);
    if (format === 'markdown') context.print(renderMarkdown(diff));
    if (format !== 'table') return 0;
    context.printError(formatWarnings(diagnostics));
    context.print(formatPlan(plan));
    context.print(changesets.map(({ path }) => `  ${path}\n`).join(''));
    const done = options.dryRun ? 'Nothing was written; it took' : 'Updated in';
    context.print(`${done} ${formatDuration(context.now() - start)}.\n`);
    return 0;
  });
}

/** The proof takes a minute and may refuse: people see before it what it is about. */
function tellingFirst(options: UpdateOptions, tell: (diff: ModelDiff) => void): UpdateOptions {
  const { prove } = options;
  if (prove === undefined) return options;
  return {
    ...options,
    prove: async (update) => {
      tell(update.diff);
      return await prove(update);
    },
  };
}
