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
    const { diff, plan, changesets, diagnostics } = await updateDocument(options);
    if (format === 'json') {
      context.print(`${JSON.stringify({ ...diff, changesets }, null, 2)}\n`);
      return 0;
    }
    context.print(format === 'markdown' ? renderMarkdown(diff) : renderTable(diff));
    if (format === 'markdown') return 0;
    context.printError(formatWarnings(diagnostics));
    context.print(formatPlan(plan));
    context.print(changesets.map(({ path }) => `  ${path}\n`).join(''));
    const done = options.dryRun ? 'Nothing was written; it took' : 'Updated in';
    context.print(`${done} ${formatDuration(context.now() - start)}.\n`);
    return 0;
  });
}
