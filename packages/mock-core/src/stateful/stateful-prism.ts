import type {
  PrismInput,
  PrismModules,
  PrismOperation,
  PrismRequest,
  PrismRequestConfig,
  PrismResponse,
  PrismResult,
} from '../prism-modules.ts';
import { bodyFields } from './body-fields.ts';
import { documentOperations, type DocumentOperation } from './inference/document-operations.ts';
import type { InferredOperation } from './inference/inferred-api.ts';
import { documentedNotFound, NotThere } from './not-found.ts';
import type { StateRequest } from './state/change.ts';
import type { State } from './state/state.ts';

/** Decides the answer to a request once Prism has found its operation. */
type Decision = (operation: PrismOperation) => PrismResult<PrismResponse>;

/**
 * Prism with a memory. Prism itself checks the request and gives the documented answer. Where that is a success, the
 * state does what was asked for and replaces the payload, and Prism checks the new answer against the document.
 *
 * What Prism refuses, and what a `Prefer` header asks for, is Prism's own answer and leaves the state as it is.
 */
export function withMemory(
  prism: PrismModules,
  plain: PrismRequest,
  config: PrismRequestConfig,
  state: State,
): PrismRequest {
  const decisions = new WeakMap<PrismInput, Decision>();
  const decided = decidingRequest(prism, config, decisions);
  const steps = stepsOf(state);
  const borrowed = documentedNotFound(state.document);
  return (input, operations, asked) => async () => {
    const documented = await plain(input, operations, asked)();
    if (!isToReplace(documented, asked, config)) return documented;
    const { output } = documented.right;
    decisions.set(input, (operation) => {
      const step = steps.get(stepKey(operation.method, operation.path));
      return step === undefined ? right(output) : fromState(state, step, input, output);
    });
    const answer = await decided(input, operations, asked)();
    if (answer._tag === 'Right' || !(answer.left instanceof NotThere)) return answer;
    const own = await plain(input, operations, { ...asked, mock: { ...asked.mock, code: 404 } })();
    if (own._tag === 'Right' || borrowed === undefined) return own._tag === 'Right' ? own : answer;
    decisions.set(input, () => right(borrowed));
    return decided(input, operations, asked)();
  };
}

function right(response: PrismResponse): PrismResult<PrismResponse> {
  return { _tag: 'Right', right: response };
}

/** An instance of Prism that checks as always, and whose answers are decided here. */
function decidingRequest(
  prism: PrismModules,
  config: PrismRequestConfig,
  decisions: WeakMap<PrismInput, Decision>,
): PrismRequest {
  const logger = prism.createLogger('mock', { level: 'silent' });
  const instance = prism.createInstance(config, {
    logger,
    mock:
      ({ resource, input }) =>
      () =>
        decisions.get(input.data)?.(resource) ?? {
          _tag: 'Left',
          left: new TypeError('No answer was decided.'),
        },
  });
  return instance.request;
}

function isToReplace(
  result: PrismResult,
  { mock: asked }: PrismRequestConfig,
  { mock }: PrismRequestConfig,
): result is Extract<PrismResult, { _tag: 'Right' }> {
  if (result._tag === 'Left') return false;
  const { statusCode } = result.right.output;
  const isChosen =
    asked.code !== undefined || asked.exampleKey !== undefined || asked.dynamic !== mock.dynamic;
  return !isChosen && statusCode >= 200 && statusCode < 300;
}

interface Step {
  readonly inferred: InferredOperation;
  readonly documented: DocumentOperation;
}

function stepsOf({ api, document }: State): Map<string, Step> {
  const documented = new Map(documentOperations(document).map((one) => [stepKey(one.method, one.path), one]));
  return new Map(
    api.operations.flatMap((inferred) => {
      const key = stepKey(inferred.method, inferred.path);
      const found = documented.get(key);
      return found === undefined ? [] : [[key, { inferred, documented: found }] as const];
    }),
  );
}

function stepKey(method: string, path: string): string {
  return `${method.toUpperCase()} ${path}`;
}

function fromState(
  state: State,
  { inferred, documented }: Step,
  input: PrismInput,
  output: PrismResponse,
): PrismResult<PrismResponse> {
  const outcome = state.answer(inferred, stateRequest(state, documented, input), {
    body: output.body,
    schema: documented.answer,
  });
  if ('missing' in outcome) return { _tag: 'Left', left: new NotThere(outcome.missing) };
  return right({ ...output, body: outcome.body });
}

function stateRequest(
  { document }: State,
  { path, inputs }: DocumentOperation,
  { url, headers, body }: PrismInput,
): Omit<StateRequest, 'id'> {
  return {
    path: pathParameters(path, url.path),
    query: url.query ?? {},
    body: bodyFields(document, inputs, body, headers?.['content-type'] ?? ''),
  };
}

/** The values of the parameters of a path template, decoded. */
export function pathParameters(template: string, path: string): Record<string, string> {
  const names = [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
  const pattern = template.split(/\{[^{}]+\}/).map((text) => text.replaceAll(/[^\w/-]/g, String.raw`\$&`));
  const values = new RegExp(`^${pattern.join('([^/]+)')}$`).exec(path)?.slice(1) ?? [];
  return Object.fromEntries(names.map((name, index) => [name, decoded(values[index] ?? '')]));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
