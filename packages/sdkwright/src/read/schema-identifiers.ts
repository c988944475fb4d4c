import { isObject, mapFields, mapItems, stringAt, type JsonObject } from '../model/json.ts';
import { pointerOf, pointerSegments, resolvePointer } from '../model/pointer.ts';
import { fieldPlace, type Place } from './reference-places.ts';

export type Path = readonly string[];

/** A schema object, and what references in it start from (JSON Schema 2020-12, section 8.2). */
export interface PlacedSchema {
  readonly value: JsonObject;
  readonly at: Path;
  /** The absolute URI of the nearest `$id`. */
  readonly base: string;
  /** Where that one stands; without one, where the whole schema does that this is a part of. */
  readonly resource: Path;
}

/** No document has this address: what is relative to it is relative to nothing. */
const noBase = 'https://document.invalid/';

/** Where the schemas with an `$id`, an `$anchor` or a `$dynamicAnchor` stand. */
export class SchemaIdentifiers {
  readonly #document: JsonObject;
  readonly #placed = new Map<JsonObject, PlacedSchema>();
  readonly #byUri = new Map<string, Path>();
  readonly #byAnchor = new Map<string, Path>();
  readonly #anchors = new Map<string, Path[]>();

  constructor(document: JsonObject) {
    this.#document = document;
    for (const schema of schemasOf(document)) {
      this.#placed.set(schema.value, schema);
      if (stringAt(schema.value, '$id') !== undefined) this.#byUri.set(schema.base, schema.at);
      for (const keyword of ['$anchor', '$dynamicAnchor']) this.#add(stringAt(schema.value, keyword), schema);
    }
  }

  schemas(): Iterable<PlacedSchema> {
    return this.#placed.values();
  }

  placed(schema: JsonObject): PlacedSchema | undefined {
    return this.#placed.get(schema);
  }

  /** Where a reference leads that starts from a schema, by `$id` and anchor; undefined where none has that name. */
  find(reference: string, { base, resource }: PlacedSchema): Path | undefined {
    const [uri = '', fragment = ''] = reference.split('#');
    const start = uri === '' ? resource : this.#byUri.get(URL.parse(uri, base)?.href ?? '');
    if (start === undefined) return undefined;
    if (!/^(\/|$)/.test(fragment)) return this.#byAnchor.get(pointerOf(...start, fragment));
    const path = [...start, ...(pointerSegments(fragment) ?? [])];
    return resolvePointer(this.#document, pointerOf(...path)) === undefined ? undefined : path;
  }

  /** The one schema of the document with an anchor, or among several the component of that name. */
  anywhere(anchor: string): Path | undefined {
    const [first, ...others] = this.#anchors.get(anchor) ?? [];
    if (first === undefined || others.length === 0) return first;
    return [first, ...others].find((path) => path.length === 3 && path.at(-1) === anchor);
  }

  #add(anchor: string | undefined, { at, resource }: PlacedSchema): void {
    if (anchor === undefined) return;
    const key = pointerOf(...resource, anchor);
    if (!this.#byAnchor.has(key)) this.#byAnchor.set(key, at);
    const known = this.#anchors.get(anchor) ?? [];
    this.#anchors.set(anchor, known);
    known.push(at);
  }
}

/** The document with every reference to an `$id` or an anchor of its own schemas as a pointer. */
export function pointToIdentified(document: JsonObject): JsonObject {
  if (!mentions(document, ['$id', '$anchor', '$dynamicAnchor', '$dynamicRef'])) return document;
  const identifiers = new SchemaIdentifiers(document);
  const changes = new Map<unknown, JsonObject>();
  for (const schema of identifiers.schemas()) {
    const { value } = schema;
    const reference = stringAt(value, '$ref');
    if (reference !== undefined && !isPointer(document, reference)) {
      const path = identifiers.find(reference, schema) ?? anchored(identifiers, reference);
      if (path) changes.set(value, { ...value, $ref: pointerOf(...path) });
    }
    const { $dynamicRef: dynamic, ...others } = value;
    // What is dynamic in another file is bound by nobody here.
    if (typeof dynamic === 'string' && /^[^#]+#/.test(dynamic) && !identifiers.find(dynamic, schema))
      changes.set(value, { ...others, $ref: dynamic });
  }
  if (changes.size === 0) return document;
  const changed = replaced(document, changes);
  return isObject(changed) ? changed : document;
}

/** Whether any of the keywords is anywhere in a document, be it in data: most documents have none, and soon pass. */
export function mentions(document: JsonObject, keywords: readonly string[]): boolean {
  const pending: object[] = [document];
  for (let value = pending.pop(); value; value = pending.pop()) {
    if (keywords.some((keyword) => Object.hasOwn(value, keyword))) return true;
    for (const child of Object.values(value))
      if (typeof child === 'object' && child !== null) pending.push(child);
  }
  return false;
}

/** Strictly a pointer starts from the nearest `$id`; documents mean their own parts nearly always. */
function isPointer(document: JsonObject, reference: string): boolean {
  return reference !== '#' && reference.startsWith('#') && resolvePointer(document, reference) !== undefined;
}

function anchored(identifiers: SchemaIdentifiers, reference: string): Path | undefined {
  return /^#[^/]/.test(reference) ? identifiers.anywhere(reference.slice(1)) : undefined;
}

function replaced(value: unknown, changes: ReadonlyMap<unknown, JsonObject>): unknown {
  if (Array.isArray(value)) return mapItems(value, (item) => replaced(item, changes));
  if (!isObject(value)) return value;
  return mapFields(changes.get(value) ?? value, (child) => replaced(child, changes));
}

/** Where in a file a schema stands that has an anchor; what kind of file that is need not be known. */
export function pathOfAnchor(file: unknown, anchor: string): Path | undefined {
  const pending: { value: unknown; at: Path }[] = [{ value: file, at: [] }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, at } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (isObject(value) && [value['$anchor'], value['$dynamicAnchor']].includes(anchor)) return at;
    for (const [key, child] of Object.entries<unknown>({ ...value }))
      pending.push({ value: child, at: [...at, key] });
  }
  return undefined;
}

interface Step extends Place {
  readonly value: unknown;
  readonly at: Path;
  /** Undefined outside of schemas. */
  readonly within?: Pick<PlacedSchema, 'base' | 'resource'>;
}

/** Every schema object of a document. */
function* schemasOf(document: JsonObject): Generator<PlacedSchema, void> {
  const pending: Step[] = [{ value: document, at: [], holdsNames: false }];
  for (let step = pending.pop(); step; step = pending.pop()) {
    const { value, at, section, holdsNames } = step;
    if (typeof value !== 'object' || value === null) continue;
    const isSchema = section === 'schemas' && !holdsNames && isObject(value);
    const schema = isSchema ? placed(value, at, step.within) : undefined;
    if (schema) yield schema;
    const within = schema ?? step.within;
    for (const [key, child] of Object.entries<unknown>({ ...value })) {
      const place =
        Array.isArray(value) || holdsNames ? { ...step, holdsNames: false } : fieldPlace(section, key);
      if (place === undefined) continue;
      const { section: there, holdsNames: names } = place;
      pending.push({
        value: child,
        at: [...at, key],
        holdsNames: names,
        ...(there !== undefined && { section: there }),
        ...(within && there === 'schemas' && { within }),
      });
    }
  }
}

function placed(value: JsonObject, at: Path, within: Step['within']): PlacedSchema {
  const { base, resource } = within ?? { base: noBase, resource: at };
  const own = stringAt(value, '$id');
  const uri = own === undefined ? undefined : URL.parse(own, base)?.href.replace(/#$/, '');
  return uri === undefined ? { value, at, base, resource } : { value, at, base: uri, resource: at };
}
