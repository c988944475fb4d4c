import type { JsonObject } from './json.ts';
import type { Pagination } from './pagination.ts';

/** A JSON Schema as it stands in the document; `true` allows everything. */
export type Schema = JsonObject | boolean;

/**
 * All that the emitters, the differ and the contract tests need to know of a document.
 * Plain JSON: what cannot be printed is not in it.
 */
export interface SdkModel {
  /** Name and version of the generator, as every header shows it: `sdkwright 1.0.0`. */
  readonly generator: string;
  /** The whole document, bundled and with the overlay applied. */
  readonly original: JsonObject;
  /** The same as the packages have it: every operation with an id, what is sent told from what is received. */
  readonly document: JsonObject;
  readonly api: Api;
  readonly groups: readonly Group[];
  readonly operations: readonly Operation[];
  readonly schemas: readonly NamedSchema[];
  readonly webhooks: readonly Notification[];
  readonly callbacks: readonly Callback[];
}

/** A request that the API sends by itself. */
export interface Notification {
  /** Name of the webhook or of the callback; several notifications may share one. */
  readonly name: string;
  readonly httpMethod: string;
  readonly pointer: string;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated: boolean;
  readonly body?: Schema;
  /** An object schema; names are in lower case. */
  readonly headers?: JsonObject;
  /** An object schema. */
  readonly query?: JsonObject;
  /** The body that the API wants to be answered with. */
  readonly response?: Schema;
}

export interface Callback extends Notification {
  /** `name` of the operation that asks for it. */
  readonly operation: string;
}

export interface Api {
  /** Name of the client class, such as `WebWork`. */
  readonly name: string;
  /** npm scope of the packages, such as `@webwork-sdk`. */
  readonly scope: string;
  /** Version of the client package, for its `User-Agent`. */
  readonly packageVersion: string;
  readonly title: string;
  readonly version: string;
  /** `sha256:…` over the document without its prose: it changes when the API does. */
  readonly hash: string;
  /** `sha256:…` over the whole document. */
  readonly documentHash: string;
  /** First server URL, its variables at their defaults, without a slash at the end. */
  readonly baseUrl: string;
  /** What there is to choose from; empty where that is one server without variables. */
  readonly servers: readonly Server[];
  readonly auth: readonly SecurityScheme[];
  /** Which fields of a response body hold what, if the API wraps its results. */
  readonly envelope?: Envelope;
  /** Documented limit that the client keeps by itself. */
  readonly rateLimit?: RateLimit;
  /** Inputs that may be given once, to the client. */
  readonly clientInputs: readonly ClientInput[];
  /** Where an integer of 64 bits may be a bigint, so that it loses no digit. */
  readonly exactInt64?: true;
}

/** A server of the document, by the name that callers choose it with. */
export interface Server {
  readonly name: string;
  /** With its variables in braces, without a slash at the end. */
  readonly url: string;
  readonly description?: string;
  /** Those that the URL has. */
  readonly variables: readonly ServerVariable[];
}

export interface ServerVariable {
  readonly name: string;
  /** Empty where it may be any text. */
  readonly values: readonly string[];
  /** Without one, callers must give a value. */
  readonly default?: string;
  readonly description?: string;
}

export interface ClientInput {
  readonly name: string;
  readonly schema: Schema;
}

export interface Envelope {
  readonly success?: string;
  readonly data: string;
  readonly message?: string;
  readonly meta?: string;
}

export interface RateLimit {
  readonly requests: number;
  readonly seconds: number;
}

/** How the token travels. OAuth2 and OpenID Connect tokens are bearer tokens (RFC 6750). */
export interface SecurityScheme {
  readonly name: string;
  readonly kind: 'bearer' | 'basic' | 'header' | 'query' | 'cookie';
  /** Name of the header, query parameter or cookie of an apiKey scheme. */
  readonly parameter?: string;
}

/** Operations that share a tag: one module per package, one property of the client. */
export interface Group {
  /** Property of the client, such as `projectViewers`. */
  readonly name: string;
  readonly typeName: string;
  /** Module name, such as `project-viewers`. */
  readonly file: string;
  readonly title: string;
  readonly description?: string;
}

export interface NamedSchema {
  readonly name: string;
  readonly file: string;
  readonly pointer: string;
  readonly schema: Schema;
}

/** How a body is written and read. `file` is anything that is neither text nor one of the others. */
export type MediaKind = 'json' | 'form' | 'multipart' | 'lines' | 'text' | 'file' | 'events';

export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie';

export interface Operation {
  /** operationId; made of method and path where the document has none. */
  readonly id: string;
  /** Identifier of the generated function; the id, unless that is no identifier. */
  readonly name: string;
  readonly typeName: string;
  /** `name` of its group. */
  readonly group: string;
  /** Method on the group's property, such as `list`. */
  readonly method: string;
  readonly httpMethod: string;
  /** Whether it only reads, where the document says so; else GET and HEAD do. */
  readonly query?: boolean;
  readonly path: string;
  /** URL of the server, where it is not that of the document. */
  readonly server?: string;
  readonly pointer: string;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated: boolean;
  /** Why consumers should not lean on this operation yet. */
  readonly experimental?: string;
  readonly evidence?: string;
  readonly parameters: readonly Parameter[];
  readonly body?: RequestBody;
  readonly input: Input;
  readonly success: SuccessResponse;
  readonly errors: readonly ErrorResponse[];
  /** Whether any security scheme applies to it. */
  readonly secured: boolean;
  /** Alternatives, each with the names of the schemes that belong together; an empty one asks for nothing. */
  readonly security: readonly (readonly string[])[];
  readonly pagination?: Pagination;
  /** What it does to cached queries; empty for queries. */
  readonly cacheEffects: readonly CacheEffect[];
  /** What can be shown of it before the server has answered; empty where nothing can. */
  readonly optimistic: readonly OptimisticChange[];
}

/** A change of cached data that a mutation is about to cause. */
export interface OptimisticChange {
  /** id of the query whose data changes. */
  readonly query: string;
  /** Inputs that must be equal for an entry to be meant. */
  readonly match: readonly string[];
  /** In a list: the input with the `id` of the item that is meant. Absent: the data is the item. */
  readonly item?: string;
  /** `merge`: the item takes `fields` of the input. `drop`: it leaves the list. `add`, `remove`: a member of it. */
  readonly kind: 'merge' | 'drop' | 'add' | 'remove';
  readonly fields?: readonly string[];
  /** The field with the members. */
  readonly list?: string;
  /** The input that names the member, and the field of a member that it is compared with. */
  readonly id?: string;
  readonly key?: string;
  /** id of the list query in whose cached data an added member is looked up, by `id`. */
  readonly from?: string;
  /** Where the fields of an added member come from: `{ project_name: 'name' }`. */
  readonly take?: Readonly<Record<string, string>>;
}

/** One edge from a mutation to a query. */
export interface CacheEffect {
  /** id of the query. */
  readonly query: string;
  /** `invalidate`: fetch it again. `fill`: the answer is its data. `remove`: its item is gone. */
  readonly kind: 'invalidate' | 'fill' | 'remove';
  /** Inputs that must be equal for an entry to be meant; empty: every entry of the query. */
  readonly match: readonly string[];
  /** `fill`: where the query's inputs come from; of the answer by field, such as `{ taskId: 'id' }`. */
  readonly fill?: {
    readonly fromInput: readonly string[];
    readonly fromAnswer: Readonly<Record<string, string>>;
  };
  /** A sentence for people. */
  readonly reason: string;
}

export interface Parameter {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly required: boolean;
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** The media type of a parameter that has `content` in place of a style. */
  readonly mediaType?: string;
  readonly schema: Schema;
  readonly pointer: string;
  readonly example?: unknown;
}

export interface RequestBody {
  readonly required: boolean;
  /** The one the client sends; JSON where there is a choice. */
  readonly mediaType: string;
  readonly mediaTypes: readonly string[];
  readonly kind: MediaKind;
  /** The fields that only go as parts, where a JSON body may go as `multipart/form-data` too. */
  readonly partsOnly?: readonly string[];
  /** How single fields of a form or of parts are written, where the document says. */
  readonly encoding: Readonly<Record<string, FieldEncoding>>;
  readonly schema: Schema;
  readonly pointer: string;
  readonly examples: readonly NamedExample[];
}

export interface FieldEncoding {
  readonly contentType?: string;
  readonly style?: string;
  readonly explode?: boolean;
}

export interface NamedExample {
  readonly name: string;
  readonly value: unknown;
  readonly pointer: string;
}

/**
 * What a call takes. `flat`: path, query, header, cookie and body fields side by side.
 * `nested`: one property per location, where a name stands in two of them or the body is no object.
 */
export interface Input {
  readonly layout: 'flat' | 'nested';
  /** Whether a call without any input is possible. */
  readonly required: boolean;
  /** An object schema put together from parameters and body. */
  readonly schema: JsonObject;
  readonly fields: readonly InputField[];
}

export interface InputField {
  readonly name: string;
  readonly in: ParameterLocation | 'body';
  readonly required: boolean;
}

/** A header of an answer. */
export interface ResponseHeader {
  readonly name: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description?: string;
  /** Its schema, references followed. */
  readonly schema: JsonObject;
}

export interface SuccessResponse {
  readonly status: string;
  /** Further statuses that answer with JSON of another kind; the schema allows each of these, too. */
  readonly further?: readonly string[];
  /** Absent if none is documented. */
  readonly headers?: readonly ResponseHeader[];
  readonly mediaType?: string;
  /** Absent if there is no body. */
  readonly kind?: MediaKind;
  /** Where the answer may come as a stream of events, or of lines of JSON: the schema of their data. */
  readonly events?: { readonly mediaType: string; readonly schema: Schema };
  /** The body as sent; absent if there is none. */
  readonly schema?: Schema;
  readonly pointer: string;
  /** What awaiting a call gives: the body, or the envelope's data. Absent if there is none. */
  readonly result?: Schema;
  /** Where a success may have no body. */
  readonly bodyOptional?: true;
  /** Whether there may be no body, or an envelope without its data. */
  readonly resultOptional: boolean;
  readonly unwrapped: boolean;
  /** What the document's own `Accept` parameter asks for. */
  readonly accept?: string;
  /** What becomes of documented redirects: they lead to the answer, or are it. Absent if none is documented. */
  readonly redirects?: 'followed' | 'result';
  readonly examples: readonly NamedExample[];
}

export interface ErrorResponse {
  /** `404`, `4XX` or `default`. */
  readonly status: string;
  readonly description: string;
  /** Absent if none is documented. */
  readonly headers?: readonly ResponseHeader[];
  readonly mediaType?: string;
  readonly schema?: Schema;
  readonly pointer: string;
  readonly examples: readonly NamedExample[];
}
