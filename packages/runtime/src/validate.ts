import type { Json } from './descriptor.ts';
import { streamKind } from './events.ts';
import type { Fetch } from './options.ts';
import type { Failure, RequestContext } from './sdk-error.ts';
import type { StandardIssue, StandardSchema } from './shape/standard-schema.ts';

/** Schemas that a client can use; made by `schemaSet`. */
export interface SchemaSet {
  /** A fetch that holds what it gets against the schema of the operation. */
  validated(options: ValidationOptions, send: Fetch): Fetch;
}

/** What a server sent that the document does not say. */
export interface Report extends RequestContext {
  readonly issues: readonly StandardIssue[];
}

export interface ValidationOptions {
  /**
   * `report` tells `onReport` of every difference and never breaks a call. `throw` makes a contradiction a
   * DecodeError; what a server adds to the document is none. Default `off`.
   */
  readonly validate?: 'off' | 'report' | 'throw' | undefined;
  readonly schemas?: SchemaSet | undefined;
  readonly onReport?: ((report: Report) => void) | undefined;
}

/**
 * Makes schemas usable by a client: one for the whole body of the successes of an operation, by `operationId`.
 * Any Standard Schema validator will do. `json` reads the body, as it does for the calls; default `JSON`.
 */
export function schemaSet(
  schemas: Readonly<Record<string, StandardSchema>>,
  json: Pick<Json, 'parse'> = JSON,
): SchemaSet {
  const byOperation = new Map(Object.entries(schemas));
  return {
    validated:
      ({ validate, onReport }, send) =>
      async (url, init, context) => {
        const response = await send(url, init, context);
        const schema = byOperation.get(context.operation);
        // A stream of events may have no end to wait for.
        if (!schema || !response.ok || streamKind(response.headers)) return response;
        const view = { ...context };
        const found = issuesOf(schema, json, response.clone());
        if (validate === 'throw') {
          const issues = (await found).filter((issue) => !isAddition(issue));
          if (issues.length > 0) throw decodeError(view, response, issues);
        } else void found.then((issues) => issues.length > 0 && onReport?.({ ...view, issues }));
        return response;
      },
  };
}

/** What the schema has against the body. A body that cannot be read or is no JSON is for the call to tell. */
async function issuesOf(
  schema: StandardSchema,
  json: Pick<Json, 'parse'>,
  response: Response,
): Promise<readonly StandardIssue[]> {
  let body: unknown;
  try {
    body = json.parse(await response.text());
  } catch {
    return [];
  }
  try {
    return (await schema['~standard'].validate(body)).issues ?? [];
  } catch (error) {
    return [{ message: `the validator itself failed: ${(error as Error).message}` }];
  }
}

const isAddition = (issue: StandardIssue): boolean => 'addition' in issue && issue.addition === true;

function pathOf({ path = [] }: StandardIssue): string {
  return path.map((key) => `/${String(typeof key === 'object' ? key.key : key)}`).join('');
}

function decodeError(
  context: RequestContext,
  { status, headers }: Response,
  issues: readonly StandardIssue[],
): Failure {
  const { operation, method, url } = context;
  const first = issues.slice(0, 3).map((issue) => `${pathOf(issue) || 'the body'}: ${issue.message}`);
  const more = issues.length > first.length ? ` and ${issues.length - first.length} more` : '';
  const error = new Error(
    `${operation}: ${status} not as documented: ${first.join('; ')}${more}. ${method} ${url}`,
  );
  return Object.assign(error, {
    name: 'DecodeError',
    kind: 'decode' as const,
    ...context,
    status,
    headers,
    cause: issues,
  });
}
