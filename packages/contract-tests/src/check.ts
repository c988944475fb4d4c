import type { Mock, RecordedRequest } from '@webwork-sdk/mock';
import { compareRequest } from './compare-request.ts';
import type { ContractCall, ContractCase, ContractError } from './contract-case.ts';
import { touchedBy, type Item } from './coverage.ts';
import { differences } from './differences.ts';

/** A package under test, and what is known of its calls from outside. */
export interface Layer<Client> {
  /** The package's name. */
  readonly name: string;
  /** Makes one call to the mock, with a `Prefer` header where one is given. */
  readonly call: (call: ContractCall<Client>, prefer?: string) => PromiseLike<unknown>;
  /** Whether a failure is the package's own error for an answer of the server. */
  readonly isApiError: (error: unknown) => error is Error & { status: number; body: unknown };
  /** What the calls have touched so far. A call that fails its check touches nothing. */
  readonly touched: Set<Item>;
}

/** The surroundings of a check. */
export interface Bench {
  readonly mock: Pick<Mock, 'requests' | 'clear'>;
  /** The bearer token that the clients were given. */
  readonly token: string;
}

/** Makes a call that has to succeed. Says all that is wrong with its request and its answer. */
export async function checkCall<Client>(
  bench: Bench,
  layer: Layer<Client>,
  definition: ContractCase<Client>,
  call: ContractCall<Client>,
): Promise<string[]> {
  const { prefer, status, data } = call.response;
  bench.mock.clear();
  const [outcome] = await Promise.allSettled([layer.call(call, prefer)]);
  const answer =
    outcome.status === 'fulfilled'
      ? differences('data', data, outcome.value)
      : [`expected an answer, received ${errorLine(outcome.reason)}`];
  return conclude(bench, layer, definition, { call, prefer, status }, answer);
}

/** Provokes a documented failure with the input of the first call. Says all that is wrong with request and error. */
export async function checkError<Client>(
  bench: Bench,
  layer: Layer<Client>,
  definition: ContractCase<Client>,
  expected: ContractError,
): Promise<string[]> {
  const [call] = definition.calls;
  const { status, body } = expected;
  const prefer = `code=${status}`;
  bench.mock.clear();
  const [outcome] = await Promise.allSettled([layer.call(call, prefer)]);
  return conclude(
    bench,
    layer,
    definition,
    { call, prefer, status },
    compareError(layer, outcome, status, body),
  );
}

function compareError<Client>(
  layer: Layer<Client>,
  outcome: PromiseSettledResult<unknown>,
  status: number,
  body: unknown,
): string[] {
  if (outcome.status === 'fulfilled') return [`expected an error, received an answer`];
  const error: unknown = outcome.reason;
  if (!layer.isApiError(error)) return [`expected an API error, received ${errorLine(error)}`];
  return [
    ...differences('error.status', status, error.status),
    ...differences('error.body', body, error.body),
  ];
}

function errorLine(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : `a ${typeof error} that was thrown`;
}

interface Sent<Client> {
  readonly call: ContractCall<Client>;
  readonly prefer: string | undefined;
  readonly status: number;
}

function conclude<Client>(
  { mock, token }: Bench,
  layer: Layer<Client>,
  definition: ContractCase<Client>,
  { call, prefer, status }: Sent<Client>,
  answer: readonly string[],
): string[] {
  const [request, ...others]: readonly RecordedRequest[] = mock.requests;
  if (request === undefined) return ['expected one request, received none', ...answer];
  const { method, secured } = definition;
  const expected = { method, request: call.request, token: secured ? token : undefined, prefer };
  const problems = [
    ...compareRequest(expected, request),
    ...differences('status', status, request.status),
    ...others.map(({ method, path }) => `expected one request, received ${method} ${path} after it`),
    ...answer,
  ];
  if (problems.length === 0) for (const item of touchedBy(definition, request)) layer.touched.add(item);
  return problems;
}
