import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Violation } from './fault.ts';

/** A Prism mock in a thread, which can be given up and begun anew. */
export class Prism {
  readonly url: string;
  readonly #worker: Worker;

  private constructor(worker: Worker, url: string) {
    this.#worker = worker;
    this.url = url;
  }

  /** @throws Error with Prism's words where it cannot serve the document, or has not begun after `milliseconds`. */
  static async start(document: object, milliseconds: number): Promise<Prism> {
    const worker = new Worker(new URL('prism-worker.ts', import.meta.url), { workerData: document });
    const signal = AbortSignal.timeout(milliseconds);
    const told = await answerOf(worker, signal).catch(async (cause: unknown) => {
      await worker.terminate();
      throw signal.aborted
        ? new Error(`Prism has not begun to serve it after ${milliseconds / 1000} s`)
        : cause;
    });
    const url: unknown = Reflect.get(Object(told), 'url');
    if (typeof url === 'string') return new Prism(worker, url);
    await worker.terminate();
    throw new Error(String(Reflect.get(Object(told), 'failed')));
  }

  /** What Prism held against the requests since it was asked last; undefined where it does not even say that. */
  async violations(): Promise<readonly Violation[] | undefined> {
    this.#worker.postMessage('violations');
    const told = await answerOf(this.#worker, AbortSignal.timeout(2_000)).catch(() => undefined);
    return Array.isArray(told) ? told : undefined;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}

async function answerOf(worker: Worker, signal: AbortSignal): Promise<unknown> {
  const [told]: unknown[] = await once(worker, 'message', { signal });
  return told;
}
