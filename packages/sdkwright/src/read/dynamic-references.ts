import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { gone, isObject, mapFields, mapItems, objectAt, stringAt, type JsonObject } from '../model/json.ts';
import { pointerOf } from '../model/pointer.ts';
import { DynamicScopes, emptyScope, keyOf, referring, type Scope, type Target } from './dynamic-scope.ts';
import { freeName, nameOfPart } from './part-names.ts';
import { fieldPlace, type Place } from './reference-places.ts';
import { mentions, type Path } from './schema-identifiers.ts';

/** A document without dynamic references, and those that lead to nothing. */
export interface BoundDocument {
  readonly document: JsonObject;
  readonly problems: readonly Diagnostic[];
}

/**
 * Binds every `$dynamicRef` (JSON Schema 2020-12, section 8.2.3.2): where a schema gives a template what its
 * `$dynamicRef`s stand for, it becomes a copy of the template with that in it. What comes later sees plain schemas.
 * Strictly only schemas with an `$id` bind anything, and hardly any document gives them one.
 * @throws SdkwrightError `document-too-large`.
 */
export function bindDynamicReferences(document: JsonObject, file: string): BoundDocument {
  if (!mentions(document, ['$dynamicRef'])) return { document, problems: [] };
  return new Binder(document, file).bound();
}

class Binder {
  readonly #document: JsonObject;
  readonly #file: string;
  readonly #scopes: DynamicScopes;
  readonly #problems = new Map<string, Diagnostic>();
  /** Pointers to the copies there are, by template and what is bound in it. */
  readonly #copies = new Map<string, string>();
  readonly #wanted: { readonly name: string; readonly target: Target; readonly bound: Scope }[] = [];
  /** Copies that are being made. */
  readonly #open = new Set<string>();
  readonly #taken: Set<string>;

  constructor(document: JsonObject, file: string) {
    this.#document = document;
    this.#file = file;
    this.#scopes = new DynamicScopes(document, file);
    this.#taken = new Set(Object.keys(this.#schemas()).map((name) => name.toLowerCase()));
  }

  bound(): BoundDocument {
    this.#knowCopies();
    const walked = this.#walk(this.#document, { holdsNames: false }, []);
    const document = isObject(walked) ? walked : this.#document;
    const components = objectAt(document, 'components');
    const schemas: Record<string, unknown> = { ...objectAt(components, 'schemas') };
    for (let next = this.#wanted.pop(); next; next = this.#wanted.pop())
      schemas[next.name] = this.#copy(next.target, next.bound);
    const isMore = Object.keys(schemas).length > Object.keys(this.#schemas()).length;
    return {
      document: isMore ? { ...document, components: { ...components, schemas } } : document,
      problems: [...this.#problems.values()],
    };
  }

  #schemas(): JsonObject {
    return objectAt(objectAt(this.#document, 'components'), 'schemas');
  }

  /** A component that is nothing but a template with something in it is the copy that others want, too. */
  #knowCopies(): void {
    for (const [name, schema] of Object.entries(this.#schemas())) {
      if (!isObject(schema)) continue;
      const target = this.#scopes.target(schema);
      const isOnlyThat = Object.keys(schema).every((key) => referring.has(key) || annotations.has(key));
      if (!target || !isOnlyThat) continue;
      const at = ['components', 'schemas', name];
      const bound = this.#scopes.boundIn(target, this.#scopes.inside(emptyScope, schema, at));
      if (bound.size > 0) this.#copies.set(keyOf(target, bound), pointerOf(...at));
    }
  }

  #walk(value: unknown, place: Place, at: Path): unknown {
    const { section, holdsNames } = place;
    const inside = { ...place, holdsNames: false };
    if (Array.isArray(value))
      return mapItems(value, (item, index) => this.#walk(item, inside, [...at, String(index)]));
    if (!isObject(value)) return value;
    if (section === 'schemas' && !holdsNames) return this.#schema(value, emptyScope, at, false);
    return mapFields(value, (child, key) => {
      const there = holdsNames ? inside : fieldPlace(section, key);
      return there === undefined ? child : this.#walk(child, there, [...at, key]);
    });
  }

  /** A schema as it is with something bound around it. `binds`: it is a part of the schema that does so. */
  #schema(value: unknown, outer: Scope, at: Path, binds: boolean): unknown {
    if (Array.isArray(value))
      return mapItems(value, (item, index) => this.#schema(item, outer, [...at, String(index)], binds));
    if (!isObject(value)) return value;
    this.#scopes.count();
    const scope = this.#scopes.inside(outer, value, at);
    const isBinding = binds || scope !== outer;
    const others = this.#fields(value, scope, at, isBinding);
    if ('$dynamicRef' in value) {
      const { target } = this.#scopes.meaning(value, scope);
      if (!target) this.#tellDead(value);
      // Both at once ask for both.
      const isMore = Object.keys(others).length > 0;
      const all =
        '$ref' in value ? { allOf: [{ $ref: value['$ref'] }, ...(isMore ? [others] : [])] } : others;
      return target ? this.#refer(target, scope, all) : all;
    }
    if (!('$ref' in value)) return others;
    const target = this.#scopes.target(value);
    const bound = target ? this.#scopes.boundIn(target, scope) : emptyScope;
    if (!target || bound.size === 0) return { $ref: value['$ref'], ...others };
    // In a copy only what the template consists of is in place: a copy in a copy in a copy has no end.
    const isInPlace = this.#open.size === 0 ? isBinding : binds;
    return isInPlace && !this.#open.has(keyOf(target, bound))
      ? joined(this.#copy(target, bound), others)
      : { $ref: this.#named(target, bound), ...others };
  }

  #fields(value: JsonObject, scope: Scope, at: Path, isBinding: boolean): JsonObject {
    return mapFields(value, (child, key) => {
      if (referring.has(key)) return gone;
      const place = fieldPlace('schemas', key);
      if (place === undefined) return child;
      const there = [...at, key];
      if (key === 'allOf') {
        const members = this.#schema(child, scope, there, isBinding);
        // What only bound something says nothing any more.
        return Array.isArray(members) && isBinding
          ? members.filter((member) => !saysNothing(member))
          : members;
      }
      if (!place.holdsNames || !isObject(child)) return this.#schema(child, scope, there, false);
      return mapFields(child, (item, name) => this.#schema(item, scope, [...there, name], false));
    });
  }

  /** What takes the place of a dynamic reference. */
  #refer(target: Target, scope: Scope, others: JsonObject): JsonObject {
    const { value, at } = target;
    if (isPlaceholder(value)) return others;
    const bound = this.#scopes.boundIn(target, scope);
    if (bound.size === 0 && at.length > 3 && isLeaf(value))
      return { ...this.#fields(value, emptyScope, at, false), ...others };
    const isComponent = bound.size === 0 && at.length === 3;
    return { $ref: isComponent ? pointerOf(...at) : this.#named(target, bound), ...others };
  }

  #copy(target: Target, bound: Scope): JsonObject {
    const key = keyOf(target, bound);
    this.#open.add(key);
    const copy = this.#schema(target.value, bound, target.at, true);
    this.#open.delete(key);
    if (!isObject(copy)) return {};
    const { $defs: _, ...schema } = copy;
    return schema;
  }

  #named(target: Target, bound: Scope): string {
    const key = keyOf(target, bound);
    const known = this.#copies.get(key);
    if (known !== undefined) return known;
    const wished = [...bound.values(), target].map(({ at }) => nameOfPart(at)).join('');
    const name = freeName(this.#taken, [wished]);
    const pointer = pointerOf('components', 'schemas', name);
    this.#copies.set(key, pointer);
    this.#wanted.push({ name, target, bound });
    return pointer;
  }

  #tellDead(schema: JsonObject): void {
    const pointer = pointerOf(...this.#scopes.placeOf(schema), '$dynamicRef');
    this.#problems.set(pointer, {
      code: 'reference-unresolved',
      severity: 'error',
      message: `$dynamicRef "${stringAt(schema, '$dynamicRef') ?? ''}" leads to nothing`,
      help: 'Give one schema around it, or in `$defs`, a `$dynamicAnchor` of that name.',
      location: { file: this.#file, pointer },
    });
  }
}

/** Keywords that say nothing of what a value may be. */
const annotations: ReadonlySet<string> = new Set(
  '$defs title description default example examples deprecated readOnly writeOnly $comment externalDocs'.split(
    ' ',
  ),
);

/** What stands in a template where nothing was bound: `not: {}`, so that nobody uses it by itself. */
function isPlaceholder(value: JsonObject): boolean {
  if ('$ref' in value || '$dynamicRef' in value) return false;
  const not = value['not'];
  const keys = Object.keys(value).filter((key) => !referring.has(key) && !annotations.has(key));
  return keys.length === 1 && isObject(not) && Object.keys(not).length === 0;
}

function saysNothing(schema: unknown): boolean {
  return isObject(schema) && Object.keys(schema).every((key) => key === '$defs');
}

/** Whether a schema has no other one in it. */
function isLeaf(value: JsonObject): boolean {
  const parts = Object.values(value).flat();
  return !('$ref' in value) && parts.every((part) => typeof part !== 'object');
}

/** A copy of a template with what stands beside the reference to it. */
function joined(copy: JsonObject, others: JsonObject): JsonObject {
  if (Object.keys(others).every((key) => annotations.has(key))) return { ...copy, ...others };
  return { allOf: [copy, others] };
}
