import type { OpenApiDocument } from '../../src/index.ts';
import { documentOperations } from '../../src/stateful/inference/document-operations.ts';
import { inferApi } from '../../src/stateful/inference/infer-api.ts';
import { sample } from '../../src/stateful/inference/sample.ts';
import { createState } from '../../src/stateful/state/state.ts';
import { pathParameters } from '../../src/stateful/stateful-prism.ts';

export interface Asking {
  /** Asks the state and returns the body of its answer, or the words for what is missing. */
  readonly ask: (methodAndTarget: string, body?: Record<string, unknown>) => unknown;
  readonly reset: () => void;
}

/** A state without Prism before it. */
export function asking(document: OpenApiDocument, itemsPerList = 0): Asking {
  const api = inferApi(document);
  const state = createState(document, api, itemsPerList);
  const documented = documentOperations(document);
  return {
    reset: () => state.reset(),
    ask: (methodAndTarget, body = {}) => {
      const [method = '', target = ''] = methodAndTarget.split(' ');
      const { pathname, searchParams } = new URL(target, 'http://localhost');
      const isAsked = (one: { method: string; path: string }): boolean =>
        one.method === method &&
        (one.path === pathname || Object.values(pathParameters(one.path, pathname)).some(Boolean));
      const operation = api.operations.find(isAsked);
      const own = documented.find((one) => one.id === operation?.id);
      if (operation === undefined || own === undefined)
        throw new Error(`The document has no ${methodAndTarget}.`);
      const outcome = state.answer(
        operation,
        { path: pathParameters(operation.path, pathname), query: Object.fromEntries(searchParams), body },
        { body: own.examples[0] ?? sample(document, own.answer), schema: own.answer },
      );
      return 'missing' in outcome ? outcome.missing : outcome.body;
    },
  };
}
