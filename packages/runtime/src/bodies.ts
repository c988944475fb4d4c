import type { Draft, Json, Location } from './descriptor.ts';
import { escaped } from './locations.ts';
import { refuse } from './request.ts';
import { deepPieces } from './styles.ts';

const jsonType = 'application/json';

/** A value that is the JSON body, where JSON goes by another name, such as `application/merge-patch+json`. */
export function jsonBody(type: string): Location {
  return (draft, values) => {
    for (const [, value] of values) send(draft, type, draft.json.stringify(value));
  };
}

/** Fields of a JSON object, which is sent even when all are left out, where JSON goes by another name. */
export function jsonFields(type: string): Location {
  return (draft, values) => send(draft, type, draft.json.stringify(Object.fromEntries(values)));
}

/** The one value that is the JSON body. */
export const asBody: Location = /* @__PURE__ */ jsonBody('application/json');

/** The fields of a JSON object, which is sent even when all are left out. */
export const inBody: Location = /* @__PURE__ */ jsonFields('application/json');

/** A body that may be left out: where none of its fields is given, none is sent. */
export function optionalBody(location: Location): Location {
  return (draft, values) => {
    if (values.length > 0) location(draft, values);
  };
}

/** Newline-delimited JSON: one line for each item of a list. */
export function linesBody(type: string): Location {
  return (draft, values) => {
    for (const [name, value] of values) {
      if (!Array.isArray(value)) refuse(name, 'is no list');
      send(draft, type, value.map((item) => `${draft.json.stringify(item)}\n`).join(''));
    }
  };
}

/** A text, a number, a boolean or a file, sent as it is. A Blob with a type of its own goes by that. */
export function rawBody(type: string): Location {
  return (draft, values) => {
    for (const [name, given] of values) {
      const value = /^[nb]/.test(typeof given) ? String(given) : given;
      if (typeof value !== 'string' && !isBinary(value)) refuse(name, 'is no text and no Blob');
      // A range such as `image/*` is no type to send.
      const named = (value as Partial<Blob>).type || type;
      send(draft, named.includes('*') ? 'application/octet-stream' : named, value as Blob | string);
    }
  };
}

/** Fields of `application/x-www-form-urlencoded`; lists repeat the name, objects are JSON. */
export const inForm: Location = (draft, values) =>
  sendForm(
    draft,
    values.flatMap(([name, value]) =>
      [value].flat().map((item) => {
        const text: unknown = Object(item) === item ? draft.json.stringify(item) : item;
        return `${encodeURIComponent(name)}=${escaped(name, text)}`;
      }),
    ),
  );

/** The same with `style: deepObject`: `name[key]=value`. */
export const inDeepForm: Location = (draft, values) =>
  sendForm(
    draft,
    values.flatMap(([name, value]) => deepPieces(name, value)),
  );

/**
 * Fields of `multipart/form-data`: files as Blob or File, lists as a part per item, objects as JSON text.
 * `fetch` writes the content type, with the boundary.
 */
export const inMultipart: Location = (draft, values) => sendParts(draft, values);

/** The same with a content type for each part, as its `encoding` asks. */
export function partsOfType(type: string): Location {
  return (draft, values) => sendParts(draft, values, type);
}

/** What a body that may go as JSON or as `multipart/form-data` needs to know beside its fields. */
export interface JsonOrParts {
  /** What JSON is called. Default `application/json`. */
  readonly json?: string;
  /** Fields that only go as parts. */
  readonly only?: readonly string[];
  /** Content types of parts, by field. */
  readonly types?: Readonly<Record<string, string>>;
}

/** Fields of a JSON object; of `multipart/form-data` where a file is among them, or a field that only goes so. */
export function inJsonOrParts({ json = jsonType, only = [], types = {} }: JsonOrParts = {}): Location {
  const asJson = jsonFields(json);
  return (draft, values) => {
    const isParts = values.some(([name, value]) => only.includes(name) || [value].flat().some(isBinary));
    if (!isParts) asJson(draft, values);
    else for (const [name, value] of values) sendParts(draft, [[name, value]], types[name]);
  };
}

/** The same for a body that is one value. */
export function asJsonOrParts(options: JsonOrParts = {}): Location {
  const fields = wholeForm(inJsonOrParts(options));
  const asJson = jsonBody(options.json ?? jsonType);
  return (draft, values) => {
    for (const value of values)
      (Object(value[1]) === value[1] && !Array.isArray(value[1]) ? fields : asJson)(draft, [value]);
  };
}

/** An object whose fields nobody has listed, as the fields of a form: `wholeForm(inForm)`. */
export function wholeForm(location: Location): Location {
  return (draft, values) => {
    for (const [name, value] of values) {
      if (typeof value !== 'object' || value === null) refuse(name, 'is no object');
      location(
        draft,
        Object.entries(value).filter(([, field]) => field !== undefined),
      );
    }
  };
}

const isBinary = (value: unknown): value is Blob | ArrayBuffer | ArrayBufferView =>
  value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value);

function send(draft: Draft, type: string, body: NonNullable<Draft['body']>): void {
  draft.body = body;
  draft.headers['content-type'] ??= type;
}

function sendForm(draft: Draft, pieces: readonly string[]): void {
  const before = typeof draft.body === 'string' && draft.body !== '' ? [draft.body] : [];
  send(draft, 'application/x-www-form-urlencoded', [...before, ...pieces].join('&'));
}

function sendParts(draft: Draft, values: Parameters<Location>[1], type?: string): void {
  const form = draft.body instanceof FormData ? draft.body : new FormData();
  draft.body = form;
  for (const [name, value] of values)
    for (const item of [value].flat()) {
      const part = partOf(draft.json, item, type);
      if (typeof part === 'string') form.append(name, part);
      else form.append(name, part);
    }
}

function partOf(json: Json, value: unknown, type: string | undefined): string | Blob {
  if (value instanceof Blob) return value;
  if (isBinary(value)) return new Blob([value as ArrayBuffer], type === undefined ? {} : { type });
  const text = Object(value) === value ? json.stringify(value) : String(value);
  // A Blob has a file name on the wire, and some servers then take it for a file: only where a type is asked for.
  return type === undefined ? text : new Blob([text], { type });
}
