import {
  fieldAt,
  isObject,
  listAt,
  numberAt,
  objectAt,
  stringAt,
  stringsIn,
  type JsonObject,
} from './json.ts';
import type { Envelope, Pagination, RateLimit } from './sdk-model.ts';

/** What `x-sdk` at the top of the document says. */
export interface ApiExtension {
  readonly name?: string;
  readonly envelope?: Envelope;
  readonly rateLimit?: RateLimit;
  readonly clientInputs: readonly string[];
}

/** What `x-sdk` on an operation says. */
export interface OperationExtension {
  readonly group?: string;
  readonly method?: string;
  readonly pagination?: Pagination;
}

export function apiExtension(document: JsonObject): ApiExtension {
  const extension = objectAt(document, 'x-sdk');
  const name = stringAt(extension, 'name');
  const envelope = readEnvelope(fieldAt(extension, 'envelope'));
  const rateLimit = readRateLimit(fieldAt(extension, 'rateLimit'));
  return {
    ...(name === undefined ? {} : { name }),
    ...(envelope ? { envelope } : {}),
    ...(rateLimit ? { rateLimit } : {}),
    clientInputs: stringsIn(listAt(extension, 'clientInputs')),
  };
}

export function operationExtension(operation: JsonObject): OperationExtension {
  const extension = objectAt(operation, 'x-sdk');
  const group = stringAt(extension, 'group');
  const method = stringAt(extension, 'method');
  const pagination = readPagination(fieldAt(extension, 'pagination'));
  return {
    ...(group === undefined ? {} : { group }),
    ...(method === undefined ? {} : { method }),
    ...(pagination ? { pagination } : {}),
  };
}

function readEnvelope(value: unknown): Envelope | undefined {
  const data = stringAt(value, 'data');
  return data === undefined ? undefined : { ...strings(value, ['success', 'message', 'meta']), data };
}

function readRateLimit(value: unknown): RateLimit | undefined {
  const requests = numberAt(value, 'requests');
  const seconds = numberAt(value, 'seconds');
  return requests === undefined || seconds === undefined ? undefined : { requests, seconds };
}

function readPagination(value: unknown): Pagination | undefined {
  const page = stringAt(value, 'page');
  if (!isObject(value) || page === undefined) return undefined;
  const defaultSize = numberAt(value, 'defaultSize');
  return {
    style: 'page',
    page,
    items: stringAt(value, 'items') ?? '',
    ...strings(value, ['size', 'info']),
    ...(defaultSize === undefined ? {} : { defaultSize }),
  };
}

function strings<K extends string>(value: unknown, keys: readonly K[]): { readonly [key in K]?: string } {
  const found: { [key in K]?: string } = {};
  for (const key of keys) {
    const text = stringAt(value, key);
    if (text !== undefined) found[key] = text;
  }
  return found;
}
