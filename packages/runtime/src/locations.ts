import type { Draft, Location } from './descriptor.ts';
import { refuse } from './request.ts';

/** One number, bigint, boolean or string, percent-encoded. Other things, and halves of characters, are no text. */
export const escaped = (name: string, value: unknown): string =>
  /^[nbs]/.test(typeof value) && !/\p{Cs}/u.test(value as string)
    ? encodeURIComponent(value as string)
    : refuse(name, 'is no text, number or boolean');

const escapedList = (name: string, value: unknown): string =>
  [value]
    .flat()
    .map((item) => escaped(name, item))
    .join();

/** Path, `style: simple`: `1,2` for an array. A value can fill its segment but never change the route. */
export const inPath: Location = (draft, values) => {
  for (const [name, value] of values) fill(draft, name, escapedList(name, value));
};

/** Puts a segment into the path. */
export function fill(draft: Draft, name: string, segment: string): void {
  if (/^\.{0,2}$/.test(segment)) refuse(name, "must not be empty, '.' or '..'");
  draft.path = draft.path.replace(`{${name}}`, segment);
}

/** Query, `style: form, explode: true`: `a=1`, or `a=1&a=2` for an array; nothing for an empty one. */
export const inQuery: Location = (draft, values) => {
  for (const [name, value] of values)
    for (const item of [value].flat())
      addToQuery(draft, `${encodeURIComponent(name)}=${escaped(name, item)}`);
};

/** Puts `name=value` behind what the query has. */
export function addToQuery(draft: Pick<Draft, 'path'>, pair: string): void {
  draft.path += `${draft.path.includes('?') ? '&' : '?'}${pair}`;
}

/** Header, `style: simple`, not percent-encoded. */
export const inHeader: Location = ({ headers }, values) => {
  for (const [name, value] of values) {
    escapedList(name, value);
    headers[name.toLowerCase()] = [value].flat().join();
  }
};

/** Cookie, `style: form`. A browser does not let a page set cookies so. */
export const inCookie: Location = ({ headers }, values) => {
  for (const [name, value] of values)
    for (const item of [value].flat())
      addCookie(headers, `${encodeURIComponent(name)}=${escaped(name, item)}`);
};

/** Puts `name=value` behind the cookies that are there. */
export function addCookie(headers: Draft['headers'], pair: string): void {
  headers['cookie'] = headers['cookie'] ? `${headers['cookie']}; ${pair}` : pair;
}
