import { Context, getParser, parseOpenApiSpec, type IrOperation } from '@hey-api/shared';
import { SdkwrightError } from '../diagnostics/diagnostic.ts';
import { isOwnHeader } from './own-headers.ts';
import type { JsonObject } from './json.ts';
import { operationSkeleton, queryMark } from './operation-skeleton.ts';
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

/** Nobody reads its times. */
const logger = { timeEvent: () => ({ timeEnd: () => {} }) };

/**
 * Runs the parser of @hey-api/openapi-ts and hands its operations over, path by path in document order. The only place
 * that knows it; `createClient` would bring it along with printers, a search for configuration and a second bundling.
 * @throws SdkwrightError `engine-failed` where the parser gives up.
 */
export function collectOperations(document: JsonObject): CollectedOperation[] {
  try {
    const context = new Context({
      // What the transforms would do to schemas, of which the parser is given none.
      config: { input: [], parser: getParser({ parser: { transforms: { readWrite: false } } }), plugins: {} },
      dependencies: {},
      logger,
      project: undefined,
      // The parser may write into its input.
      spec: structuredClone(operationSkeleton(document)),
    });
    parseOpenApiSpec(context);
    return Object.values(context.ir.paths ?? {})
      .flatMap((operations) => Object.values(operations))
      .map(toOperation);
  } catch (cause) {
    throw new SdkwrightError([
      {
        code: 'engine-failed',
        severity: 'error',
        message: `the parser of @hey-api/openapi-ts rejected the document: ${cause instanceof Error ? cause.message : String(cause)}`,
        help: 'Lint the document (for example with `npx @redocly/cli lint`); if it is valid, report it.',
      },
    ]);
  }
}

function toOperation(operation: IrOperation): CollectedOperation {
  const { operationId, id, method, path } = operation;
  const isQuery = path.endsWith(queryMark);
  return {
    id: operationId ?? (isQuery ? id.replace(/^post(.*?)[^a-z]*query$/i, 'query$1') : id),
    method: isQuery ? 'query' : method,
    path: isQuery ? path.slice(0, -queryMark.length) : path,
    tags: operation.tags ?? [],
    parameters: locations.flatMap((location) => toParameters(operation, location)),
    ...(operation.body
      ? { body: { mediaType: operation.body.mediaType, required: operation.body.required ?? false } }
      : {}),
    secured: (operation.security ?? []).length > 0,
  };
}

function toParameters(operation: IrOperation, location: ParameterLocation): CollectedParameter[] {
  const all = Object.values(operation.parameters?.[location] ?? {});
  const parameters = all.filter(({ name }) => location !== 'header' || !isOwnHeader(name));
  return parameters.map((parameter) => ({
    name: parameter.name,
    in: location,
    required: parameter.required ?? false,
    style: parameter.style,
    explode: parameter.explode,
    allowReserved: parameter.allowReserved ?? false,
  }));
}
