import { gone, isObject, mapFields, mapItems, objectAt, stringAt, type JsonObject } from '../model/json.ts';
import { pointerOf, pointerSegments, resolvePointer } from '../model/pointer.ts';
import { freeName, nameOfPart } from './part-names.ts';
import { fieldPlace, type Place } from './reference-places.ts';

/**
 * Gives every part that a `$ref` reaches into (`#/components/schemas/Task/properties/owner`) a component of its own
 * (`TaskOwner`), so that all references but those to path items lead to a named component. What refers only to itself
 * allows anything. The engines cannot follow the others: they index types by pointers, and an optional parent breaks it.
 */
export function nameReferences(document: JsonObject): JsonObject {
  const naming = new Naming(document);
  const named = naming.walk(document, { holdsNames: false });
  const added = naming.components();
  if (!isObject(named) || added.size === 0) return isObject(named) ? named : document;
  const components = objectAt(named, 'components');
  const sections = [...added].map(
    ([section, parts]) =>
      [section, { ...objectAt(components, section), ...Object.fromEntries(parts) }] as const,
  );
  return { ...named, components: { ...components, ...Object.fromEntries(sections) } };
}

interface Part {
  readonly section: string;
  readonly name: string;
  readonly value: unknown;
}

class Naming {
  readonly #document: JsonObject;
  readonly #names = new Map<string, string>();
  readonly #pending: Part[] = [];
  /** Names in lower case by section: they become files. */
  readonly #taken = new Map<string, Set<string>>();

  constructor(document: JsonObject) {
    this.#document = document;
  }

  /** What stands at a place, with its references rewritten. */
  walk(value: unknown, place: Place): unknown {
    const { section, holdsNames } = place;
    if (Array.isArray(value)) return mapItems(value, (item) => this.walk(item, within(place)));
    if (!isObject(value)) return value;
    const reference = holdsNames || section === undefined ? undefined : stringAt(value, '$ref');
    const pointer = reference === undefined || section === undefined ? '' : this.#follow(reference, section);
    if (pointer === undefined) return {};
    return mapFields(value, (child, key) => {
      if (key === '$ref' && reference !== undefined) return pointer;
      if (holdsNames) return this.walk(child, within(place));
      // What is referred to in there has a name by now; openapi-typescript takes the rest for a field.
      if (section === 'schemas' && key === '$defs') return gone;
      const below = fieldPlace(section, key);
      return below === undefined ? child : this.walk(child, below);
    });
  }

  /** The components that were named, by section; what they hold may name more. */
  components(): Map<string, [name: string, value: unknown][]> {
    const found = new Map<string, [string, unknown][]>();
    for (let part = this.#pending.shift(); part; part = this.#pending.shift()) {
      const { section, name, value } = part;
      const parts = found.get(section) ?? [];
      found.set(section, parts);
      parts.push([name, this.walk(value, { section, holdsNames: false })]);
    }
    return found;
  }

  /** Where a reference leads in the end: a component, old or new. Undefined where it goes in a circle. */
  #follow(reference: string, section: string): string | undefined {
    const seen = new Set<string>();
    for (let next = reference; !seen.has(next);) {
      seen.add(next);
      const segments = pointerSegments(next);
      const target = resolvePointer(this.#document, next);
      if (segments === undefined || target === undefined) return next;
      const [root, kind] = segments;
      if (section === 'pathItems' && root === 'paths') return next;
      if (root === 'components' && kind === section && segments.length === 3) return pointerOf(...segments);
      const further = stringAt(target, '$ref');
      if (further === undefined || !isObject(target) || Object.keys(target).length > 1) {
        return pointerOf('components', section, this.#nameOf(segments, section, target));
      }
      next = further;
    }
    return undefined;
  }

  #nameOf(segments: readonly string[], section: string, value: unknown): string {
    const key = `${section} ${pointerOf(...segments)}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const name = this.#free(section, nameOfPart(segments));
    this.#names.set(key, name);
    this.#pending.push({ section, name, value });
    return name;
  }

  #free(section: string, wished: string): string {
    const existing = Object.keys(objectAt(objectAt(this.#document, 'components'), section));
    const taken = this.#taken.get(section) ?? new Set(existing.map((name) => name.toLowerCase()));
    this.#taken.set(section, taken);
    return freeName(taken, [wished]);
  }
}

/** The place of what stands in a list, or under a name. */
function within(place: Place): Place {
  return place.holdsNames ? { ...place, holdsNames: false } : place;
}
