import { formOf, type Alternative, type Form, type Literal, type Located } from '../../model/schema-form.ts';
import type { SdkModel } from '../../model/sdk-model.ts';
import { propertyKey, stringLiteral } from '../literal.ts';

/** Fields of one value that are read one by one; for the rest the comparison of whole types has to do. */
const mostReads = 100;

/** Named schemas within each other that are taken apart; each is taken apart by itself as well, in `types`. */
const mostNamed = 2;

/** Something that is still to be taken apart. */
interface Pending {
  readonly place: Located;
  readonly expression: string;
  /** Pointers of the schemas around; one that comes again would never end. */
  readonly above: readonly string[];
  /** How many named schemas are around. */
  readonly named: number;
}

/** Statements that read every field of a value by its name and switch on every enum, with no case forgotten. */
export function fieldReads(model: SdkModel, place: Located, expression: string): string[] {
  const statements: string[] = [];
  // The nearest first: what is far down is read by fewer programs.
  const pending: Pending[] = [{ place, expression, above: [], named: 0 }];
  for (const one of pending) {
    if (one.above.includes(one.place.pointer)) continue;
    const form = formOf(model, one.place);
    const values = enumValues(form);
    if (values.length > 0) statements.push(exhaustiveSwitch(one.expression, values));
    const [only, another] = form.alternatives;
    if (!only || another || one.named > mostNamed) continue;
    const parts = partsOf(only, one);
    if (only.kind === 'object') statements.push(...parts.map((part) => `read(${part.expression});\n`));
    if (statements.length > mostReads) break;
    pending.push(...parts);
  }
  return statements;
}

function partsOf(alternative: Alternative, { place, expression, ...outside }: Pending): Pending[] {
  const around = {
    above: [...outside.above, place.pointer],
    named: outside.named + (alternative.origin === undefined ? 0 : 1),
  };
  if (alternative.kind === 'array')
    return [{ place: alternative.items, expression: `${expression}?.[0]`, ...around }];
  if (alternative.kind !== 'object') return [];
  const { fields, rest } = alternative;
  const parts = [...fields].map(([name, field]) => ({
    place: field,
    expression: `${expression}?.${access(name)}`,
    ...around,
  }));
  return rest ? [...parts, { place: rest, expression: `${expression}?.['anyName']`, ...around }] : parts;
}

function access(name: string): string {
  const key = propertyKey(name);
  return key === name ? key : `[${stringLiteral(name)}]`;
}

/** The values of what is an enum and nothing else. */
function enumValues({ alternatives }: Form): Literal[] {
  const lists = alternatives.map((alternative) => ('values' in alternative ? alternative.values : undefined));
  return lists.includes(undefined) ? [] : lists.flatMap((values) => values ?? []);
}

function exhaustiveSwitch(expression: string, values: readonly Literal[]): string {
  const cases = [...new Set(values)].map(
    (value) => `case ${typeof value === 'string' ? stringLiteral(value) : String(value)}:\n`,
  );
  return [
    `{\nconst value = ${expression};\nswitch (value) {\n`,
    ...cases,
    `case null:\ncase undefined:\nbreak;\ndefault:\nmissed(value);\n}\n}\n`,
  ].join('');
}
