import { nameMaps, unescapeToken } from './outer-references.ts';
import { isObject, type OpenApiDocument } from './read-document.ts';

/** Prism copies a schema into every place that refers to it; more objects than this are minutes of work. */
const mostObjects = 500_000;

/** How many objects a schema may come to, with all that it refers to, where there would be too many in all. */
const mostPerSchema = 500;

/** How many references deep such a schema is followed at most. */
const deepest = 4;

/** Data of the API, not parts of the document. */
const dataFields: ReadonlySet<string> = new Set(['example', 'examples', 'default', 'enum', 'const']);

/**
 * The document as Prism can serve it. Where schemas refer to each other in many circles, as those of Stripe do, Prism
 * would copy them for ever. Such schemas then end a few references deep: what is below is of the same kind, and may
 * hold anything. Any other document is given back as it is.
 */
export function boundedDocument(document: OpenApiDocument): OpenApiDocument {
  const sizes = new Sizes(document);
  if (sizes.of(document, mostObjects) < mostObjects) return document;
  const components = isObject(document['components']) ? document['components'] : {};
  const schemas = isObject(components['schemas']) ? components['schemas'] : {};
  const small = Object.entries(schemas).filter(([, schema]) => !sizes.isLarge(schema));
  const rest = { ...document, components: { ...components, schemas: Object.fromEntries(small) } };
  const bounded = new Bounds(sizes).within(rest);
  return isObject(bounded) ? bounded : document;
}

class Sizes {
  readonly #document: OpenApiDocument;
  readonly #large = new Map<object, boolean>();

  constructor(document: OpenApiDocument) {
    this.#document = document;
  }

  /** What a reference within the document leads to; undefined where a value is none. */
  target(value: unknown): object | undefined {
    const reference = isObject(value) ? value['$ref'] : undefined;
    if (typeof reference !== 'string' || !reference.startsWith('#/')) return undefined;
    let target: unknown = this.#document;
    for (const token of reference.slice(2).split('/')) {
      if (typeof target !== 'object' || target === null) return undefined;
      target = Reflect.get(target, unescapeToken(token));
    }
    return typeof target === 'object' && target !== null ? target : undefined;
  }

  /** How many objects a value comes to as Prism copies it, references followed until they come round; at most `most`. */
  of(value: unknown, most: number): number {
    const path = new Set<object>();
    let count = 0;
    const visit = (next: unknown): void => {
      if (typeof next !== 'object' || next === null || count >= most) return;
      const object = this.target(next) ?? next;
      if (path.has(object)) return;
      path.add(object);
      count += 1;
      for (const child of Object.values(object)) visit(child);
      path.delete(object);
    };
    visit(value);
    return count;
  }

  isLarge(schema: unknown): boolean {
    if (typeof schema !== 'object' || schema === null) return false;
    const known = this.#large.get(schema) ?? this.of(schema, mostPerSchema) >= mostPerSchema;
    this.#large.set(schema, known);
    return known;
  }
}

interface Copy {
  readonly value: unknown;
  /** How many objects it comes to. */
  readonly size: number;
}

class Bounds {
  readonly #sizes: Sizes;
  /** By how deep references are followed. */
  readonly #copies: Map<object, Copy>[] = [];

  constructor(sizes: Sizes) {
    this.#sizes = sizes;
  }

  /** A part of the document, with a copy that ends in place of each reference to a large schema. */
  within(part: unknown, holdsNames = false): unknown {
    if (Array.isArray(part)) return part.map((item) => this.within(item));
    if (!isObject(part)) return part;
    const target = this.#sizes.target(part);
    if (target && this.#sizes.isLarge(target) && isSchemaReference(part)) return this.#deepest(target);
    const fields = Object.entries(part).map(([key, value]): [string, unknown] => {
      const isData = !holdsNames && dataFields.has(key);
      return [key, isData ? value : this.within(value, !holdsNames && nameMaps.has(key))];
    });
    return Object.fromEntries(fields);
  }

  #deepest(schema: object): unknown {
    for (let depth = deepest; depth > 0; depth -= 1) {
      const { value, size } = this.#copyOf(schema, depth);
      if (size <= mostPerSchema) return value;
    }
    return this.#copyOf(schema, 0).value;
  }

  #copyOf(schema: object, depth: number): Copy {
    const copies = (this.#copies[depth] ??= new Map());
    const known = copies.get(schema) ?? this.#copy(schema, depth);
    copies.set(schema, known);
    return known;
  }

  #copy(value: unknown, depth: number, holdsNames = false): Copy {
    if (typeof value !== 'object' || value === null) return { value, size: 0 };
    const target = this.#sizes.target(value);
    if (target) {
      if (!this.#sizes.isLarge(target)) return { value, size: this.#sizes.of(target, mostPerSchema) };
      return depth === 0 ? ending(target) : this.#copyOf(target, depth - 1);
    }
    const children = Object.entries(value).map(([key, child]): [string, Copy] => {
      if (!holdsNames && dataFields.has(key)) return [key, { value: child, size: 1 }];
      const isMap = !holdsNames && nameMaps.has(key);
      return [key, this.#copy(this.#choices(key, child, depth), depth, isMap)];
    });
    const size = children.reduce((sum, [, copy]) => sum + copy.size, 1);
    const copied = children.map(([key, copy]): [string, unknown] => [key, copy.value]);
    if (Array.isArray(value)) return { value: copied.map(([, child]) => child), size };
    return { value: Object.fromEntries(copied), size };
  }

  /** At the end, of several choices those that are whole. */
  #choices(key: string, value: unknown, depth: number): unknown {
    if (depth > 0 || !Array.isArray(value) || (key !== 'oneOf' && key !== 'anyOf')) return value;
    const whole = value.filter((choice) => !this.#sizes.isLarge(this.#sizes.target(choice)));
    return whole.length > 0 ? whole : value;
  }
}

/** A schema without what is in it. */
function ending(schema: object): Copy {
  const kept = ['type', 'nullable'].flatMap((key): [string, unknown][] => {
    const value: unknown = Reflect.get(schema, key);
    return value === undefined ? [] : [[key, value]];
  });
  return { value: Object.fromEntries(kept), size: 1 };
}

function isSchemaReference(value: Record<string, unknown>): boolean {
  return typeof value['$ref'] === 'string' && value['$ref'].startsWith('#/components/schemas/');
}
