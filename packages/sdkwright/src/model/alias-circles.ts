import { fieldAt, isObject, listAt, objectAt, stringAt, type JsonObject } from './json.ts';
import { pointerSegments } from './pointer.ts';

type Composition = 'allOf' | 'oneOf' | 'anyOf';

const compositions: readonly Composition[] = ['allOf', 'oneOf', 'anyOf'];

/** Each pass takes one schema out of all circles that run through it. */
const maxPasses = 2000;

/**
 * Takes apart the circles of schemas that are made of each other, without a field or an item between: the pet that is
 * a cat or a dog, where each of these is a pet and more; or `A` that is `B` or text, where `B` is `A` or a number.
 * They mean something, and no language has types for them. An heir takes over what its base says beside the union; of
 * a union, the member that leads back adds nothing. A document without any is given back as it is.
 */
export function withoutAliasCircles(document: JsonObject): JsonObject {
  const components = objectAt(document, 'components');
  const named = objectAt(components, 'schemas');
  const open = unrollAll(named);
  return open === named ? document : { ...document, components: { ...components, schemas: open } };
}

function unrollAll(named: JsonObject): JsonObject {
  let schemas = named;
  let circle = circleIn(schemas);
  for (let pass = 0; circle !== undefined && pass < maxPasses; pass += 1) {
    const key = circle;
    const unroll = new Unroll(schemas, key);
    schemas = { ...schemas, [key]: unroll.parts(objectAt(schemas, key), false) };
    circle = circleIn(schemas);
  }
  return schemas;
}

/** The schema to take apart first: an heir where there is one, so that the union of heirs keeps their names. */
function circleIn(schemas: JsonObject): string | undefined {
  const leading = new Leading(schemas);
  const round = Object.keys(schemas).filter((key) => leading.leads(schemas[key], key));
  const inherits = (key: string): boolean =>
    listAt(schemas[key], 'allOf').some((part) => leading.leads(part, key));
  // A mere reference has no parts to take apart; it is right when what it leads to is.
  return round.find(inherits) ?? round.find((key) => fieldAt(schemas[key], '$ref') === undefined);
}

/** Which schemas others are made of. */
class Leading {
  readonly #schemas: JsonObject;
  readonly #made = new Map<string, ReadonlySet<string>>();

  constructor(schemas: JsonObject) {
    this.#schemas = schemas;
  }

  /** Whether a schema is made of the named one, in the end. */
  leads(schema: unknown, target: string): boolean {
    const seen = new Set<string>();
    const pending = directParts(schema);
    for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
      if (key === target) return true;
      if (seen.has(key)) continue;
      seen.add(key);
      pending.push(...this.#partsOf(key));
    }
    return false;
  }

  #partsOf(key: string): ReadonlySet<string> {
    const known = this.#made.get(key) ?? new Set(directParts(fieldAt(this.#schemas, key)));
    this.#made.set(key, known);
    return known;
  }
}

/** The names in a composition, also where compositions are within each other. Fields and items are no part of it. */
function directParts(schema: unknown, depth = 0): string[] {
  if (!isObject(schema) || depth > 50) return [];
  const reference = stringAt(schema, '$ref');
  if (reference !== undefined) return [keyOf(reference)].filter((key) => key !== undefined);
  return compositions.flatMap((keyword) =>
    listAt(schema, keyword).flatMap((part) => directParts(part, depth + 1)),
  );
}

function keyOf(reference: string): string | undefined {
  const [root, section, key, ...further] = pointerSegments(reference) ?? [];
  return root === 'components' && section === 'schemas' && further.length === 0 ? key : undefined;
}

/** One schema, with what leads back to it spelled out. */
class Unroll {
  readonly #schemas: JsonObject;
  readonly #root: string;
  readonly #leading: Leading;
  /** Each is spelled out once: the same again adds nothing to a union, nor to an intersection. */
  readonly #spelled: Set<string>;

  constructor(schemas: JsonObject, root: string) {
    this.#schemas = schemas;
    this.#root = root;
    this.#leading = new Leading(schemas);
    this.#spelled = new Set([root]);
  }

  /** The schema with its compositions opened; `inherited` where all of it must hold of the root. */
  parts(schema: JsonObject, inherited: boolean): JsonObject {
    const entries = Object.entries(schema).flatMap(([key, value]): [string, unknown][] => {
      const keyword = compositions.find((composition) => composition === key);
      if (keyword === undefined || !Array.isArray(value)) return [[key, value]];
      const leadsBack = value.some((part) => this.#leading.leads(part, this.#root));
      if (!leadsBack) return [[key, value]];
      // The root is one of them, so it holds that it is one of them.
      if (inherited && keyword !== 'allOf') return [];
      const kept = value
        .map((part) => this.#part(part, inherited || keyword === 'allOf'))
        .filter((part) => part !== undefined);
      return kept.length > 0 ? [[key, kept]] : [];
    });
    return Object.fromEntries(entries.filter(([key]) => !inherited || key !== 'discriminator'));
  }

  #part(part: unknown, inherited: boolean): unknown {
    if (!isObject(part) || !this.#leading.leads(part, this.#root)) return part;
    const reference = stringAt(part, '$ref');
    if (reference === undefined) return this.parts(part, inherited);
    const key = keyOf(reference) ?? '';
    if (this.#spelled.has(key)) return undefined;
    this.#spelled.add(key);
    const target = this.#schemas[key];
    if (isObject(target) && stringAt(target, '$ref') !== undefined) return this.#part(target, inherited);
    return isObject(target) ? this.parts(target, inherited) : target;
  }
}
