import fc from 'fast-check';
import { isObject, type JsonObject } from '../../src/model/json.ts';

/** A document that nobody wrote: one that somebody did, and what was done to it. */
export interface MutatedDocument {
  readonly document: JsonObject;
  /** For whoever looks for what broke it. */
  readonly mutations: readonly string[];
}

/** Texts that end comments, strings and templates, leave folders, or are words of the language. */
const hostileTexts: readonly string[] = [
  '*/ evil() /*',
  '`${evil()}`',
  "'; evil(); '",
  '"; evil(); "',
  '\\',
  '\n evil()\n',
  '\u2028evil()\u2029',
  '\u202E lived',
  '</script>',
  '../../evil',
  '/etc/evil',
  'C:\\evil',
  '__proto__',
  'constructor',
  'then',
  'delete',
  'default',
  'Error',
  'string',
  'NUL',
  '',
  ' ',
  '1',
  '日本語',
  '🙂',
  'e\u0301\u200B',
  '{id}',
  '/{a}-{a}/{}',
  'arguments',
  'await',
  'index',
  'types',
  'Acme',
  'operation',
  'Promise',
  'Record',
  'toString',
  'a-b',
  'A_B',
  '$',
  'a.b.c',
  'x'.repeat(300),
  'text/event-stream',
  'application/x-ndjson',
  'multipart/mixed',
  '*/*',
  'Application/JSON; charset=utf-8',
  '2XX',
  '204',
  'deepObject',
  'cookie',
  'header',
  'binary',
  'int64',
  '#/components/schemas/Task',
  '@deprecated */',
];

/** What stands where something else is expected. */
const strangeValues: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1.5,
  1e21,
  [],
  {},
  [null],
  [{}],
  { $ref: '#/nowhere' },
  { $ref: '#' },
  { $ref: './elsewhere.yaml' },
  { type: 'null' },
  { type: ['string', 'array', 'object'] },
  { enum: [] },
  { const: { a: [1] } },
  { oneOf: [] },
  { allOf: [{}, true, { type: 'string' }] },
  { not: {} },
  { type: 'object', properties: { '': {} }, required: ['', 'x'] },
  { type: 'array', prefixItems: [{}, { type: 'string' }] },
  { type: 'object', additionalProperties: { type: 'string', nullable: true } },
];

/** What an object of a document may hold beside what it holds: the features that meet seldom. */
const furtherFields: readonly (readonly [key: string, value: unknown])[] = [
  ['nullable', true],
  ['type', ['object', 'null']],
  ['type', 'array'],
  ['const', 'evil()'],
  ['const', null],
  ['enum', ['a', 'A', 1, null, '', '*/ evil()']],
  ['default', { a: ['`${evil()}`'] }],
  ['format', 'int64'],
  ['format', 'binary'],
  ['format', 'date-time'],
  ['readOnly', true],
  ['writeOnly', true],
  ['deprecated', true],
  ['required', ['id', '__proto__', 'nowhere']],
  ['required', true],
  ['additionalProperties', { type: 'integer' }],
  ['additionalProperties', false],
  ['unevaluatedProperties', false],
  ['patternProperties', { '^x-(': { type: 'string' } }],
  ['prefixItems', [{ type: 'string' }, { $ref: '#/components/schemas/Task' }]],
  ['items', false],
  ['allOf', [{ type: 'object', properties: { id: { type: 'string' } }, required: ['id'] }]],
  ['oneOf', [{ required: ['id'] }, { type: 'object', properties: { id: { type: 'integer' } } }]],
  ['anyOf', [{ type: 'null' }, { type: 'array', items: {} }]],
  ['not', { required: ['id'] }],
  ['if', { type: 'object' }],
  ['$defs', { inner: { type: 'string' } }],
  ['$ref', '#/components/schemas/Pet'],
  ['$id', 'https://acme.example/evil'],
  [
    'discriminator',
    { propertyName: 'kind', mapping: { '*/ evil()': '#/components/schemas/Dog', b: 'Nowhere' } },
  ],
  ['properties', { id: { type: 'integer' }, ID: { type: 'string' }, 'i d': {}, kind: { enum: ['a'] } }],
  ['style', 'deepObject'],
  ['style', 'label'],
  ['style', 'pipeDelimited'],
  ['explode', false],
  ['explode', true],
  ['allowReserved', true],
  ['content', { 'application/json': { schema: { type: 'object' } } }],
  [
    'content',
    { 'multipart/form-data': { schema: { type: 'string' }, encoding: { a: { contentType: '*/* evil' } } } },
  ],
  ['content', { 'text/event-stream': {}, 'application/json': {} }],
  ['encoding', { id: { style: 'deepObject', explode: false, headers: { 'X-A': { schema: {} } } } }],
  ['headers', { 'X-Total': { schema: { type: 'integer' } }, 'x-total': { required: true }, '': {} }],
  [
    'parameters',
    [
      { name: 'id', in: 'query', schema: { type: 'object' } },
      { name: 'id', in: 'cookie' },
    ],
  ],
  [
    'parameters',
    [
      { name: 'limit', in: 'query' },
      { name: 'after', in: 'query', required: true },
    ],
  ],
  ['requestBody', { content: { '*/*': { schema: { type: 'array', items: { format: 'binary' } } } } }],
  ['responses', { default: { $ref: '#/components/responses/Missing' }, '2xx': {}, 600: { description: 1 } }],
  ['callbacks', { evil: { '{$request.body#/`${evil()}`}': { post: { requestBody: { content: {} } } } } }],
  ['security', [{ token: [] }, {}, { nowhere: ['a'] }]],
  ['servers', [{ url: '{scheme}://`${evil()}`/{a}', variables: { scheme: { default: "'" } } }]],
  ['tags', ['constructor', '*/ evil()']],
  ['operationId', 'list'],
  ['examples', { a: { value: { $ref: '#/nowhere' } }, b: null }],
  ['example', '*/ evil()'],
  ['description', '```\n*/ evil() @deprecated\u2029'],
  ['x-sdk', { method: 'constructor', group: '__proto__' }],
];

interface Mutation {
  readonly kind: 'text' | 'key' | 'drop' | 'strange' | 'copy' | 'refer' | 'wrap' | 'add' | 'exchange';
  /** Which of all places, and which of all values, as a share of their number. */
  readonly at: number;
  readonly from: number;
}

/** Without a bias: the first place of a document is no more telling than any other. */
const share = fc.noBias(fc.nat(999_999)).map((number) => number / 1_000_000);

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom<Mutation['kind']>(
    'text',
    'text',
    'key',
    'key',
    'drop',
    'strange',
    'copy',
    'refer',
    'wrap',
    'add',
    'add',
    'add',
    'exchange',
  ),
  at: share,
  from: share,
});

/** One of the documents with one to six things done to it. */
export function mutatedDocuments(documents: readonly JsonObject[]): fc.Arbitrary<MutatedDocument> {
  return fc
    .record({ of: fc.nat(documents.length - 1), steps: fc.array(mutation, { minLength: 1, maxLength: 6 }) })
    .map(({ of, steps }) => {
      const document: unknown = structuredClone(documents[of]);
      const mutations = steps.flatMap((step) => mutate(document, step) ?? []);
      return { document: isObject(document) ? document : {}, mutations };
    });
}

type Holder = Record<string, unknown>;

interface Place {
  readonly holder: Holder;
  readonly key: string;
  readonly path: string;
}

/** Every place below the first fields, which a document has to have. */
function placesOf(document: unknown): Place[] {
  const places: Place[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const holder = value as Holder;
    for (const [key, child] of Object.entries(holder)) {
      const below = `${path}/${key}`;
      if (!/^\/(openapi|info|x-test)/.test(below)) places.push({ holder, key, path: below });
      if (!below.startsWith('/x-test')) visit(child, below);
    }
  };
  visit(document, '');
  return places;
}

/** What was done, in words; nothing where nothing can be done there. */
function mutate(document: unknown, { kind, at, from }: Mutation): string | undefined {
  const places = placesOf(document).filter(({ holder, key }) => fits(kind, holder[key]));
  const place = pick(places, at);
  if (!place) return undefined;
  const { holder, key, path } = place;
  if (kind === 'drop') delete holder[key];
  else if (kind === 'add') addField(holder[key], pick(furtherFields, from));
  else if (kind === 'exchange') exchange(place, pick(placesOf(document), from));
  else if (kind === 'key') rename(holder, key, pick(hostileTexts, from) ?? '');
  else set(holder, key, valueFor(kind, document, holder[key], from));
  return `${kind} ${path} ${from.toFixed(3)}`;
}

function fits(kind: Mutation['kind'], value: unknown): boolean {
  if (kind === 'text') return typeof value === 'string';
  return kind !== 'add' || isObject(value);
}

function addField(value: unknown, field: readonly [key: string, value: unknown] | undefined): void {
  if (isObject(value) && field) set(value, field[0], structuredClone(field[1]));
}

/** Each where the other was, but not a part within itself. */
function exchange(one: Place, other: Place | undefined): void {
  if (!other || `${one.path}/`.startsWith(`${other.path}/`) || `${other.path}/`.startsWith(`${one.path}/`))
    return;
  const value = one.holder[one.key];
  set(one.holder, one.key, other.holder[other.key]);
  set(other.holder, other.key, value);
}

function valueFor(kind: Mutation['kind'], document: unknown, value: unknown, from: number): unknown {
  if (kind === 'text') return pick(hostileTexts, from);
  if (kind === 'strange') return structuredClone(pick(strangeValues, from));
  if (kind === 'wrap')
    return pick(
      [
        { allOf: [value] },
        { oneOf: [value, structuredClone(value)] },
        { type: 'array', items: value },
        [value],
      ],
      from,
    );
  const source = pick(placesOf(document), from);
  if (kind === 'copy') return structuredClone(source?.holder[source.key]);
  const names = placesOf(document).filter(({ path }) => /^\/components\/schemas\/[^/]*$/.test(path));
  return { $ref: `#/components/schemas/${pick(names, from)?.key ?? 'None'}` };
}

/** Keeps the order of the keys, as somebody who edits a file would. */
function rename(holder: Holder, key: string, name: string): void {
  if (Array.isArray(holder)) return;
  const entries = Object.entries(holder);
  for (const [each] of entries) delete holder[each];
  for (const [each, value] of entries) set(holder, each === key ? name : each, value);
}

/** An own field, also where it is called `__proto__`. */
function set(holder: Holder, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true });
}

function pick<T>(list: readonly T[], share: number): T | undefined {
  return list[Math.floor(share * list.length)];
}
