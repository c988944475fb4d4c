import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startMock } from '@sdkwright/mock';
import fc from 'fast-check';
import { sampleCalls, type Operation, type SdkModel } from 'sdkwright';
import type { CallsReport } from './document-report.ts';
import { inputWithFiles } from './sample-input.ts';

const mostOperations = 50;

/** Prism makes up answers to recursive schemas for minutes; after this many milliseconds no further call is made. */
const longest = 120_000;

type Method = (input: object, options: object) => { result(): Promise<unknown> };

/**
 * Calls a sample of the operations through the built client, each with what it requires and with all it takes, and
 * lets Prism judge the requests and answer with what the document says.
 */
export async function makeCalls(folder: string, document: string, model: SdkModel): Promise<CallsReport> {
  const mock = await startMock({ document }).catch((cause: unknown) => String(cause));
  if (typeof mock === 'string') return { made: 0, failures: [], skipped: mock };
  const failures: string[] = [];
  const end = performance.now() + longest;
  let made = 0;
  try {
    const client = await createClient(folder, mock.url, model);
    for (const operation of sampleOf(model.operations)) {
      const method = methodOf(client, operation);
      for (const call of sampleCalls(model, operation, textMatching)) {
        if (performance.now() > end) return { made, failures };
        made += 1;
        mock.clear();
        const failure = await failureOf(method, inputWithFiles(operation, call));
        if (failure === undefined) continue;
        // What Prism holds against the request says whose fault it is.
        const violations = mock.requests.flatMap((request) => request.violations);
        const against = violations.slice(0, 2).map((violation) => JSON.stringify(violation));
        failures.push(`${operation.id}, ${call.name}: ${[...against, failure].join(' ')}`);
      }
    }
  } finally {
    await mock.close();
  }
  return { made, failures };
}

/** The same text for the same pattern; undefined for one that JavaScript, or fast-check, cannot read. */
function textMatching(pattern: string): string | undefined {
  try {
    const texts = fc.stringMatching(new RegExp(pattern, 'u'), { size: '-1' });
    return fc.sample(texts, { numRuns: 1, seed: 1 })[0];
  } catch {
    return undefined;
  }
}

/** Evenly spread over the document. */
function sampleOf(operations: readonly Operation[]): Operation[] {
  const step = Math.max(1, operations.length / mostOperations);
  const count = Math.min(operations.length, mostOperations);
  return Array.from({ length: count }, (_, index) => operations[Math.floor(index * step)]).filter(
    (operation) => operation !== undefined,
  );
}

async function createClient(folder: string, baseUrl: string, { api }: SdkModel): Promise<object> {
  const module: object = await import(pathToFileURL(join(folder, 'client/dist/index.js')).href);
  const Client: unknown = Reflect.get(module, 'Corpus');
  if (typeof Client !== 'function') throw new Error('the client package exports no class of its name');
  const token = 'user:password';
  const keys = Object.fromEntries(api.auth.map(({ name }) => [name, token]));
  return Reflect.construct(Client, [{ baseUrl, token, keys, rateLimit: false, retries: 0 }]);
}

function methodOf(client: object, { group, method }: Operation): Method {
  const found: unknown = Reflect.get(Reflect.get(client, group), method);
  if (!isMethod(found)) throw new Error(`the client has no ${group}.${method}`);
  return found;
}

function isMethod(value: unknown): value is Method {
  return typeof value === 'function';
}

/** What went wrong, in one line; undefined where the call succeeded. */
async function failureOf(method: Method, input: object): Promise<string | undefined> {
  try {
    const outcome = await method(input, { attemptTimeout: 20_000 }).result();
    const error: unknown = Reflect.get(Object(outcome), 'error');
    if (error === undefined) return undefined;
    const body: unknown = Reflect.get(Object(error), 'body');
    return `${String(error)} ${JSON.stringify(body) ?? ''}`.slice(0, 600);
  } catch (cause) {
    return String(cause).slice(0, 600);
  }
}
