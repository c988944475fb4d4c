import { publishPackages } from './publish-packages.ts';
import { ReleaseError } from './release-error.ts';
import type { ReleaseContext } from './steps.ts';
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
    const { tags, githubReleases } = await publishPackages(context);
    const lines = tags.map((tag) => `  ${tag}\n`);
    context.print(`\nIn the registry, with a tag each:\n${lines.join('')}`);
    if (githubReleases.length > 0) context.print(`Releases made on GitHub: ${githubReleases.join(', ')}\n`);
  });
}

/** What the releaser can mend is printed without a stack trace; anything else is a defect and keeps it. */
async function reportingProblems(context: ReportContext, perform: () => Promise<void>): Promise<number> {
  try {
    await perform();
    return 0;
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error;
    context.printError(`${error.message}\n`);
    return 1;
  }
}
