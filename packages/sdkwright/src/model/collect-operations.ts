import { createClient, definePluginConfig, type IR } from '@hey-api/openapi-ts';
import { SdkwrightError } from '../diagnostics/diagnostic.ts';
import { fieldAt, type JsonObject } from './json.ts';
import { operationSkeleton } from './operation-skeleton.ts';
import type { ParameterLocation } from './sdk-model.ts';

/** One operation as hey-api's parser sees it: path-level parameters merged, `$ref`s followed, an id given. */
export interface CollectedOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly tags: readonly string[];
  readonly parameters: readonly CollectedParameter[];
  readonly body?: { readonly mediaType: string; readonly required: boolean };
  readonly secured: boolean;
}

export interface CollectedParameter {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly required: boolean;
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved: boolean;
}

const locations: readonly ParameterLocation[] = ['path', 'query', 'header', 'cookie'];

/**
 * Runs @hey-api/openapi-ts for its parser alone and hands its operations over, in document order.
 * The only place that knows its plugin API, which may change with any minor version.
 * @throws SdkwrightError `engine-failed` where the parser gives up.
 */
export async function collectOperations(document: JsonObject): Promise<CollectedOperation[]> {
  const operations: CollectedOperation[] = [];
  const collector = definePluginConfig({
    name: 'sdkwright-collector',
    config: {},
    dependencies: [],
    handler: ({ plugin }) => {
      plugin.forEach('operation', ({ operation }) => operations.push(toOperation(operation)), {
        order: 'declarations',
      });
    },
  });
  try {
    await createClient({
      // The parser may write into its input.
      input: { ...structuredClone(operationSkeleton(document)) },
      // Nothing is written, but even a dry run empties the folder it is given.
      output: { path: './.sdkwright-never-written', postProcess: [] },
      dryRun: true,
      logs: { level: 'silent', file: false },
      // What it does to schemas, of which it is given none.
      parser: { transforms: { readWrite: false } },
      plugins: [collector()],
    });
  } catch (cause) {
    throw new SdkwrightError([
      {
        code: 'engine-failed',
        severity: 'error',
        message: `the parser of @hey-api/openapi-ts rejected the document: ${reasonOf(cause)}`,
        help: 'Lint the document (for example with `npx @redocly/cli lint`); if it is valid, report it.',
      },
    ]);
  }
  return operations;
}

/** The parser's own error stands inside of a `JobError` that has no message. */
function reasonOf(cause: unknown): string {
  const inner =
    cause instanceof Error && 'originalError' in cause ? fieldAt(cause.originalError, 'error') : undefined;
  const error = inner ?? cause;
  return error instanceof Error ? error.message : String(error);
}

function toOperation(operation: IR.OperationObject): CollectedOperation {
  return {
    id: operation.operationId ?? operation.id,
    method: operation.method,
    path: operation.path,
    tags: operation.tags ?? [],
    parameters: locations.flatMap((location) => toParameters(operation, location)),
    ...(operation.body
      ? { body: { mediaType: operation.body.mediaType, required: operation.body.required ?? false } }
      : {}),
    secured: (operation.security ?? []).length > 0,
  };
}

function toParameters(operation: IR.OperationObject, location: ParameterLocation): CollectedParameter[] {
  return Object.values(operation.parameters?.[location] ?? {}).map((parameter) => ({
    name: parameter.name,
    in: location,
    required: parameter.required ?? false,
    style: parameter.style,
    explode: parameter.explode,
    allowReserved: parameter.allowReserved ?? false,
  }));
}
