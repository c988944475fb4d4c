import { SdkwrightError } from '../diagnostics/diagnostic.ts';
import { isObject, listAt, objectAt, stringAt, type JsonObject } from '../model/json.ts';
import { pointerOf, pointerSegments, resolvePointer } from '../model/pointer.ts';
import { fieldPlace } from './reference-places.ts';
import { SchemaIdentifiers, type Path } from './schema-identifiers.ts';

/** A schema, and where in the document it stands. */
export interface Target {
  readonly at: Path;
  readonly value: JsonObject;
}

/** What dynamic anchors stand for. */
export type Scope = ReadonlyMap<string, Target>;

/** What a reference leads to, and the anchor that might have been bound to something else. */
interface Meaning {
  readonly target: Target | undefined;
  readonly anchor?: string;
}

export const emptyScope: Scope = new Map();

/** Keywords that refer to a schema, or by which it is referred to. */
export const referring: ReadonlySet<string> = new Set([
  '$id',
  '$anchor',
  '$dynamicAnchor',
  '$dynamicRef',
  '$ref',
]);

/** Schemas that are copied, or looked at to find out what is bound in them; a hostile document has no end of them. */
const maxSteps = 200_000;

/** What the dynamic references of a document mean, depending on what is around them. */
export class DynamicScopes {
  readonly #document: JsonObject;
  readonly #identifiers: SchemaIdentifiers;
  readonly #file: string;
  readonly #known = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>();
  #steps = 0;

  constructor(document: JsonObject, file: string) {
    this.#document = document;
    this.#identifiers = new SchemaIdentifiers(document);
    this.#file = file;
  }

  /** Where a schema stands, of those that the document has. */
  placeOf(schema: JsonObject): Path {
    return this.#identifiers.placed(schema)?.at ?? [];
  }

  /** The scope in a schema. It binds the anchors of its own, of its `$defs` and of its `allOf`; the outermost counts. */
  inside(outer: Scope, value: JsonObject, at: Path): Scope {
    const own = this.#bindings(value, at);
    return own.size === 0 ? outer : new Map([...own, ...outer]);
  }

  /** Where the `$ref` of a schema leads; undefined where that is no object of the document. */
  target(schema: JsonObject): Target | undefined {
    const reference = stringAt(schema, '$ref');
    return reference?.startsWith('#') === true ? this.#targetAt(pointerSegments(reference)) : undefined;
  }

  /** The meaning of a `$dynamicRef`. */
  meaning(schema: JsonObject, scope: Scope): Meaning {
    const reference = stringAt(schema, '$dynamicRef') ?? '';
    const from = this.#identifiers.placed(schema);
    const anchor = reference.slice(reference.indexOf('#') + 1);
    const start = this.#targetAt(from && this.#identifiers.find(reference, from));
    // What is no dynamic anchor to begin with is referred to as by `$ref`.
    if (start && stringAt(start.value, '$dynamicAnchor') !== anchor) return { target: this.#end(start) };
    const target = scope.get(anchor) ?? start ?? this.#targetAt(this.#identifiers.anywhere(anchor));
    return { target: target && this.#end(target), anchor };
  }

  /** What of the scope makes a schema another one than it is by itself; empty where nothing does. */
  boundIn(target: Target, scope: Scope): Scope {
    if (scope.size === 0) return emptyScope;
    const alone = this.#meanings(target, emptyScope);
    const isOther = [...scope].some(([anchor, { at }]) =>
      [...(alone.get(anchor) ?? [])].some((pointer) => pointer !== pointerOf(...at)),
    );
    if (!isOther) return emptyScope;
    const used = this.#meanings(target, scope);
    return new Map([...scope].filter(([anchor]) => used.has(anchor)));
  }

  #bindings(value: JsonObject, at: Path): Scope {
    const found = new Map<string, Target>();
    const add = (schema: unknown, path: Path): void => {
      const anchor = stringAt(schema, '$dynamicAnchor');
      if (anchor !== undefined && isObject(schema) && !found.has(anchor))
        found.set(anchor, this.#end({ at: path, value: schema }));
    };
    add(value, at);
    for (const [name, schema] of Object.entries(objectAt(value, '$defs')))
      add(schema, [...at, '$defs', name]);
    for (const [index, member] of listAt(value, 'allOf').entries()) {
      if (!isObject(member)) continue;
      const inner = this.#bindings(member, [...at, 'allOf', String(index)]);
      for (const [anchor, target] of inner) if (!found.has(anchor)) found.set(anchor, target);
    }
    return found;
  }

  /** Where a schema leads that is nothing but a reference to another one. */
  #end(target: Target): Target {
    const seen = new Set<JsonObject>();
    let end = target;
    while (!seen.has(end.value) && Object.keys(end.value).every((key) => referring.has(key))) {
      seen.add(end.value);
      const next = this.target(end.value);
      if (!next) break;
      end = next;
    }
    return end;
  }

  #targetAt(at: Path | undefined): Target | undefined {
    const value = at && resolvePointer(this.#document, pointerOf(...at));
    return at && isObject(value) ? { at, value } : undefined;
  }

  /** What the dynamic references that can be reached from a schema lead to, by their anchor. */
  #meanings(target: Target, scope: Scope): ReadonlyMap<string, ReadonlySet<string>> {
    const key = keyOf(target, scope);
    const found = this.#known.get(key) ?? this.#findMeanings(target, scope);
    this.#known.set(key, found);
    return found;
  }

  #findMeanings(target: Target, scope: Scope): ReadonlyMap<string, ReadonlySet<string>> {
    const found = new Map<string, Set<string>>();
    const seen = new Set<string>();
    const pending = [{ target, scope }];
    for (let next = pending.pop(); next; next = pending.pop()) {
      const key = keyOf(next.target, next.scope);
      if (seen.has(key)) continue;
      seen.add(key);
      this.count();
      for (const { value, inner } of this.#parts(next.target, next.scope)) {
        const isDynamic = '$dynamicRef' in value;
        const { target: end, anchor }: Meaning = isDynamic
          ? this.meaning(value, inner)
          : { target: this.target(value) };
        if (anchor !== undefined) {
          const known = found.get(anchor) ?? new Set<string>();
          found.set(anchor, known.add(end ? pointerOf(...end.at) : ''));
        }
        if (end) pending.push({ target: end, scope: inner });
      }
    }
    return found;
  }

  /** A schema and all in it, each with the scope that it has. */
  *#parts({ value, at }: Target, outer: Scope): Generator<{ value: JsonObject; inner: Scope }, void> {
    const inner = this.inside(outer, value, at);
    yield { value, inner };
    for (const [key, child] of Object.entries(value)) {
      const place = key === '$defs' ? undefined : fieldPlace('schemas', key);
      if (place === undefined) continue;
      const there = [...at, key];
      if (isObject(child) && !place.holdsNames) yield* this.#parts({ value: child, at: there }, inner);
      if (!Array.isArray(child) && !(isObject(child) && place.holdsNames)) continue;
      for (const [name, item] of Object.entries<unknown>(child))
        if (isObject(item)) yield* this.#parts({ value: item, at: [...there, name] }, inner);
    }
  }

  /** @throws SdkwrightError where there is no end in sight. */
  count(): void {
    this.#steps += 1;
    if (this.#steps <= maxSteps) return;
    const file = this.#file;
    throw new SdkwrightError([
      {
        code: 'document-too-large',
        severity: 'error',
        message: `"${file}" binds its dynamic anchors in too many ways`,
        help: 'Check that this is the right document.',
        location: { file },
      },
    ]);
  }
}

/** The same text for the same schema with the same in it. */
export function keyOf({ at }: Target, bound: Scope): string {
  const pairs = [...bound].map(([anchor, target]) => `${anchor} ${pointerOf(...target.at)}`).toSorted();
  return [pointerOf(...at), ...pairs].join(' ');
}
