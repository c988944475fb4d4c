import { median } from '../call-time.ts';
import { table } from '../markdown.ts';

/** One generation. */
export interface Run {
  readonly seconds: number;
  /** Peak memory of the process. */
  readonly megabytes: number;
}

/** All runs over one document, by generator; none where the generator does not get through it. */
export interface DocumentRuns {
  readonly name: string;
  readonly operations: number;
  readonly runs: Readonly<Record<string, readonly Run[]>>;
}

const number = new Intl.NumberFormat('en');

/** Median seconds of each generator, and for the peers how many times ours that is; and the peak memory of each. */
export function generationTables(documents: readonly DocumentRuns[], names: readonly string[]): string {
  const sorted = documents.toSorted((left, right) => left.operations - right.operations);
  const rows = (cell: (runs: DocumentRuns['runs'], name: string) => string): string[][] =>
    sorted.map(({ name, operations, runs }) => [
      name,
      number.format(operations),
      ...names.map((generator) => cell(runs, generator)),
    ]);
  return [
    table(['seconds', 'operations', ...names], rows(secondsCell)),
    table(['peak memory, MB', 'operations', ...names], rows(memoryCell)),
  ].join('\n\n');
}

function secondsCell(runs: DocumentRuns['runs'], name: string): string {
  const [own, ours] = [name, 'sdkwright'].map((each) =>
    median(runs[each]?.map(({ seconds }) => seconds) ?? []),
  );
  if (own === undefined || Number.isNaN(own)) return 'fails';
  const ratio = own / (ours ?? NaN);
  return name === 'sdkwright' || Number.isNaN(ratio)
    ? own.toFixed(1)
    : `${own.toFixed(1)} (${ratio.toFixed(2)}×)`;
}

function memoryCell(runs: DocumentRuns['runs'], name: string): string {
  const all = runs[name]?.map(({ megabytes }) => megabytes) ?? [];
  return all.length === 0 ? 'fails' : number.format(Math.round(Math.max(...all)));
}
