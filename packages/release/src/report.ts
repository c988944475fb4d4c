import type { ReleaseNote } from './github-releases.ts';
import { publishPackages } from './publish-packages.ts';
import { ReleaseError } from './release-error.ts';
import type { ReleaseContext } from './steps.ts';
import { formatChecks } from './rehearse/check.ts';
import { versionPackages } from './version-packages.ts';

export interface ReportContext extends ReleaseContext {
  readonly printError: (text: string) => void;
}

/** `pnpm release:version`. Returns the exit code: 0, or 1 where something is the releaser's to mend. */
export async function reportVersion(context: ReportContext): Promise<number> {
  return await reportingProblems(context, async () => {
    const bumps = await versionPackages(context);
    const lines = bumps.map(({ name, from, to }) => `  ${name}  ${from} -> ${to}\n`);
    context.print(`\n${lines.join('')}\nNext: \`pnpm test\`, read the changelogs, commit all of it.\n`);
  });
}

/** `pnpm release:publish`. Returns the exit code. */
export async function reportPublish(context: ReportContext): Promise<number> {
  return await reportingProblems(context, async () => {
    const { tags, githubReleases, notes } = await publishPackages(context);
    const lines = tags.map((tag) => `  ${tag}\n`);
    context.print(`\nIn the registry, with a tag each:\n${lines.join('')}`);
    if (githubReleases) context.print(`Releases made on GitHub: ${githubReleases.join(', ') || 'none'}\n`);
    else
      context.print(
        `\nThis is no workflow of GitHub. The texts of the releases:\n${notes.map(noteText).join('')}`,
      );
  });
}

/** `pnpm release:rehearse`. Returns the exit code: 1 where a check found a fault or a step failed. */
export async function reportRehearse(context: ReportContext): Promise<number> {
  let hasFaults = false;
  const code = await reportingProblems(context, async () => {
    // Registry and browser take a second to load; only this needs them.
    const { rehearse } = await import('./rehearse/rehearse.ts');
    const checks = await rehearse(timed(context));
    context.print(`\n${formatChecks(checks)}`);
    hasFaults = checks.some(({ faults }) => faults.length > 0);
  });
  return hasFaults ? 1 : code;
}

/** Progress lines with the seconds since the beginning. */
function timed(context: ReportContext): ReportContext {
  const start = performance.now();
  const seconds = (): string => ((performance.now() - start) / 1000).toFixed(0).padStart(3);
  return { ...context, print: (text) => context.print(`${seconds()} s  ${text}`) };
}

function noteText({ tag, text }: ReleaseNote): string {
  return `\n# ${tag}\n\n${text}\n`;
}

/** What the releaser can mend is printed without a stack trace; anything else is a defect and keeps it. */
async function reportingProblems(context: ReportContext, perform: () => Promise<void>): Promise<number> {
  try {
    await perform();
    return 0;
  } catch (error) {
    if (context.signal?.aborted === true) {
      context.printError('Stopped.\n');
      return 130;
    }
    if (!(error instanceof ReleaseError)) throw error;
    context.printError(`${error.message}\n`);
    return 1;
  }
}
