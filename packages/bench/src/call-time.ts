/** One thing to time. */
export interface Contender {
  readonly name: string;
  readonly call: () => Promise<unknown>;
}

const rounds = 31;
const callsPerRound = 400;

/**
 * Median microseconds per call, by name. All take turns in every round, in changing order, so that a noisy
 * moment or a warm cache falls on each of them.
 */
export async function timeCalls(contenders: readonly Contender[]): Promise<Map<string, number>> {
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = -3; round < rounds; round += 1) {
    for (const { name, call } of rotate(contenders, Math.abs(round))) {
      const microseconds = await timeRound(call);
      // The first rounds only warm up.
      if (round >= 0) times.get(name)?.push(microseconds);
    }
  }
  return new Map([...times].map(([name, values]) => [name, median(values)]));
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
