/** One thing to time. */
export interface Contender {
  readonly name: string;
  readonly call: () => Promise<unknown>;
}

const rounds = 61;
const callsPerRound = 400;
/** Until the compiler has seen all there is to see, and the heap is as large as it will be. */
const warmUps = 20;

/**
 * How many times as long a call takes as the one of `base`, by name: the median over all rounds, in which all take
 * turns in changing order, so that a noisy moment or a slow minute falls on each of them.
 */
export async function timeRatios(
  contenders: readonly Contender[],
  base: string,
): Promise<Map<string, number>> {
  const ratios = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = -warmUps; round < rounds; round += 1) {
    const times = new Map<string, number>();
    for (const { name, call } of rotate(contenders, Math.abs(round))) times.set(name, await timeRound(call));
    for (const [name, time] of times) if (round >= 0) ratios.get(name)?.push(time / (times.get(base) ?? NaN));
  }
  return new Map([...ratios].map(([name, values]) => [name, median(values)]));
}

async function timeRound(call: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (let index = 0; index < callsPerRound; index += 1) await call();
  return ((performance.now() - start) * 1000) / callsPerRound;
}

function rotate<T>(items: readonly T[], by: number): T[] {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const [low = NaN, high = NaN] =
    sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1, middle + 1);
  return (low + high) / 2;
}

/** A `fetch` that answers every request at once, with the body that was set last: the peers keep the function. */
export class StubFetch {
  #text = '';

  set body(body: unknown) {
    this.#text = JSON.stringify(body);
  }

  readonly fetch = async (): Promise<Response> =>
    new Response(this.#text, { status: 200, headers: { 'content-type': 'application/json' } });
}
