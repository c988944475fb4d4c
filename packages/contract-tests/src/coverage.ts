import type { RecordedRequest } from '@webwork-sdk/mock';
import { topFields } from './body-text.ts';
import type { ContractCase } from './contract-case.ts';

/** What can be covered, in the order of the table's columns. */
const kinds = ['operations', 'statuses', 'parameters', 'body fields'] as const;
type Kind = (typeof kinds)[number];

/** One thing to cover: `parameters getTasks query:page`. */
export type Item = `${Kind} ${string}`;

/** The parts of a case that say what there is to cover. */
export type Coverable = Pick<ContractCase, 'operation' | 'parameters' | 'bodyFields' | 'statuses'>;

/** Everything that the document has, operation by operation. */
export function itemsOf(cases: readonly Coverable[]): Item[] {
  return cases.flatMap(({ operation, parameters, bodyFields, statuses }) => [
    `operations ${operation}` as const,
    ...statuses.map((status): Item => `statuses ${operation} ${status}`),
    ...parameters.map((parameter): Item => `parameters ${operation} ${parameter}`),
    ...bodyFields.map((field): Item => `body fields ${operation} ${field}`),
  ]);
}

/** What one request touched, by what arrived and not by what was meant to be sent. */
export function touchedBy({ operation, parameters }: Coverable, request: RecordedRequest): Item[] {
  const query = request.query.flatMap(([name]) => queryNames(decodeURIComponent(name)));
  const headers = Object.keys(request.headers).map((name) => `header:${name}`);
  // The path was compared as a whole: all of its parameters are in it.
  const path = parameters.filter((parameter) => parameter.startsWith('path:'));
  const fields = topFields(request.body, request.headers['content-type']);
  const succeeded = request.status !== undefined && request.status < 400;
  return [
    ...(succeeded ? [`operations ${operation}` as const] : []),
    `statuses ${operation} ${request.status}`,
    ...[...path, ...query, ...headers].map((name): Item => `parameters ${operation} ${name}`),
    ...fields.map((name): Item => `body fields ${operation} ${name}`),
  ];
}

/** `filter[state]` is the parameter of that name, or a part of the deep object `filter`. */
function queryNames(name: string): string[] {
  return [`query:${name}`, `query:${name.split('[', 1)[0]}`];
}

export interface Coverage {
  /** One line per package, and a line for each thing that is missing. */
  readonly text: string;
  /** `@webwork-sdk/client: parameters getTasks query:page` */
  readonly missing: readonly string[];
}

/** How much of the items each package touched. */
export function coverageOf(
  items: readonly Item[],
  touched: ReadonlyMap<string, ReadonlySet<string>>,
): Coverage {
  const missing = [...touched].flatMap(([name, set]) =>
    items.filter((item) => !set.has(item)).map((item) => `${name}: ${item}`),
  );
  const rows = [...touched].map(([name, set]) => [name, ...kinds.map((kind) => share(items, set, kind))]);
  const table = aligned([['package', ...kinds], ...rows]);
  const list =
    missing.length === 0 ? ['Nothing is missing.'] : ['Missing:', ...missing.map((line) => `  ${line}`)];
  return { text: `${[...table, '', ...list].join('\n')}\n`, missing };
}

function share(items: readonly Item[], touched: ReadonlySet<string>, kind: Kind): string {
  const all = items.filter((item) => item.startsWith(`${kind} `));
  const hit = all.filter((item) => touched.has(item)).length;
  // Rounded down: 100 % means all of them.
  const percent = all.length === 0 ? 100 : Math.floor((hit / all.length) * 100);
  return `${hit} of ${all.length} (${percent} %)`;
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
