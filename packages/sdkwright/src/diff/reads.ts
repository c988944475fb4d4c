import { propertyKey, stringLiteral } from '../emit/literal.ts';
import { formOf, type Alternative, type Located } from '../model/schema-form.ts';
import type { SdkModel } from '../model/sdk-model.ts';
import { nameOfRest } from './subject.ts';

/** An expression that reads a field. */
export interface Read {
  readonly text: string;
  /** Whether the field is there; else the expression ends at the last thing that is. */
  readonly isWhole: boolean;
}

interface Step {
  readonly place: Located;
  /** Whether the value may be missing: what follows is read with `?.`. */
  readonly isLoose: boolean;
  readonly text: string;
}

/** Reads what stands at a path below a value, as far as the schema has it. */
export function readOf(
  model: SdkModel,
  place: Located,
  expression: string,
  path: readonly string[],
  isLoose = false,
): Read {
  let here: Step = { place, text: expression, isLoose };
  for (const name of path) {
    const next = stepInto(model, here, name);
    if (!next) return { text: here.text, isWhole: false };
    here = next;
  }
  return { text: here.text, isWhole: true };
}

function stepInto(model: SdkModel, { place, text, isLoose }: Step, name: string): Step | undefined {
  const { alternatives, nullable } = formOf(model, place);
  const [only, another] = alternatives;
  if (!only || another) return undefined;
  const dot = isLoose || nullable ? '?.' : '';
  const next = placeWithin(only, name);
  if (!next) return undefined;
  if (only.kind === 'array') return { place: next, text: `${text}${dot}[0]`, isLoose: true };
  if (name === nameOfRest) return { place: next, text: `${text}${dot}['anyName']`, isLoose: true };
  const key = propertyKey(name);
  const member = key === name ? `${dot || '.'}${name}` : `${dot}[${stringLiteral(name)}]`;
  return { place: next, text: text + member, isLoose: isLoose || nullable || !next.required };
}

function placeWithin(
  alternative: Alternative,
  name: string,
): (Located & { readonly required: boolean }) | undefined {
  if (alternative.kind === 'array' && name === '[]') return { ...alternative.items, required: false };
  if (alternative.kind !== 'object') return undefined;
  if (name === nameOfRest) return alternative.rest && { ...alternative.rest, required: false };
  return alternative.fields.get(name);
}
