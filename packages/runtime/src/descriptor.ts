import type { AnyCall } from './call.ts';
import type { Fetch } from './options.ts';
import type { Values } from './request.ts';
import type { Fail } from './sdk-error.ts';
import type { Signer } from './sign.ts';

/** HTTP methods an OpenAPI document can describe. */
export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS' | 'TRACE' | 'QUERY';

/** How values become the text of JSON and come back; the global `JSON` is one way. */
export interface Json {
  parse(text: string): unknown;
  stringify(value: unknown): string;
}

/** A request in the making. */
export interface Draft {
  readonly json: Json;
  /** Path and query. */
  path: string;
  readonly headers: Record<string, string>;
  body?: NonNullable<RequestInit['body']>;
  /** What the request is sent with. Default: the platform's `fetch`. */
  fetch?: Fetch | undefined;
}

/**
 * Writes input fields into the request, each location and style in its own way: `inPath`, `inQuery` and their kind.
 * Gets the fields that have a value. Throws a TypeError through `refuse` where one cannot be written.
 */
export type Location = (draft: Draft, values: readonly (readonly [name: string, value: unknown])[]) => void;

/** The fields of one location, of which the first `required` must be given. */
export type FieldGroup = readonly [location: Location, required: number, ...fields: string[]];

/** Everything the runtime must know of one operation. Generated, plain data. */
export interface OperationSpec {
  /** The document's `operationId`; it stands in every error message. */
  readonly id: string;
  readonly method: Method | (string & {});
  /** The path template, starting with `/`. Its `{names}` are fields that go `inPath`. */
  readonly path: string;
  /** Where this operation is, if not at the API's base URL. A base URL that the client was given goes before. */
  readonly server?: string;
  /** Where each field of the input goes. Missing: there is no input. */
  readonly fields?: readonly FieldGroup[];
  /** Matches the error statuses that are documented. Missing: the API's. */
  readonly errors?: RegExp;
  /** True when a success may carry no data: no body, or an envelope without data. */
  readonly empty?: boolean;
  /** False when this operation answers without the API's envelope. */
  readonly envelope?: false;
  /** How this operation is signed, where that is not the API's way; false when no authentication is asked for. */
  readonly auth?: false | Signer;
  /** What becomes of an answer that is no JSON: `blobAnswer`, `jsonEvents` and their kind. */
  readonly answer?: Answer;
}

/** A descriptor of an operation whose answer is not, or not only, JSON. */
export interface AnswerSpec extends OperationSpec {
  readonly answer: Answer;
}

/** Adds to a call what its answer can do beside being JSON. `again` makes the same call with another input. */
export interface Answer {
  extend(call: AnyCall, input: Values, fail: Fail, again: (input: Values) => AnyCall): AnyCall;
}

/** The fields of the envelope that wraps every answer: the one to unwrap, and the one that says whether it went well. */
export type EnvelopeKeys = readonly [data: string, success?: string];

/** At most `requests` requests in any `seconds` seconds. */
export interface RateLimit {
  readonly requests: number;
  readonly seconds: number;
}

/** What is true of every operation of an API. Generated. */
export interface ApiDescription {
  /** Read for each call of a client that was given none. */
  readonly baseUrl: string;
  readonly envelope?: EnvelopeKeys;
  readonly rateLimit?: RateLimit;
  /** How its JSON is read and written. Missing: as `JSON` does. */
  readonly json?: Json;
  /** Where the token goes; missing: `Authorization: Bearer`. */
  readonly auth?: Signer;
  /** Matches the error statuses that operations document unless they say otherwise. */
  readonly errors?: RegExp;
}

/** What the client with all operations knows beside that. */
export interface ClientDescription {
  readonly api: ApiDescription;
  /** Inputs that can be given once, to the client. */
  readonly inputs?: readonly string[];
  /** Sent as `User-Agent` outside browsers. */
  readonly userAgent: string;
}
