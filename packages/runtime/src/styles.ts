import type { Draft, Location } from './descriptor.ts';
import { addToQuery, escaped, fill, inHeader, inQuery } from './locations.ts';

// The styles of OpenAPI 3.1, section 4.8.12.3, beside those that a document need not name.

/** The pieces of a value: `a`, `b` of a list; of an object `k`, `v`, or `k=v` where it explodes; else the value. */
function pieces(name: string, value: unknown, explode: boolean): string[] {
  if (Array.isArray(value)) return value.map((item) => escaped(name, item));
  if (!isObject(value)) return [escaped(name, value)];
  return Object.entries(value).flatMap(([key, item]) =>
    explode
      ? `${encodeURIComponent(key)}=${escaped(name, item)}`
      : [encodeURIComponent(key), escaped(name, item)],
  );
}

/** Path, any style of it: `a,b`, `.a.b`, `;name=a;name=b`. */
export function pathStyle(style: 'simple' | 'label' | 'matrix', explode: boolean): Location {
  return (draft, values) => {
    for (const [name, value] of values) {
      const all = pieces(name, value, explode);
      const named = (text: string): string => `;${name}=${text}`;
      if (style === 'simple') fill(draft, name, all.join());
      else if (style === 'label') fill(draft, name, `.${all.join(explode ? '.' : ',')}`);
      else if (!explode) fill(draft, name, named(all.join()));
      else fill(draft, name, all.map((piece) => (isObject(value) ? `;${piece}` : named(piece))).join(''));
    }
  };
}

/** Query, without `explode`: `name=a,b`, `name=a%20b`, `name=a%7Cb`; of an object `name=k,v`. */
function separated(separator: string): Location {
  return (draft, values) => {
    for (const [name, value] of values)
      addToQuery(draft, `${encodeURIComponent(name)}=${pieces(name, value, false).join(separator)}`);
  };
}

/** Query, `style: form`, `explode: false`. A comma within an item is `%2C`. */
export const commaSeparated: Location = /* @__PURE__ */ separated(',');

/** Query, `style: spaceDelimited`, `explode: false`. */
export const spaceDelimited: Location = /* @__PURE__ */ separated('%20');

/** Query, `style: pipeDelimited`, `explode: false`. */
export const pipeDelimited: Location = /* @__PURE__ */ separated('%7C');

/** Query, `style: form`, `explode: true`, of an object: `x=1&y=2`. What is no object goes by its own name. */
export const asProperties: Location = (draft, values) => {
  for (const [name, value] of values)
    inQuery(draft, isObject(value) ? Object.entries(value) : [[name, value]]);
};

/** Query, `style: deepObject`: `name[x]=1&name[y][0]=2`. Lists have indices: the specification is silent on them. */
export const deepObject: Location = (draft, values) => {
  for (const [name, value] of values) for (const piece of deepPieces(name, value)) addToQuery(draft, piece);
};

/** Query, `allowReserved: true`: `/`, `:`, `?` and their kind stay as they are, but for what ends the value. */
export const reservedInQuery: Location = (draft, values) => {
  for (const [name, value] of values)
    for (const item of [value].flat()) {
      escaped(name, item);
      const text = encodeURI(String(item)).replace(/[&+#]/g, encodeURIComponent);
      addToQuery(draft, `${encodeURIComponent(name)}=${text}`);
    }
};

/** Header, `style: simple`, `explode: true`, of an object: `k=v,k2=v2`. Not percent-encoded. */
export const headerProperties: Location = /* @__PURE__ */ changed(inHeader, (value) =>
  isObject(value) ? Object.entries(value).map(([key, item]) => `${key}=${String(item)}`) : value,
);

/** A list or an object as one text, `a,b` or `k,v`, at the place of `location`. `separator`: default a comma. */
export function joined(location: Location, separator?: string): Location {
  return changed(location, (value) =>
    (isObject(value) ? Object.entries(value).flat() : [value].flat()).join(separator),
  );
}

/** What may be null is left out then, at the place of `location`: it is as if it were not there (RFC 6570, section 2.3). */
export function unlessNull(location: Location): Location {
  return (draft, values) =>
    location(
      draft,
      values.filter(([, value]) => value !== null),
    );
}

/** A parameter whose `content` is JSON, at the place of `location`. */
export function jsonText(location: Location): Location {
  return changed(location, (value, { json }) => json.stringify(value));
}

function changed(location: Location, change: (value: unknown, draft: Draft) => unknown): Location {
  return (draft, values) =>
    location(
      draft,
      values.map(([name, value]) => [name, change(value, draft)]),
    );
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `name[key]=value` for every value that is no object and no list, however deep it stands. */
export function deepPieces(name: string, value: unknown): string[] {
  if (typeof value !== 'object' || value === null)
    return [`${encodeURIComponent(name)}=${escaped(name, value)}`];
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
    item === undefined ? [] : deepPieces(`${name}[${key}]`, item),
  );
}
