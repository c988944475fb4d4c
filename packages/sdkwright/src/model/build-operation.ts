import type { CollectedOperation } from './collect-operations.ts';
import { operationExtension } from './extension.ts';
import { buildInput } from './input.ts';
import { fieldAt, objectAt, stringAt, type JsonObject } from './json.ts';
import { dereference, pointerOf } from './pointer.ts';
import { acceptOf } from './own-headers.ts';
import { buildParameter, parametersOf } from './parameters.ts';
import { recognisePagination } from './recognise-pagination.ts';
import { buildBody } from './request-body.ts';
import { securityOf } from './security.ts';
import { ownServer } from './servers.ts';
import { buildErrors } from './responses.ts';
import type { Envelope, Operation } from './sdk-model.ts';
import { buildSuccess, withoutBody } from './success-response.ts';

/** The names an operation was given; settled for all operations at once, since they must not clash. */
export interface OperationNames {
  readonly name: string;
  readonly typeName: string;
  readonly group: string;
  readonly method: string;
}

export function buildOperation(
  document: JsonObject,
  collected: CollectedOperation,
  names: OperationNames,
  envelope: Envelope | undefined,
): Operation {
  const pathItem = dereference(document, objectAt(document, 'paths')[collected.path]) ?? {};
  const operation = objectAt(pathItem, collected.method);
  const pointer = pointerOf('paths', collected.path, collected.method);
  const parameters = parametersOf(collected).map((parameter) =>
    buildParameter(document, pathItem, operation, parameter, pointer),
  );
  // fetch sends no body with these, and HTTP gives one no meaning (RFC 9110, 9.3.1).
  const hasBody = collected.body && !/^(get|head|trace)$/.test(collected.method);
  const body = hasBody ? buildBody(document, operation, collected.body.required, pointer) : undefined;
  const server = ownServer(document, pathItem, operation);
  const { query } = operationExtension(operation);
  const answer = buildSuccess(document, operation, pointer, envelope);
  const accept = acceptOf(document, pathItem, operation, answer);
  const success = accept === undefined ? answer : { ...answer, accept };
  const built: Operation = {
    id: collected.id,
    ...names,
    httpMethod: collected.method.toUpperCase(),
    ...(query === undefined ? {} : { query }),
    path: collected.path,
    ...(server === undefined ? {} : { server }),
    pointer,
    ...documentation(operation),
    parameters,
    ...(body ? { body } : {}),
    input: buildInput(document, parameters, body),
    success: collected.method === 'head' ? withoutBody(success) : success,
    errors: buildErrors(document, operation, pointer),
    secured: collected.secured,
    security: securityOf(document, operation),
    cacheEffects: [],
    optimistic: [],
  };
  return withPages(document, built, operation);
}

function documentation(
  operation: JsonObject,
): Pick<Operation, 'summary' | 'description' | 'deprecated' | 'experimental' | 'evidence'> {
  const summary = stringAt(operation, 'summary');
  const description = stringAt(operation, 'description');
  const evidence = stringAt(operation, 'x-evidence');
  const experimental = experimentalReason(operation);
  return {
    ...(summary === undefined ? {} : { summary }),
    ...(description === undefined ? {} : { description }),
    deprecated: fieldAt(operation, 'deprecated') === true,
    ...(evidence === undefined ? {} : { evidence }),
    ...(experimental === undefined ? {} : { experimental }),
  };
}

/** What nobody has seen documented may turn out otherwise; the note says why it is believed. */
export function experimentalReason(holder: unknown): string | undefined {
  // Where the request line itself is inferred, so is the operation, however well its name is known.
  const facets = objectAt(holder, 'x-evidence-of');
  const levels = [stringAt(holder, 'x-evidence'), stringAt(facets, 'method'), stringAt(facets, 'path')];
  if (!levels.includes('inferred')) return undefined;
  return stringAt(holder, 'x-evidence-note') ?? 'Inferred; not seen in the documentation.';
}

/** What the document says of pages, else what can be seen; the runtime writes page fields at the top of an input. */
function withPages(document: JsonObject, operation: Operation, raw: JsonObject): Operation {
  const { pagination: told } = operationExtension(raw);
  if (told === false || operation.input.layout === 'nested') return operation;
  const pagination = told ?? recognisePagination(document, operation);
  return pagination ? { ...operation, pagination } : operation;
}
