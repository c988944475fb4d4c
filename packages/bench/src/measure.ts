import { pathToFileURL } from 'node:url';
import { bundle, bundleSize } from './bundle-size.ts';
import type { BenchCall } from './calls.ts';
import { StubFetch, timeRatios, type Contender } from './call-time.ts';
import { hookSubjects } from './hook-subjects.ts';
import { table } from './markdown.ts';
import { handMade, subjects } from './subjects.ts';
import { instantiations, typeCost } from './type-cost.ts';
import { writeModule } from './workbench.ts';

const bytes = new Intl.NumberFormat('en');
const ratio = (value: number): string => value.toFixed(2);

/** Bytes, minified and gzipped, of one GET, of ten operations and of everything. */
export async function sizeTable(calls: readonly BenchCall[]): Promise<string> {
  const rows = subjects.map(async ({ name, module, everything }) => {
    const texts = [module(calls.slice(0, 1)), module(calls.slice(0, 10)), everything];
    const sizes = texts.map(async (text, index) => {
      if (text === undefined) return '–';
      return bytes.format((await bundleSize(await writeModule(`${name}-size${index}.ts`, text))).gzip);
    });
    return [name, ...(await Promise.all(sizes))];
  });
  return table(['min+gzip, bytes', 'one GET', 'ten operations', 'all operations'], await Promise.all(rows));
}

/** Instantiations and wall time of a file with one call and with fifty. */
export async function typeTable(calls: readonly BenchCall[]): Promise<string> {
  const rows: string[][] = [];
  const empty = await writeModule('no-sdk.ts', 'export const answer: number = 42;\n');
  for (const { name, module } of subjects) {
    const one = await typeCost(await writeModule(`${name}-types1.ts`, module(calls.slice(0, 1))), empty);
    const fifty = await typeCost(await writeModule(`${name}-types50.ts`, module(calls.slice(0, 50))), empty);
    rows.push([
      name,
      bytes.format(one.instantiations),
      bytes.format(fifty.instantiations),
      `${ratio(one.timeRatio)}×`,
    ]);
  }
  return table(['type checker', 'one operation', 'fifty operations', 'tsc 7, against no SDK'], rows);
}

/**
 * Bytes and instantiations of a file with one query hook and one mutation, with the effects of the mutation on the
 * cache where a subject has them, and bytes of each hook that is added to it.
 */
export async function hookTable(calls: readonly BenchCall[]): Promise<string> {
  const { first, further } = hookCalls(calls);
  const empty = await instantiations(await writeModule('no-hooks.ts', 'export const answer: number = 42;\n'));
  const rows: string[][] = [];
  for (const { name, module } of hookSubjects) {
    const file = name.replaceAll(' ', '-');
    const two = await writeModule(`${file}-hooks2.ts`, module(first));
    const ten = await writeModule(`${file}-hooks10.ts`, module([...first, ...further]));
    const [bytesOfTwo, bytesOfTen] = [(await bundleSize(two)).gzip, (await bundleSize(ten)).gzip];
    rows.push([
      name,
      bytes.format(bytesOfTwo),
      bytes.format(Math.round((bytesOfTen - bytesOfTwo) / further.length)),
      bytes.format((await instantiations(two)) - empty),
    ]);
  }
  const head = ['hooks', 'one query, one mutation', 'each further hook', 'instantiations'];
  return table(head, rows);
}

/** A query and a mutation, and eight more operations in the document's order. */
export function hookCalls(calls: readonly BenchCall[]): {
  readonly first: readonly BenchCall[];
  readonly further: readonly BenchCall[];
} {
  const isFirst = ({ operation }: BenchCall): boolean =>
    ['getProjectViewers', 'createProjectViewer'].includes(operation.id);
  return { first: calls.filter(isFirst), further: calls.filter((call) => !isFirst(call)).slice(0, 8) };
}

/** Time per call over a `fetch` that answers at once, against hand-written code; one pair of columns per answer. */
export async function timeTable(
  calls: readonly BenchCall[],
  answers: Readonly<Record<string, unknown>>,
): Promise<string> {
  const stub = new StubFetch();
  globalThis.fetch = stub.fetch;
  const kinds = {
    GET: await contenders(calls, 'getProjectViewers', 'get'),
    POST: await contenders(calls, 'createProjectViewer', 'post'),
  };
  const columns: [heading: string, ratios: ReadonlyMap<string, number>][] = [];
  for (const [answer, body] of Object.entries(answers)) {
    stub.body = body;
    for (const [kind, all] of Object.entries(kinds))
      columns.push([`${kind}, ${answer}`, await timeRatios(all, 'hand-written fetch')]);
  }
  const rows = kinds.GET.map(({ name }) => [
    name,
    ...columns.map(([, ratios]) => `${ratio(ratios.get(name) ?? NaN)}×`),
  ]);
  return table(['time per call, against hand-written fetch', ...columns.map(([heading]) => heading)], rows);
}

async function contenders(
  calls: readonly BenchCall[],
  id: string,
  kind: 'get' | 'post',
): Promise<Contender[]> {
  const chosen = calls.filter(({ operation }) => operation.id === id);
  const input = JSON.stringify(chosen[0]?.input);
  const texts = [
    ...subjects.map(({ name, module }) => [name, module(chosen)] as const),
    ...Object.entries(handMade).map(
      ([name, code]) =>
        [name, `const input = ${input};\n${code[kind]}\nexport const call0 = () => call();\n`] as const,
    ),
  ];
  return await Promise.all(
    texts.map(async ([name, text]) => ({
      name,
      call: await load(`${kind}-${name.replaceAll(' ', '-')}`, text),
    })),
  );
}

/** Bundled first, so that all run as they would be shipped. */
async function load(name: string, text: string): Promise<Contender['call']> {
  const code = await bundle(await writeModule(`${name}.ts`, text));
  const path = await writeModule(`${name}.mjs`, new TextDecoder().decode(code));
  const module: Readonly<Record<string, Contender['call']>> = await import(pathToFileURL(path).href);
  const call = module['call0'];
  if (!call) throw new Error(`${name} exports no call0`);
  return call;
}
