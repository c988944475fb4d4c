import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sampleCalls, type Operation, type SampleCall, type SdkModel } from 'sdkwright';
import type { CallFailure, CallsReport } from './document-report.ts';
import { faultOf } from './fault.ts';
import { Prism } from './prism.ts';
import { inputWithFiles } from './sample-input.ts';
import { SentValues } from './sent-values.ts';

const mostOperations = 50;

/** After this many milliseconds no further call is made. */
const longest = 300_000;

/** Prism makes up answers to recursive schemas for minutes; a call waits this many milliseconds. */
const longestCall = 20_000;

/** Prism copies schemas for minutes before it serves them; it is given up after this many milliseconds. */
const longestStart = 300_000;

type Method = (input: object, options: object) => { result(): Promise<unknown> };

/**
 * Calls a sample of the operations through the built client, each with what it requires and with all it takes, and
 * lets Prism judge the requests and answer with what the document says.
 */
export async function makeCalls(folder: string, document: object, model: SdkModel): Promise<CallsReport> {
  const failures: CallFailure[] = [];
  const planned = sampleOf(model.operations).flatMap((operation) =>
    sampleCalls(model, operation).map((call) => ({ operation, call })),
  );
  const report = (made: number, skipped?: string): CallsReport => ({
    planned: planned.length,
    made,
    failures,
    ...(skipped === undefined ? {} : { skipped }),
  });
  let prism = await Prism.start(document, longestStart).catch(String);
  const end = performance.now() + longest;
  for (const [index, { operation, call }] of planned.entries()) {
    if (typeof prism === 'string') return report(index, prism);
    if (performance.now() > end) {
      await prism.close();
      return report(index, `no further calls after ${longest / 1000} s`);
    }
    const client = await createClient(folder, prism.url, model);
    const sent = new SentValues(document, operation, call);
    const failure = await failureOf(methodOf(client, operation), operation, call, sent, prism);
    if (failure === undefined) continue;
    failures.push(failure);
    if (failure.fault.kind !== 'deadline') continue;
    await prism.close();
    prism = await Prism.start(document, longestStart).catch(String);
  }
  if (typeof prism !== 'string') await prism.close();
  return report(planned.length);
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

/** What went wrong; undefined where the call succeeded. */
async function failureOf(
  method: Method,
  operation: Operation,
  call: SampleCall,
  sent: SentValues,
  prism: Prism,
): Promise<CallFailure | undefined> {
  const error = await errorOf(method, inputWithFiles(operation, call));
  const violations = await prism.violations();
  if (error === undefined) return undefined;
  const fault = faultOf({
    error,
    violations,
    isAllowed: (location) => sent.isAllowed(location),
    isUndescribed: (location, field) => sent.isUndescribed(location, field),
  });
  return { operation: operation.id, call: call.name, fault };
}

async function errorOf(method: Method, input: object): Promise<unknown> {
  try {
    const outcome = await method(input, { attemptTimeout: longestCall }).result();
    return Reflect.get(Object(outcome), 'error');
  } catch (cause) {
    return cause;
  }
}
