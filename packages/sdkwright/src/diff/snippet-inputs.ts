import { jsonLiteral } from '../emit/literal.ts';
import { fieldAt, listAt } from '../model/json.ts';
import type { Alternative } from '../model/schema-form.ts';
import type { Operation, SdkModel } from '../model/sdk-model.ts';
import type { Change } from './change.ts';
import { rules } from './catalogue.ts';
import { sampleLiteral, type Focus } from './sample-literals.ts';

/** The document before or after a change. */
export type Side = 'before' | 'after';

/** The input of an example call: what has to be there, and the field that the change is about. */
export function inputLiteral(model: SdkModel, operation: Operation, change: Change, side: Side): string {
  const { input, pointer } = operation;
  if (input.fields.length === 0) return '';
  const place = { schema: input.schema, pointer: `${pointer}/input` };
  const literal = sampleLiteral(model, place, focusOf(change, side));
  return literal === '{}' && !input.required ? '' : literal;
}

/** Where an example shows the field that a change of an input is about, and the value that matters. */
export function focusOf(change: Change, side: Side): Focus {
  const { kind, path = [] } = change;
  const value = change[side];
  if (rules[kind].direction !== 'request') return { path: [] };
  if (kind === 'path-parameter-renamed') return { path: [...path.slice(0, -1), String(value)] };
  if (kind === 'nested-input-moved') return { path: [String(value), ...path.slice(1)] };
  if (kind === 'request-null-refused' && side === 'before') return { path, literal: 'null' };
  if (kind === 'request-null-allowed' && side === 'after') return { path, literal: 'null' };
  const isMember = kind === 'request-enum-member-added' || kind === 'request-enum-member-removed';
  if (isMember && value !== undefined) return { path, literal: jsonLiteral(value) };
  if (kind === 'request-type-changed' || kind === 'request-type-widened')
    return { path, ...telling(change, side) };
  // Calls that leave it out are what breaks, or what is new.
  if (kind === 'input-required' && side === 'before') return { path: [] };
  return kind === 'input-optional' && side === 'after' ? { path: [] } : { path };
}

/** A type that only this side has: the other one would show the same. */
function telling({ before, after }: Change, side: Side): Pick<Focus, 'type'> {
  const own = typesOf(side === 'before' ? before : after);
  const other = typesOf(side === 'before' ? after : before);
  const type = own.find((name) => !other.includes(name));
  return type === undefined ? {} : { type };
}

/** The types that a schema names, its choices included, as far as it can be told without following references. */
function typesOf(schema: unknown): Alternative['kind'][] {
  const choices = [...listAt(schema, 'oneOf'), ...listAt(schema, 'anyOf')];
  const named = [fieldAt(schema, 'type')].flat().flatMap((name): Alternative['kind'][] => {
    if (name === 'integer' || name === 'number') return ['number'];
    const isKind = name === 'string' || name === 'boolean' || name === 'array' || name === 'object';
    return isKind ? [name] : [];
  });
  return [...named, ...choices.flatMap(typesOf)];
}
