import type { Answer, Json } from './descriptor.ts';
import { streamOf } from './events.ts';
import type { PageOrder } from './page.ts';
import type { Values } from './request.ts';

/**
 * JSON that loses no digit, for APIs whose document says `int64: exact`. An integer whose digits no number writes is
 * a bigint, every other number a number; a bigint is written digit by digit. A text without 16 digits in a row costs
 * next to nothing more than with `JSON`.
 */
export const exactJson: Json = { parse, stringify };

/** Events with such JSON in them. */
export const exactEvents: Answer = /* @__PURE__ */ streamOf(parse);

/** An order of pages that hold such integers. */
export function exactOrder(order: PageOrder): PageOrder {
  const { items, mark = items } = order;
  return { ...order, mark: (body) => stringify(mark(body)) };
}

function parse(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (!/\d{16}/.test(text)) return value;
  const found: (number | bigint)[] = [];
  const root: Record<string, unknown> = { value: JSON.parse(withMarks(text, found)) };
  const open = [root];
  for (let holder = open.pop(); holder; holder = open.pop())
    for (const key of Object.keys(holder)) {
      const field = holder[key];
      if (typeof field === 'object' && field !== null) open.push(field as Record<string, unknown>);
      else if (isMark(field)) holder[key] = found[field / Number.MIN_VALUE - 1];
    }
  return root['value'];
}

/** Numbers this near to 0 stand for those that were found: real ones of that size are among these. */
const isMark = (value: unknown): value is number =>
  typeof value === 'number' && value !== 0 && Math.abs(value) < 1e-300;

/**
 * The text with a mark in place of each integer that becomes a bigint. A mark is the place in `found`, in units of
 * the smallest number there is. What stands in quotes is passed over, without a regular expression: of a text of
 * millions of escapes it would remember each.
 */
function withMarks(text: string, found: (number | bigint)[]): string {
  const marked = (token: string): string => {
    const number = Number(token);
    const exact = /^-?\d{16,}$/.test(token) && token !== `${number}` ? BigInt(token) : number;
    return typeof exact === 'bigint' || isMark(exact) ? String(found.push(exact) * Number.MIN_VALUE) : token;
  };
  let all = '';
  for (let from = 0; ;) {
    const start = text.indexOf('"', from);
    const between = text.slice(from, start < 0 ? undefined : start);
    all += /\d{16}|e-/i.test(between) ? between.replace(/-?\d[\d.eE+-]*/g, marked) : between;
    if (start < 0) return all;
    from = endOfString(text, start) + 1;
    all += text.slice(start, from);
  }
}

/** Where the quote is that ends the string which begins at `start`. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text[end - 1 - escapes] === '\\') escapes++;
    if (escapes % 2 === 0) return end;
  }
}

function stringify(value: unknown): string {
  // Where somebody gave bigints a `toJSON`, the value that comes here is a text already.
  const written = (change: (found: bigint) => unknown): string =>
    JSON.stringify(value, function (this: Values, key, changed: unknown) {
      const own = this[key];
      return typeof own === 'bigint' ? change(own) : changed;
    });
  let isPlain = true;
  const plain = written(() => {
    isPlain = false;
    return 0;
  });
  if (isPlain) return plain;
  let mark = '';
  do mark = String(Math.random()).slice(2);
  while (plain.includes(mark));
  return written((found) => `${mark}:${found}`).replace(new RegExp(`"${mark}:(-?\\d+)"`, 'g'), '$1');
}
