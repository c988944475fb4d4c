import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asBody,
  byOffset,
  createClient,
  exactJson,
  exactOrder,
  previousPage,
  schemaSet,
} from '../src/index.ts';
import { schemaOf } from '../src/shape/index.ts';
import { answering } from './observed-fetch.ts';
import { sent } from './sent-request.ts';

const big = 9_007_199_254_740_993n;

describe('reading', () => {
  test.each<[string, unknown]>([
    ['9007199254740993', big],
    ['-9007199254740993', -big],
    ['9007199254740991', 9_007_199_254_740_991],
    ['9007199254740992', 9_007_199_254_740_992],
    // 2^63 is a number, but one that is written with other digits.
    ['9223372036854775808', 9_223_372_036_854_775_808n],
    ['12345678901234567890123', 12_345_678_901_234_567_890_123n],
    ['1234567890.1234567890123456', 1_234_567_890.123_456_7],
    ['0.12345678901234567890', 0.123_456_789_012_345_68],
    ['1e30', 1e30],
    ['[1e-320,9007199254740993,-5e-324]', [1e-320, big, -5e-324]],
    ['[-0,9007199254740993,0]', [-0, big, 0]],
    ['{"9007199254740993":"9007199254740993"}', { '9007199254740993': '9007199254740993' }],
    [String.raw`["\\\"9007199254740993\\",9007199254740993]`, [String.raw`\"9007199254740993` + '\\', big]],
  ])('%s', (text, want) => {
    expect(exactJson.parse(text)).toStrictEqual(want);
  });

  test('numbers of hundreds of digits', () => {
    const zeros = '0'.repeat(310);
    expect(exactJson.parse(`[1${zeros},0.${zeros}1]`)).toEqual([10n ** 310n, 1e-311]);
  });

  test('a field called __proto__ is a field', () => {
    const value = exactJson.parse('{"__proto__":9007199254740993}') as object;
    expect(Object.entries(value)).toEqual([['__proto__', big]]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  test('what is no JSON is a SyntaxError', () => {
    expect(() => exactJson.parse('{"id":9007199254740993')).toThrow(SyntaxError);
  });
});

describe('writing', () => {
  test('digit by digit, and all else as JSON.stringify does', () => {
    const at = new Date('2026-01-02T03:04:05Z');
    const value = { id: big, at, none: undefined, list: [undefined, -1n], text: `0.5:${big}` };
    expect(exactJson.stringify(value)).toBe(
      '{"id":9007199254740993,"at":"2026-01-02T03:04:05.000Z","list":[null,-1],"text":"0.5:9007199254740993"}',
    );
    expect(exactJson.stringify(undefined)).toBe(undefined);
  });

  test('where somebody gave bigints a toJSON', () => {
    const prototype: { toJSON?: () => string } = BigInt.prototype as never;
    prototype.toJSON = () => 'text';
    try {
      expect(exactJson.stringify([big])).toBe('[9007199254740993]');
    } finally {
      delete prototype.toJSON;
    }
  });
});

const near = fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n });
const edge = fc.bigInt({ min: 2n ** 53n - 9n, max: 2n ** 53n + 9n });
const digits = fc.stringMatching(/^-?[1-9]\d{14,24}$/);
const { value: anyValue } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    near,
    edge,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.double({ min: -1e-300, max: 1e-300, noNaN: true }),
    fc.integer(),
    digits,
    fc.string({ unit: 'binary' }),
    fc.constantFrom(null, true, -0, '\\', '"', '\\"', '5e-324'),
    fc.array(tie('value')),
    fc.dictionary(fc.oneof(fc.string(), digits, fc.constant('\\"')), tie('value')),
  ),
}));

/** As it must come back: a bigint where no number is written alike, else the number. */
function asRead(value: unknown): unknown {
  if (typeof value === 'bigint') return `${Number(value)}` === `${value}` ? Number(value) : value;
  if (typeof value === 'number') return asReadNumber(value);
  if (Array.isArray(value)) return value.map(asRead);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, asRead(field)]));
}

/** JSON has no sign of 0, and no exponent for a number like 2^63, whose digits are read as they stand. */
function asReadNumber(value: number): number | bigint {
  const text = JSON.stringify(value);
  return /^-?\d+$/.test(text) && `${Number(text)}` !== text ? BigInt(text) : Number(text);
}

test('any value comes back as it was written', () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      expect(exactJson.parse(exactJson.stringify(value))).toStrictEqual(asRead(value));
    }),
  );
});

test('a value without bigints is written and read as JSON does it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(exactJson.stringify(value)).toBe(text);
      if (!/\d{16}/.test(text)) expect(exactJson.parse(text)).toStrictEqual(JSON.parse(text));
    }),
  );
});

test('the digits of any integer stay, however it stands in the text', () => {
  const space = fc.stringMatching(/^[ \n\t\r]*$/);
  fc.assert(
    fc.property(near, fc.string(), space, (id, name, gap) => {
      const text = `{${gap}${JSON.stringify(name)}${gap}:${gap}[${id}${gap},${gap}${id}.5,"${id}"]}`;
      const [read, decimal, quoted] = Object.values(exactJson.parse(text) as object)[0] as unknown[];
      expect(`${read}`).toBe(`${id}`);
      expect([decimal, quoted]).toEqual([Number(`${id}.5`), `${id}`]);
    }),
  );
});

const exactApi = { baseUrl: 'https://api.example.com', json: exactJson };

test('a call reads and writes as its API says', async () => {
  const { fetch } = answering(new Response('{"id":9007199254740993}'));
  const client = createClient(exactApi, { fetch });
  expect(await client.call({ id: 'get', method: 'GET', path: '/' })).toEqual({ id: big });
  const spec = { method: 'POST', path: '/', fields: [[asBody, 1, 'body']] } as const;
  const { body } = await sent(spec, { body: [big] }, {}, exactApi);
  expect(body).toBe('[9007199254740993]');
});

test('a schema meets the bigint that the call will give', async () => {
  const schema = schemaOf({ type: ['integer', 'bigint'] });
  const validated = schemaSet({ get: schema }, exactJson).validated(
    { validate: 'throw' },
    async () => new Response('9007199254740993'),
  );
  const context = { operation: 'get', method: 'GET', url: '/', attempts: 1 };
  expect((await validated('/', {}, context)).ok).toBe(true);
});

test('pages of bigints can be told from each other, and counted with them', () => {
  const order = exactOrder(byOffset({ items: '', offset: 'offset', size: 'size' }));
  expect(order.mark?.([big])).toBe('[9007199254740993]');
  expect(order.next([big, big], { offset: 2n, size: 2n })).toEqual({ offset: 4, size: 2n });
  expect(previousPage(order, { offset: 4, size: 2n })).toEqual({ offset: 2, size: 2n });
});
