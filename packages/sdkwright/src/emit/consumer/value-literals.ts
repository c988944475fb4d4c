import { formOf, isUnknown, type Alternative, type Form, type Located } from '../../model/schema-form.ts';
import type { SdkModel } from '../../model/sdk-model.ts';
import { objectKey, stringLiteral } from '../literal.ts';
import { oncePerModel } from '../once-per-model.ts';

/** More variants than this of one schema are not written out. */
const mostVariants = 8;

/** Schemas that one value is written out of; for the rest stands what fits everywhere, or a file has no end. */
const mostParts = 250;

/** Which of the values that a schema allows is written. */
interface Choice {
  /** Every field, or those alone that are required. */
  readonly extent: 'all' | 'required';
  /** Of several types the one with this number, at every level. */
  readonly variant: number;
  /** Pointers of the schemas around; one that comes again would never end. */
  readonly above: readonly string[];
  /** How many more schemas are written out. */
  readonly budget: { left: number };
}

/** What fits everywhere, for what is not written out. */
const anything = 'given<never>()';

/**
 * Expressions that together have every field and every type in them that a schema allows, fresh object literals down
 * to the leaves, so that the compiler sees a field too many or too few; the last has only what is required.
 */
export function valueLiterals(model: SdkModel, place: Located): string[] {
  const count = Math.min(variantsOf(model, place), mostVariants);
  const literal = (extent: Choice['extent'], variant: number): string =>
    write(model, place, { extent, variant, above: [], budget: { left: mostParts } });
  const all = Array.from({ length: count }, (_, variant) => literal('all', variant));
  return [...new Set([...all, literal('required', 0)])];
}

const knownVariants: (model: SdkModel) => Map<string, number> = oncePerModel(() => new Map());

/** How many variants it takes until every type of every level was written. */
function variantsOf(model: SdkModel, place: Located): number {
  const known = knownVariants(model);
  const found = known.get(place.pointer);
  if (found !== undefined) return found;
  // While it is being counted; a schema that holds itself adds nothing to its own count.
  known.set(place.pointer, 1);
  const form = formOf(model, place);
  const own = form.alternatives.filter(isStructure);
  const below = own.flatMap(placesWithin).map((part) => variantsOf(model, part));
  const count = Math.max(1, own.length + (leafTypes(form).length > 0 ? 1 : 0), ...below);
  known.set(place.pointer, count);
  return count;
}

function placesWithin(alternative: Structure): Located[] {
  if (alternative.kind === 'array') return [alternative.items];
  return [...alternative.fields.values(), ...(alternative.rest ? [alternative.rest] : [])];
}

type Structure = Extract<Alternative, { kind: 'array' | 'object' }>;

function isStructure(alternative: Alternative): alternative is Structure {
  return alternative.kind === 'array' || alternative.kind === 'object';
}

function write(model: SdkModel, place: Located, choice: Choice): string {
  if (choice.above.includes(place.pointer) || choice.budget.left === 0) return anything;
  choice.budget.left -= 1;
  const within = { ...choice, above: [...choice.above, place.pointer] };
  const form = formOf(model, place);
  if (isUnknown(form)) return 'given<unknown>()';
  const leaves = leafTypes(form);
  const leaf = leaves.length === 0 ? [] : [() => `given<${leaves.join(' | ')}>()`];
  const structures = form.alternatives.filter(isStructure);
  const writers = [...leaf, ...structures.map((structure) => () => writeStructure(model, structure, within))];
  return writers[choice.variant % Math.max(writers.length, 1)]?.() ?? anything;
}

/** All that is no structure, as the members of one type. */
function leafTypes({ alternatives, nullable }: Form): string[] {
  return [...new Set([...alternatives.flatMap(leafType), ...(nullable ? ['null'] : [])])];
}

function leafType(alternative: Alternative): string[] {
  if (alternative.kind === 'blob') return ['Blob'];
  if (isStructure(alternative) || alternative.kind === 'unknown') return [];
  const values = 'values' in alternative ? alternative.values : undefined;
  if (!values) return [alternative.kind];
  return values.map((value) => (typeof value === 'string' ? stringLiteral(value) : String(value)));
}

function writeStructure(model: SdkModel, structure: Structure, choice: Choice): string {
  if (structure.kind === 'array') return `[${write(model, structure.items, choice)}]`;
  const { fields, rest } = structure;
  if (rest && [...fields.values()].some((field) => !isWithin(model, field, rest))) return anything;
  const isAll = choice.extent === 'all';
  // An optional field that leads back to where we are is left out.
  const named = [...fields].filter(
    ([, field]) => field.required || (isAll && !choice.above.includes(field.pointer)),
  );
  const all = rest && isAll ? [...named, ['anyName', rest] as const] : named;
  return `{ ${all.map(([name, part]) => `${objectKey(name)}: ${write(model, part, choice)}`).join(', ')} }`;
}

/**
 * Whether every type of the one is among those of the other. TypeScript holds each named field against the type of
 * those of any name as well; where it is another one, no literal can be written.
 */
function isWithin(model: SdkModel, one: Located, other: Located): boolean {
  const allowed = formOf(model, other);
  if (isUnknown(allowed)) return true;
  const { alternatives, nullable } = formOf(model, one);
  const isAllowed = (alternative: Alternative): boolean =>
    !isStructure(alternative) && allowed.alternatives.some(({ kind }) => kind === alternative.kind);
  return alternatives.every(isAllowed) && (allowed.nullable || !nullable);
}
