import type { BenchCall } from './calls.ts';
import { hookSubjects } from './hook-subjects.ts';
import { table } from './markdown.ts';
import { subjects } from './subjects.ts';
import { typeCost } from './type-cost.ts';
import { writeModule } from './workbench.ts';

const count = new Intl.NumberFormat('en');

/** Where all generators wrote what they make of the document. */
export interface ScaleWorkbench {
  readonly folder: string;
  /** Is told the name of each file before it is checked: some take a minute. */
  readonly progress: (file: string) => void;
}

/** A file with one call, and one with a query hook and a mutation, of each subject that has such; against neither. */
export async function scaleTable(
  document: string,
  calls: readonly BenchCall[],
  { folder, progress }: ScaleWorkbench,
): Promise<string> {
  const none = await writeModule('none.ts', 'export const answer: number = 42;\n', folder);
  const cells = async (name: string, text: string | undefined): Promise<string[]> => {
    if (text === undefined) return ['–', '–'];
    progress(name);
    const module = await writeModule(`${name}.ts`, text, folder);
    const { instantiations, timeRatio, errors } = await typeCost(module, none);
    const told = errors === 0 ? '' : ` (${errors === 1 ? 'a type error' : `${errors} type errors`})`;
    return [count.format(instantiations) + told, `${timeRatio.toFixed(2)}×`];
  };
  const names = new Set([...subjects, ...hookSubjects].map(({ name }) => name));
  const { query, mutation } = chosenCalls(calls);
  const rows: string[][] = [];
  for (const name of names) {
    const call = subjects.find((subject) => subject.name === name)?.module([query]);
    const hooks = hookSubjects.find((subject) => subject.name === name)?.module([query, mutation]);
    const file = name.replaceAll(' ', '-');
    rows.push([name, ...(await cells(`${file}-call`, call)), ...(await cells(`${file}-hooks`, hooks))]);
  }
  return table([document, 'one call', 'tsc 7', 'one query, one mutation', 'tsc 7'], rows);
}

/** The first query and the first mutation that need some input. */
export function chosenCalls(calls: readonly BenchCall[]): { query: BenchCall; mutation: BenchCall } {
  const needy = calls.filter(({ input }) => Object.keys(input).length > 0);
  const query = needy.find(({ operation }) => operation.httpMethod === 'GET');
  const mutation = needy.find(({ operation }) => operation.httpMethod !== 'GET');
  if (!query || !mutation) throw new Error('the document has no query or no mutation that needs an input');
  return { query, mutation };
}
