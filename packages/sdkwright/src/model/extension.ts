import {
  fieldAt,
  listAt,
  numberAt,
  objectAt,
  stringAt,
  stringsAt,
  stringsIn,
  type JsonObject,
} from './json.ts';
import type { Pagination } from './pagination.ts';
import type { Envelope, RateLimit } from './sdk-model.ts';
import { toldPagination } from './told-pagination.ts';

/** What `x-sdk` at the top of the document says. */
export interface ApiExtension {
  readonly name?: string;
  readonly envelope?: Envelope;
  readonly rateLimit?: RateLimit;
  readonly clientInputs: readonly string[];
  /** Where integers of 64 bits may be bigints. */
  readonly exactInt64?: true;
  /** Where answers may have other values than an enum knows. */
  readonly openEnums?: true;
}

/** What `x-sdk` on an operation says. */
export interface OperationExtension {
  readonly group?: string;
  readonly method?: string;
  /** Whether it only reads, whatever its HTTP method. */
  readonly query?: boolean;
  /** False where a list is said to have no pages. */
  readonly pagination?: Pagination | false;
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
    ...(stringAt(extension, 'int64') === 'exact' ? { exactInt64: true } : {}),
    ...(stringAt(extension, 'enums') === 'open' ? { openEnums: true } : {}),
  };
}

export function operationExtension(operation: JsonObject): OperationExtension {
  const extension = objectAt(operation, 'x-sdk');
  const group = stringAt(extension, 'group');
  const method = stringAt(extension, 'method');
  const query = fieldAt(extension, 'query');
  const pagination = toldPagination(fieldAt(extension, 'pagination'));
  return {
    ...(group === undefined ? {} : { group }),
    ...(method === undefined ? {} : { method }),
    ...(typeof query === 'boolean' ? { query } : {}),
    ...(pagination === undefined ? {} : { pagination }),
  };
}

function readEnvelope(value: unknown): Envelope | undefined {
  const data = stringAt(value, 'data');
  return data === undefined ? undefined : { ...stringsAt(value, ['success', 'message', 'meta']), data };
}

function readRateLimit(value: unknown): RateLimit | undefined {
  const requests = numberAt(value, 'requests');
  const seconds = numberAt(value, 'seconds');
  return requests === undefined || seconds === undefined ? undefined : { requests, seconds };
}
