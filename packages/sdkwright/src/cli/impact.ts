import { resolve } from 'node:path';
import { diffModels } from '../diff/diff-models.ts';
import { findSites } from '../impact/find-sites.ts';
import { impactOf, type Impact } from '../impact/impact.ts';
import { openProject, type Project } from '../impact/project.ts';
import { documentOfRelease, installedName, isVersion } from '../impact/release.ts';
import { impactsMarkdown, renderImpacts } from '../impact/render.ts';
import { objectAt, stringAt } from '../model/json.ts';
import type { SdkModel } from '../model/sdk-model.ts';
import { generatorName } from '../package-manifest.ts';
import { readMended } from '../read/read-document.ts';
import type { CliContext } from './context.ts';
import { reportingErrors } from './generate.ts';

/** The flags of `impact` as commander hands them over. */
export interface ImpactFlags {
  readonly from?: string;
  readonly to: string;
  readonly overlayFrom?: string;
  readonly overlayTo?: string;
  readonly allowRefs?: readonly string[];
  readonly scope?: string;
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly failOn?: 'change' | 'any';
}

/** `sdkwright impact`. Returns the exit code: 0, or 1 where there is a site of the kind that `--fail-on` names. */
export async function runImpact(folder: string, flags: ImpactFlags, context: CliContext): Promise<number> {
  return await reportingErrors(context, async () => {
    const project = openProject(resolve(folder), flags.scope);
    const before = await modelOf(project, flags.from, flags.overlayFrom, flags);
    const after = await modelOf(project, flags.to, flags.overlayTo, flags);
    const sites = project.searched.flatMap(findSites);
    const impacts = impactOf(diffModels(before, after).changes, before, unique(sites));
    context.print(render(impacts, flags));
    const { failOn } = flags;
    const isMeant = ({ need }: Impact): boolean => failOn === 'any' || need === failOn;
    return failOn !== undefined && impacts.some(isMeant) ? 1 : 0;
  });
}

/** A file may belong to several configurations of a project. */
function unique<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

async function modelOf(
  project: Project,
  place: string | undefined,
  overlay: string | undefined,
  { allowRefs = [] }: ImpactFlags,
): Promise<SdkModel> {
  const document =
    place === undefined || isVersion(place)
      ? await documentOfRelease(project, place)
      : (await readMended(place, overlay === undefined ? { allowRefs } : { overlay, allowRefs })).document;
  // A document with mistakes never comes here, and need not wait for a parser to load.
  const { buildModel } = await import('../model/build-model.ts');
  // A title is only a title: what the client is called is decided when the packages are made.
  const named = stringAt(objectAt(document, 'x-sdk'), 'name') ?? (await installedName(project));
  return buildModel(document, {
    generator: generatorName(),
    scope: project.scope,
    ...(named === undefined ? {} : { name: named }),
  });
}

function render(impacts: readonly Impact[], { json, markdown }: ImpactFlags): string {
  if (json) return `${JSON.stringify(impacts, null, 2)}\n`;
  return markdown ? impactsMarkdown(impacts) : renderImpacts(impacts);
}
