import { fieldAt, numberAt, stringAt } from '../model/json.ts';
import type { Schema } from '../model/sdk-model.ts';

/** A higher number lets less through. */
const lowerBounds = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
/** A lower number lets less through. */
const upperBounds = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];
/** Of two values neither is known to let less through, so any other one may refuse what was taken. */
const otherLimits = ['pattern', 'format', 'multipleOf', 'uniqueItems'];

export interface LimitChange {
  readonly keyword: string;
  /** Whether values that were allowed may be refused now. */
  readonly isTighter: boolean;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Every limit that differs between two schemas of one type. `integer` is a limit of `number`. */
export function limitChanges(before: Schema, after: Schema, isNumber: boolean): LimitChange[] {
  const keywords = [...lowerBounds, ...upperBounds, ...otherLimits, ...(isNumber ? ['type'] : [])];
  return keywords.flatMap((keyword) => {
    const was = limitAt(before, keyword);
    const is = limitAt(after, keyword);
    if (was === is) return [];
    return [
      {
        keyword,
        isTighter: isTighter(keyword, was, is),
        ...(was === undefined ? {} : { before: was }),
        ...(is === undefined ? {} : { after: is }),
      },
    ];
  });
}

function limitAt(schema: Schema, keyword: string): unknown {
  const value = fieldAt(schema, keyword);
  if (keyword === 'type') return isInteger(schema) ? 'integer' : undefined;
  // `uniqueItems: false` and the boolean bounds of OpenAPI 3.0 limit nothing when false.
  return value === false ? undefined : value;
}

function isInteger(schema: Schema): boolean {
  const type = fieldAt(schema, 'type');
  return Array.isArray(type) ? type.includes('integer') : stringAt(schema, 'type') === 'integer';
}

function isTighter(keyword: string, was: unknown, is: unknown): boolean {
  if (is === undefined) return false;
  if (was === undefined || typeof was !== 'number' || typeof is !== 'number') return true;
  if (lowerBounds.includes(keyword)) return is > was;
  if (upperBounds.includes(keyword)) return is < was;
  return keyword !== 'multipleOf' || (numberAt({ was }, 'was') ?? 1) % is !== 0;
}
