import { styleText } from 'node:util';
import { singleLine } from '../emit/literal.ts';
import { formatDiagnostic, type Diagnostic, type SdkwrightError } from '../diagnostics/diagnostic.ts';
import type { GenerateResult } from '../generate.ts';
import type { WritePlan } from '../write/plan.ts';

/** Operations, schemas and groups of the document. */
export function formatModel({ model }: GenerateResult): string {
  const { api, operations, schemas, groups } = model;
  const counts = [
    counted(operations.length, 'operation'),
    counted(schemas.length, 'schema'),
    counted(groups.length, 'group'),
  ].join(', ');
  return `${styleText('bold', singleLine(`${api.title} ${api.version}`))}: ${counts}\n`;
}

/** A line per package with what writing did to it; foreign files by name. */
export function formatPlan(plan: WritePlan): string {
  const packages = [...new Set(allPaths(plan).map(packageOf))].toSorted();
  const lines = packages.map((name) => `  ${name.padEnd(widest(packages))}  ${describe(plan, name)}`);
  const foreign = plan.foreign.map((path) =>
    styleText('yellow', `  foreign: ${path} (not written by sdkwright; left alone)`),
  );
  return [...lines, ...foreign].map((line) => `${line}\n`).join('');
}

/** Each file that is not as it should be, a line each. */
export function formatDrift(plan: WritePlan): string {
  const rows = [
    ...plan.created.map((path) => ['missing', path] as const),
    ...plan.changed.map((path) => ['stale', path] as const),
    ...plan.deleted.map((path) => ['stale', `${path} (the document no longer gives it)`] as const),
    ...plan.foreign.map((path) => ['foreign', path] as const),
  ];
  return rows.map(([kind, path]) => `  ${kind.padEnd('missing'.length)}  ${path}\n`).join('');
}

export function formatError(error: SdkwrightError): string {
  return `${error.diagnostics.map(formatDiagnostic).join('\n\n')}\n`;
}

/** Warnings of the same code together: one in full, the others by their place. */
export function formatWarnings(diagnostics: readonly Diagnostic[]): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))];
  return codes
    .map((code) => {
      const [first, ...others] = diagnostics.filter((diagnostic) => diagnostic.code === code);
      if (!first) return '';
      const more = others.length === 0 ? '' : `\n  and ${others.length} more of these; --strict lists them`;
      return `${formatDiagnostic(first)}${more}\n`;
    })
    .join('');
}

export function formatDuration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

function describe(plan: WritePlan, name: string): string {
  const count = (paths: readonly string[]): number => paths.filter((path) => packageOf(path) === name).length;
  const parts = [
    [count(plan.created), 'created'],
    [count(plan.changed), 'changed'],
    [count(plan.deleted), 'deleted'],
  ] as const;
  const touched = parts.filter(([number]) => number > 0).map(([number, verb]) => `${number} ${verb}`);
  const total = count(plan.created) + count(plan.changed) + count(plan.unchanged);
  const files = counted(total, 'file');
  const begun = count(plan.begun) > 0 ? '; the package around them is begun' : '';
  return touched.length === 0
    ? `${files}, nothing changed${begun}`
    : `${files}, ${styleText('green', touched.join(', '))}${begun}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function allPaths(plan: WritePlan): string[] {
  return [...plan.created, ...plan.changed, ...plan.deleted, ...plan.unchanged];
}

/** What owns a file: the package around a generated folder, or the folder the file is in. */
function packageOf(path: string): string {
  return path.split('/src/')[0]?.replace(/\/[^/]+(\.\w+)$|\/LICENSE$/, '') ?? path;
}

function widest(names: readonly string[]): number {
  return Math.max(...names.map((name) => name.length));
}
