import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SdkwrightError } from './diagnostics/diagnostic.ts';
import type { File } from './emit/file.ts';
import { begunOverlay, overlayPath } from './emit/repository/begun-overlay.ts';
import { compareDocument, type GenerateResult } from './generate.ts';
import type { JsonObject } from './model/json.ts';
import type { Api } from './model/sdk-model.ts';
import { generatorName } from './package-manifest.ts';
import { parseSource } from './read/parse.ts';
import { mendedDocument, readMended, type ReadOptions } from './read/read-document.ts';
import { readSource, type Source } from './read/source.ts';
import { applyPlan, replaceFile } from './write/disk.ts';

export interface InitOptions extends ReadOptions {
  /** Path or URL of the OpenAPI document. The repository gets a copy. */
  readonly document: string;
  /**
   * The folder of the repository: missing, or empty but for what git has there. Default: `acme-sdk` for the scope
   * `@acme`, here.
   */
  readonly out?: string;
  /** npm scope of the packages, with its `@`. Default: the name of the client class. */
  readonly scope?: string;
  /** Name of the client class. Default: `x-sdk.name`, else the document's title. */
  readonly name?: string;
}

/** A repository that was begun. */
export interface InitResult extends GenerateResult {
  /** The folder of the repository. */
  readonly out: string;
  /** What stands beside the packages. */
  readonly root: readonly File[];
}

/**
 * Begins a repository for a document: packages, mock, contract tests, changesets and CI. Nothing is written until
 * all of it is made.
 * @throws SdkwrightError with every problem of the document, the overlay or the scope; `folder-not-empty`.
 */
export async function initRepository(options: InitOptions): Promise<InitResult> {
  const { emitRepository, repositoryTargets } = await import('./emit/repository/emit-repository.ts');
  const { allowRefs = [] } = options;
  // Before a document that may be long, or far away, is read.
  if (options.out !== undefined) await checkEmpty(options.out);
  const { document: original, locate } = await readMended(options.document, { ...options, allowRefs });
  const { buildModel } = await import('./model/build-model.ts');
  const { api } = buildModel(original, { ...options, generator: generatorName() });
  const out = options.out ?? `${api.scope.slice(1)}-sdk`;
  if (options.out === undefined) await checkEmpty(out);
  const { scope } = api;
  const packages = { ...options, scope, out: join(out, 'packages'), targets: repositoryTargets };
  const document = await documentFile(options);
  const overlay = await overlayFile(options, api, original);
  // From the copies, so that a check of the new repository finds what was written.
  const copy = mendedDocument(sourceOf(document), sourceOf(overlay));
  const result = await compareDocument({ ...copy, locate }, packages);
  // An overlay of the user's stays as it is.
  const named = options.overlay !== undefined && options.name !== undefined ? { name: api.name } : {};
  const spec = { document: document.path, overlay: overlay.path, ...named };
  const root = [...emitRepository(result.model, spec), document, overlay];
  for (const { path, content } of root) replaceFile(join(out, path), content);
  applyPlan(packages.out, result.files, result.plan);
  return { ...result, out, root };
}

function sourceOf({ path, content }: File): Source {
  return { location: path, text: content };
}

async function checkEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw cause;
  });
  const others = names.filter((name) => name !== '.git');
  if (others.length === 0) return;
  throw new SdkwrightError([
    {
      code: 'folder-not-empty',
      severity: 'error',
      message: `"${folder}" has ${others.toSorted().slice(0, 3).join(', ')}${others.length > 3 ? ', …' : ''} in it; an empty folder was expected`,
      help: 'Name a new folder with --out; in a repository that you have, `sdkwright generate` adds the packages.',
      location: { file: folder },
    },
  ]);
}

/** The document as its maker wrote it; one that is split over files as one. */
async function documentFile({ document, allowRefs }: InitOptions): Promise<File> {
  const source = await readSource(document);
  if (refersOutside(parseSource(source))) {
    const whole = await readMended(document, allowRefs === undefined ? {} : { allowRefs });
    return { path: 'spec/openapi.json', content: `${JSON.stringify(whole.document, undefined, 2)}\n` };
  }
  const type = /^\s*\{/.test(source.text) ? 'json' : 'yaml';
  return { path: `spec/openapi.${type}`, content: source.text };
}

/** Whether a `$ref` leads out of the document. One in an example counts too: then the copy is only less like the original. */
function refersOutside(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, field]: [string, unknown]) =>
    key === '$ref' && typeof field === 'string' ? !field.startsWith('#') : refersOutside(field),
  );
}

/** The user's overlay, else one that names the client. */
async function overlayFile(
  { overlay, document: location }: InitOptions,
  api: Api,
  document: JsonObject,
): Promise<File> {
  if (overlay === undefined) return begunOverlay(api, document, location);
  return { path: overlayPath, content: (await readSource(overlay)).text };
}
