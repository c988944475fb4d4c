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
    const { diff, plan, changesets, diagnostics } = await updateDocument(telling(options, context, format));
    if (format === 'json') {
      context.print(`${JSON.stringify({ ...diff, changesets }, null, 2)}\n`);
      return 0;
    }
    if (format === 'markdown') {
      context.print(renderMarkdown(diff));
      return 0;
    }
    if (options.prove === undefined) context.print(renderTable(diff));
    context.printError(formatWarnings(diagnostics));
    context.print(formatPlan(plan));
    context.print(changesets.map(({ path }) => `  ${path}\n`).join(''));
    const done = options.dryRun ? 'Nothing was written; it took' : 'Updated in';
    context.print(`${done} ${formatDuration(context.now() - start)}.\n`);
    return 0;
  });
}

/** The proof takes a minute and may refuse: people see before it what it is about. */
function telling(options: UpdateOptions, context: CliContext, format: UpdateFormat): UpdateOptions {
  const { prove } = options;
  if (format !== 'table' || prove === undefined) return options;
  return {
    ...options,
    prove: async (update) => {
      context.print(renderTable(update.diff));
      return await prove(update);
    },
  };
}
