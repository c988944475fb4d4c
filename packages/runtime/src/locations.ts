import type { Draft, Location } from './descriptor.ts';
import { refuse } from './request.ts';

/** One number, bigint, boolean or string, percent-encoded. Half a character is a URIError. */
export const escaped = (name: string, value: unknown): string =>
  /^[nbs]/.test(typeof value) ? encodeURIComponent(value as string) : refuse(name, 'is no text or number');

/** Path, one value. It can fill its segment but never change the route. */
export const inPath: Location = (draft, values) => {
  for (const [name, value] of values) fill(draft, name, escaped(name, value));
};

/** Puts a segment into the path. */
export function fill(draft: Draft, name: string, segment: string): void {
  if (/^\.{0,2}$/.test(segment)) refuse(name, 'is empty or dots');
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
    const items = [value].flat();
    for (const item of items) escaped(name, item);
    headers[name.toLowerCase()] = items.join();
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
