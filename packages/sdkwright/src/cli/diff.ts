import { isAtLeast } from '../diff/bumps.ts';
import { packages } from '../diff/change.ts';
import { diffModels, type ModelDiff } from '../diff/diff-models.ts';
import { renderMarkdown } from '../diff/render-markdown.ts';
import { renderTable } from '../diff/render-table.ts';
import type { SdkModel } from '../model/sdk-model.ts';
import { generatorName } from '../package-manifest.ts';
import { readMended } from '../read/read-document.ts';
import type { CliContext } from './context.ts';
import { reportingErrors } from './generate.ts';

/** The flags of `diff` as commander hands them over. */
export interface DiffFlags {
  readonly overlayBefore?: string;
  readonly overlayAfter?: string;
  readonly allowRefs?: readonly string[];
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly failOn?: 'major' | 'minor';
}

/** `sdkwright diff`. Returns the exit code: 0, or 1 where a package needs the bump of `--fail-on` or a higher one. */
export async function runDiff(
  before: string,
  after: string,
  flags: DiffFlags,
  context: CliContext,
): Promise<number> {
  return await reportingErrors(context, async () => {
    const diff = diffModels(
      await readModel(before, flags.overlayBefore, flags),
      await readModel(after, flags.overlayAfter, flags),
    );
    context.print(render(diff, flags));
    const { failOn } = flags;
    return failOn !== undefined && packages.some((name) => isAtLeast(diff.bumps[name], failOn)) ? 1 : 0;
  });
}

async function readModel(
  location: string,
  overlay: string | undefined,
  { allowRefs = [] }: DiffFlags,
): Promise<SdkModel> {
  const { document } = await readMended(
    location,
    overlay === undefined ? { allowRefs } : { overlay, allowRefs },
  );
  // A document with mistakes never comes here, and need not wait for a parser to load.
  const { buildModel } = await import('../model/build-model.ts');
  // No change tells the scope; every model needs one.
  return buildModel(document, { generator: generatorName(), scope: '@sdk' });
}

function render(diff: ModelDiff, { json, markdown }: DiffFlags): string {
  if (json) return `${JSON.stringify(diff, null, 2)}\n`;
  return markdown ? renderMarkdown(diff) : renderTable(diff);
}
