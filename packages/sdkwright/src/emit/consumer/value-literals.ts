import { formOf, isUnknown, type Alternative, type Form, type Located } from '../../model/schema-form.ts';
import type { SdkModel } from '../../model/sdk-model.ts';
import { objectKey, stringLiteral } from '../literal.ts';

/** More variants than this of one schema are not written out. */
const mostVariants = 12;

/** Which of the values that a schema allows is written. */
interface Choice {
  /** Every field, or those alone that are required. */
  readonly extent: 'all' | 'required';
  /** Of several types the one with this number, at every level. */
  readonly variant: number;
  /** Pointers of the schemas around; one that comes again would never end. */
  readonly above: readonly string[];
}

interface Written {
  readonly text: string;
  /** How many variants it takes until every type of every level was written. */
  readonly variants: number;
}

/**
 * Expressions that together have every field and every type in them that a schema allows, fresh object literals down
 * to the leaves, so that the compiler sees a field too many or too few; the last has only what is required.
 */
export function valueLiterals(model: SdkModel, place: Located): string[] {
  const first = write(model, place, { extent: 'all', variant: 0, above: [] });
  const count = Math.min(first.variants, mostVariants);
  const all = Array.from(
    { length: count },
    (_, variant) => write(model, place, { extent: 'all', variant, above: [] }).text,
  );
  const least = write(model, place, { extent: 'required', variant: 0, above: [] }).text;
  return [...new Set([...all, least])];
}

function write(model: SdkModel, place: Located, choice: Choice): Written {
  if (choice.above.includes(place.pointer)) return { text: 'given<never>()', variants: 1 };
  const within = { ...choice, above: [...choice.above, place.pointer] };
  const writers = writersOf(model, formOf(model, place), within);
  const writer = writers[choice.variant % Math.max(writers.length, 1)];
  if (!writer) return { text: 'given<never>()', variants: 1 };
  // What the variants not written here have below them counts too.
  const variants = Math.max(writers.length, ...writers.map((write) => write().variants));
  return { text: writer().text, variants };
}

/** One for all that is no structure, as a single type; one for each structure. */
function writersOf(model: SdkModel, form: Form, choice: Choice): (() => Written)[] {
  if (isUnknown(form)) return [() => ({ text: 'given<unknown>()', variants: 1 })];
  const leaves = [...form.alternatives.flatMap(leafTypes), ...(form.nullable ? ['null'] : [])];
  const leaf = { text: `given<${[...new Set(leaves)].join(' | ')}>()`, variants: 1 };
  return [
    ...(leaves.length > 0 ? [() => leaf] : []),
    ...form.alternatives.flatMap((alternative) => structureWriter(model, alternative, choice)),
  ];
}

function leafTypes(alternative: Alternative): string[] {
  if (alternative.kind === 'blob') return ['Blob'];
  if (!('values' in alternative)) return isPrimitive(alternative.kind) ? [alternative.kind] : [];
  const { values } = alternative;
  if (!values) return [alternative.kind];
  return values.map((value) => (typeof value === 'string' ? stringLiteral(value) : String(value)));
}

function isPrimitive(kind: Alternative['kind']): boolean {
  return kind === 'string' || kind === 'number' || kind === 'boolean';
}

function structureWriter(model: SdkModel, alternative: Alternative, choice: Choice): (() => Written)[] {
  if (alternative.kind === 'array')
    return [
      () => {
        const item = write(model, alternative.items, choice);
        return { ...item, text: `[${item.text}]` };
      },
    ];
  return alternative.kind === 'object' ? [() => writeObject(model, alternative, choice)] : [];
}

function writeObject(
  model: SdkModel,
  { fields, rest }: Extract<Alternative, { kind: 'object' }>,
  choice: Choice,
): Written {
  const named = [...fields].filter(
    ([, field]) => (field.required || choice.extent === 'all') && !isEndless(field, choice),
  );
  const anyName = rest && choice.extent === 'all' ? [['anyName', rest] as const] : [];
  const written = [...named, ...anyName].map(([name, field]) => [name, write(model, field, choice)] as const);
  return {
    text: `{ ${written.map(([name, { text }]) => `${objectKey(name)}: ${text}`).join(', ')} }`,
    variants: Math.max(1, ...written.map(([, { variants }]) => variants)),
  };
}

/** An optional field that leads back to where we are is left out. */
function isEndless(field: Located & { readonly required: boolean }, { above }: Choice): boolean {
  return !field.required && above.includes(field.pointer);
}
