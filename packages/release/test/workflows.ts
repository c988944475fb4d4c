import { glob, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Job {
  readonly permissions?: Permissions;
  readonly 'timeout-minutes'?: number;
  /** Another workflow that is the whole job. */
  readonly uses?: string;
  readonly steps?: readonly Step[];
}

export type Permissions = Readonly<Record<string, 'read' | 'write' | 'none'>>;

export interface Workflow {
  /** `release.yml`. */
  readonly file: string;
  readonly text: string;
  readonly permissions?: Permissions;
  readonly jobs: Readonly<Record<string, Job>>;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Every workflow of this repository, by name of its file. */
export async function workflows(): Promise<Workflow[]> {
  const paths: string[] = [];
  for await (const path of glob('.github/workflows/*.yml', { cwd: root })) paths.push(path);
  return await Promise.all(
    paths.toSorted().map(async (path) => {
      const text = await readFile(root + path, 'utf8');
      return { ...parse(text), file: basename(path), text };
    }),
  );
}

/** What a job runs itself, in its order; nothing where another workflow is the whole of it. */
export function scriptsOf({ steps = [] }: Job): string[] {
  return steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
}

/** The script of the step with that name. @throws Error where there is none. */
export function scriptNamed(all: readonly Workflow[], name: string): string {
  const steps = all.flatMap(({ jobs }) => Object.values(jobs).flatMap((job) => job.steps ?? []));
  const script = steps.find((step) => step.name === name)?.run;
  if (script === undefined) throw new Error(`no step is called "${name}"`);
  return script;
}
