import { fieldAt, stringAt } from './json.ts';

/** What makes a schema more than the plain types that it names. */
const others = ['enum', 'const', '$ref', 'allOf', 'anyOf', 'oneOf'];

/** Whether a value of this schema may be an integer of 64 bits, which a JavaScript number cannot always hold. */
export function isInt64(schema: unknown): boolean {
  return (
    stringAt(schema, 'format') === 'int64' &&
    [fieldAt(schema, 'type')].flat().includes('integer') &&
    others.every((keyword) => fieldAt(schema, keyword) === undefined)
  );
}
