import { join } from 'node:path';
import type { Target, TargetFolders } from './emit/targets.ts';
import type { File } from './emit/file.ts';
import type { JsonObject } from './model/json.ts';
import type { SdkModel } from './model/sdk-model.ts';
import { SdkwrightError, throwOnErrors, type Diagnostic } from './diagnostics/diagnostic.ts';
import { checkScope } from './npm-scope.ts';
import { readMended, type MendedDocument } from './read/read-document.ts';
import { generatorName, packageScope, packageVersion } from './package-manifest.ts';
import { applyPlan, readGenerated } from './write/disk.ts';
import { planWrite, type WritePlan } from './write/plan.ts';

export interface GenerateOptions {
  /** Path or URL of the OpenAPI document. */
  readonly document: string;
  /** Path or URL of an OpenAPI Overlay 1.0. */
  readonly overlay?: string;
  /** Folders and URLs that the document may refer to, beside what is in its own folder or below its own URL. */
  readonly allowRefs?: readonly string[];
  /** Folder that holds the packages; each target writes to `<out>/<target>/src/generated`. */
  readonly out: string;
  /** npm scope of the packages, with its `@`. Default: that of the packages in `out`, else the name of the client class. */
  readonly scope?: string;
  /** Name of the client class. Default: `x-sdk.name`, else the document's title. */
  readonly name?: string;
  readonly targets: readonly Target[];
  /** Where targets go below `out`; default: a folder named like the target. */
  readonly folders?: TargetFolders;
  /** Whether a warning is an error: nothing is written. Default false. */
  readonly strict?: boolean;
}

/** What a run found and did. `plan` says what differed from the disk. */
export interface GenerateResult {
  readonly model: SdkModel;
  readonly files: readonly File[];
  readonly plan: WritePlan;
  /** What the document says that the packages cannot: warnings, each with what was done instead. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Called as each stage begins, for progress lines. */
export type OnStage = (stage: 'read' | 'model' | 'emit' | 'write') => void;

/**
 * Reads the document, emits every target and compares with the disk. Writes nothing.
 * @throws SdkwrightError with every problem of the document or the overlay, or of the scope; where `strict`, with
 * every warning too.
 */
export async function compare(
  options: GenerateOptions,
  onStage: OnStage = () => {},
): Promise<GenerateResult> {
  onStage('read');
  return await compareDocument(await readMended(options.document, options), options, onStage);
}

/** The model of a document that was read and checked already, as these options make it. */
export async function modelOf(document: JsonObject, options: GenerateOptions): Promise<SdkModel> {
  // A document with mistakes never comes here, and need not wait for a parser to load.
  const { buildModel } = await import('./model/build-model.ts');
  const folderOf = (target: Target): string => join(options.out, options.folders?.[target] ?? target);
  const inUse = (): string | undefined =>
    options.targets.map((target) => packageScope(folderOf(target))).find((found) => found !== undefined);
  const scope = options.scope ?? inUse();
  throwOnErrors(scope === undefined ? [] : checkScope(scope));
  return buildModel(document, {
    ...options,
    ...(scope === undefined ? {} : { scope }),
    generator: generatorName(),
    packageVersion: packageVersion(folderOf('client')),
  });
}

/** As `compare`, for a document that was read and checked already. */
export async function compareDocument(
  { document, warnings, locate }: MendedDocument,
  options: GenerateOptions,
  onStage: OnStage = () => {},
): Promise<GenerateResult> {
  onStage('model');
  const model = await modelOf(document, options);
  const { gaps } = await import('./model/gaps.ts');
  const diagnostics = [...warnings, ...locate(gaps(document, model, options.document))];
  if (options.strict && diagnostics.length > 0) throw new SdkwrightError(diagnostics);
  onStage('emit');
  const { emitTarget } = await import('./emit/emit-target.ts');
  const { formatFiles } = await import('./emit/format.ts');
  const files = await formatFiles(
    options.targets.flatMap((target) => emitTarget(target, model, options.folders)),
  );
  const plan = planWrite(files, readGenerated(options.out, files));
  return { model, files, plan, diagnostics };
}

/**
 * As `compare`, and then makes the disk match: writes what changed, deletes generated files that are gone.
 * Nothing is written until everything is emitted; foreign files are left alone and listed in the plan.
 * @throws SdkwrightError with every problem of the document or the overlay, or of the scope.
 */
export async function generate(
  options: GenerateOptions,
  onStage: OnStage = () => {},
): Promise<GenerateResult> {
  const result = await compare(options, onStage);
  onStage('write');
  applyPlan(options.out, result.files, result.plan);
  return result;
}
