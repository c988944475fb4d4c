import type { Pagination } from './page.ts';
import type { Signer } from './sign.ts';

/** HTTP methods an OpenAPI document can describe. */
export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS' | 'TRACE';

/**
 * Prints one value the way the document's `style` asks, percent-encoding included: in a query the whole
 * `name=value` piece, elsewhere the value alone. The message of what it throws completes "'name' …".
 */
export type FieldEncoder = (name: string, value: unknown) => unknown;

/** An input field that needs more words than its name. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  /** Missing: the place's default style. */
  readonly encode?: FieldEncoder | undefined;
}

/** `name`, `name!` when required, or the long form where the style is not the default or the name has a `!`. */
export type FieldSpec = string | Field;

/** Gives to `use` what `encode` makes of each field that has a value, in the input or in `values`. */
export type TakeFields = (
  fields: readonly FieldSpec[] | undefined,
  encode: FieldEncoder,
  use: (printed: unknown, name: string) => void,
  values?: Readonly<Record<string, unknown>>,
) => void;

/** A request in the making. */
export interface Draft {
  /** Path and query. */
  path: string;
  readonly headers: Record<string, string>;
  body?: NonNullable<RequestInit['body']>;
}

/** Moves one kind of input into the request. An operation has those parts that its fields need. */
export type Part = (draft: Draft, take: TakeFields, spec: OperationSpec) => void;

/** A request body that is not JSON, made by `form` or `multipart`. */
export interface BodyEncoder {
  /** The fields of the body; `true` when it is one value, `optional` when that may be missing. */
  readonly fields: readonly FieldSpec[] | true | 'optional';
  /** The `content-type`; empty where `fetch` writes it, as for multipart boundaries. */
  readonly type: string;
  readonly encode: (value: unknown) => NonNullable<RequestInit['body']>;
}

/** Everything the runtime must know of one operation. Generated, frozen, plain data. */
export interface OperationSpec {
  /** The document's `operationId`; it stands in every error message. */
  readonly id: string;
  readonly method: Method;
  /** The path template, starting with `/`. Its `{names}` are required input fields. */
  readonly path: string;
  /** Styles of path parameters, by name, where they are not `simple`. */
  readonly params?: Readonly<Record<string, FieldEncoder>>;
  readonly query?: readonly FieldSpec[];
  readonly header?: readonly FieldSpec[];
  readonly cookie?: readonly FieldSpec[];
  /** The fields of a JSON object; `true` for one JSON value, `optional` when that may be missing; or another encoding. */
  readonly body?: readonly FieldSpec[] | true | 'optional' | BodyEncoder;
  /** `nested` when the input is `{ path, query, header, cookie, body }`: names clash, or the body is no object. */
  readonly input?: Part;
  /** What moves the input into the request. `operation` uses all parts; `leanOperation` those that stand here. */
  readonly parts?: readonly Part[];
  /** Documented error statuses; 4 and 5 stand for `4XX` and `5XX`. Missing: the API's list. */
  readonly errors?: readonly number[];
  /** True when a success may carry no data: no body, or an envelope without data. */
  readonly empty?: boolean;
  /** False when this operation answers without the API's envelope. */
  readonly envelope?: false;
  /** False when the document asks for no authentication here. */
  readonly auth?: false;
  /** How the pages of a list follow each other, made by `byPage`. */
  readonly page?: Pagination;
}

/** The names of the envelope that wraps every answer. */
export interface EnvelopeKeys {
  readonly success: string;
  readonly data: string;
}

/** At most `requests` requests in any `seconds` seconds. */
export interface RateLimit {
  readonly requests: number;
  readonly seconds: number;
}

/** What is true of every operation of an API. Generated; `Inputs` are those that a client can be given. */
export interface ApiDescription<Inputs extends object = never> {
  readonly baseUrl: string;
  readonly envelope?: EnvelopeKeys;
  readonly rateLimit?: RateLimit;
  /** Inputs that can be given once, to the client. */
  readonly inputs?: readonly (keyof Inputs & string)[];
  /** Where the token goes; missing: `Authorization: Bearer`. */
  readonly auth?: Signer;
  /** Error statuses that operations document unless they say otherwise. */
  readonly errors?: readonly number[];
  /** Sent as `User-Agent` outside browsers. */
  readonly userAgent: string;
}
