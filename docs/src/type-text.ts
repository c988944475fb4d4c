import { isObject, resolved, type Values } from './document.ts';

/** A schema as a reader of TypeScript expects it, on one line: `Task[]`, `'open' | 'done'`, `string | null`. */
export function typeText(schema: unknown): string {
  if (!isObject(schema)) return 'unknown';
  const reference = schema['$ref'];
  if (typeof reference === 'string') return reference.split('/').at(-1) ?? 'unknown';
  const values = schema['enum'] ?? (Object.hasOwn(schema, 'const') ? [schema['const']] : undefined);
  if (Array.isArray(values)) return union(values.map((value) => literal(value)));
  const alternatives = schema['oneOf'] ?? schema['anyOf'];
  if (Array.isArray(alternatives)) return union(alternatives.map(typeText));
  const type = schema['type'];
  return Array.isArray(type) ? union(type.map((each) => named(schema, each))) : named(schema, type);
}

function named(schema: Values, type: unknown): string {
  if (type === 'array') {
    const item = typeText(schema['items']);
    return item.includes(' ') ? `(${item})[]` : `${item}[]`;
  }
  if (type === 'integer') return 'number';
  if (typeof type === 'string') return type;
  return isObject(schema['properties']) || Array.isArray(schema['allOf']) ? 'object' : 'unknown';
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
}

function union(parts: readonly string[]): string {
  return [...new Set(parts)].join(' | ');
}

/** One field of an input or an answer. */
export interface FieldRow {
  /** In dots, `[]` for the items of a list. */
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly text: string;
}

/** Every field below a schema, references followed; a type that holds itself is followed once. */
export function fieldRows(
  document: Values,
  schema: unknown,
  prefix = '',
  above: readonly string[] = [],
): FieldRow[] {
  if (!isObject(schema)) return [];
  const reference = schema['$ref'];
  const name = typeof reference === 'string' ? reference : undefined;
  if (name !== undefined && above.includes(name)) return [];
  const inside = name === undefined ? above : [...above, name];
  const whole = resolved(document, schema);
  if (whole['items'] !== undefined) return fieldRows(document, whole['items'], `${prefix}[]`, inside);
  const parts = [whole['allOf'], whole['oneOf'], whole['anyOf']].flatMap((each) =>
    Array.isArray(each) ? each : [],
  );
  const required = Array.isArray(whole['required']) ? whole['required'] : [];
  const properties = isObject(whole['properties']) ? Object.entries(whole['properties']) : [];
  return [
    ...properties.flatMap(([key, child]) => {
      const path = prefix === '' ? key : `${prefix}.${key}`;
      const row = {
        name: path,
        type: typeText(child),
        isRequired: required.includes(key),
        text: meaning(document, child),
      };
      return [row, ...fieldRows(document, child, path, inside)];
    }),
    ...parts.flatMap((part) => fieldRows(document, part, prefix, inside)),
  ];
}

const limits = ['default', 'minimum', 'maximum', 'minLength', 'maxLength', 'pattern', 'format'];

/** What people need to know of a field: its description, its limits, an example. */
export function meaning(document: Values, schema: unknown): string {
  const own = isObject(schema) ? schema : {};
  const whole = { ...resolved(document, own), ...own };
  const description = typeof whole['description'] === 'string' ? whole['description'].trim() : '';
  const facts = limits
    .filter((name) => whole[name] !== undefined)
    .map((name) => `${name} ${JSON.stringify(whole[name])}`);
  return [description, facts.length === 0 ? '' : `(${facts.join(', ')})`]
    .filter((part) => part !== '')
    .join(' ');
}
