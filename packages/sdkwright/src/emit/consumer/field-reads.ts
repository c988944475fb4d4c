import { formOf, type Alternative, type Form, type Literal, type Located } from '../../model/schema-form.ts';
import type { SdkModel } from '../../model/sdk-model.ts';
import { propertyKey, stringLiteral } from '../literal.ts';

/** Levels of fields that are read one by one; below, the comparison of whole types has to do. */
const deepest = 4;

/** Statements that read every field of a value by its name and switch on every enum, with no case forgotten. */
export function fieldReads(model: SdkModel, place: Located, expression: string): string[] {
  return readsOf(model, place, expression, []);
}

function readsOf(model: SdkModel, place: Located, expression: string, above: readonly string[]): string[] {
  if (above.includes(place.pointer) || above.length > deepest) return [];
  const form = formOf(model, place);
  const values = enumValues(form);
  if (values.length > 0) return [exhaustiveSwitch(expression, values)];
  const [only, another] = form.alternatives;
  if (!only || another) return [];
  return structureReads(model, only, expression, [...above, place.pointer]);
}

function structureReads(
  model: SdkModel,
  alternative: Alternative,
  expression: string,
  above: readonly string[],
): string[] {
  if (alternative.kind === 'array') return readsOf(model, alternative.items, `${expression}?.[0]`, above);
  if (alternative.kind !== 'object') return [];
  const { fields, rest } = alternative;
  const named = [...fields].flatMap(([name, field]) => {
    const member = `${expression}?.${access(name)}`;
    return [`read(${member});\n`, ...readsOf(model, field, member, above)];
  });
  return rest ? [...named, `read(${expression}?.['anyName']);\n`] : named;
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
