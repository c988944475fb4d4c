import type { ShapeIssue, ShapeSchema } from './standard-schema.ts';

/** The types of JSON Schema, and integers that no number can hold. */
export type TypeName = 'null' | 'boolean' | 'integer' | 'bigint' | 'number' | 'string' | 'array' | 'object';

/**
 * What a document says of a value's shape: the JSON Schema keywords that change a TypeScript type, no limits and
 * no formats. Generated. `ref` is a function, so that shapes may be recursive and unused ones fall out of bundles.
 */
export interface Shape {
  readonly type?: TypeName | readonly TypeName[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  /** The shape of fields that are not listed; true allows any. Missing: a field that is not listed is an addition. */
  readonly rest?: Shape | boolean;
  readonly items?: Shape;
  readonly allOf?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly ref?: () => Shape;
}

type Path = readonly PropertyKey[];

/** More would fill a log with one bad page. */
const mostIssues = 100;

/** Makes a Standard Schema of a shape. It checks and never changes the value. */
export function schemaOf(shape: Shape): ShapeSchema {
  const validate = (value: unknown): { readonly issues?: readonly ShapeIssue[] } => {
    const issues = check(shape, value, []).slice(0, mostIssues);
    return issues.length > 0 ? { issues } : {};
  };
  return { '~standard': { version: 1, vendor: 'sdkwright', validate } };
}

function check(shape: Shape, value: unknown, path: Path): ShapeIssue[] {
  const { ref, type, enum: choices } = shape;
  const wrongType = type !== undefined && ![type].flat().some((name) => isOfType(name, value));
  if (wrongType)
    return [contradiction(path, `expected ${[type].flat().join(' or ')}, received ${typeNameOf(value)}`)];
  return [
    ...(ref ? check(ref(), value, path) : []),
    ...(choices && !choices.some((choice) => choice === value) ? [notAmong(choices, value, path)] : []),
    ...(shape.items && Array.isArray(value) ? checkItems(shape.items, value, path) : []),
    ...(isRecord(value) ? checkFields(shape, value, path) : []),
    ...checkParts(shape, value, path),
  ];
}

function checkItems(items: Shape, values: readonly unknown[], path: Path): ShapeIssue[] {
  return values.flatMap((value, index) => check(items, value, [...path, index]));
}

function checkFields(shape: Shape, value: Readonly<Record<string, unknown>>, path: Path): ShapeIssue[] {
  const { properties = {}, required = [] } = shape;
  const missing = required
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => contradiction([...path, name], 'expected a value, received nothing'));
  const present = Object.entries(value).flatMap(([name, field]) => {
    const own = Object.hasOwn(properties, name) ? properties[name] : shape.rest;
    return typeof own === 'object' ? check(own, field, [...path, name]) : [];
  });
  return [...missing, ...present, ...unlistedFields(shape, value, path)];
}

/** Fields that neither the shape nor a part of it lists. An open shape, or one that is no object shape, lists all. */
function unlistedFields(shape: Shape, value: Readonly<Record<string, unknown>>, path: Path): ShapeIssue[] {
  const listed = listedFields(shape);
  if (!listed || !shape.properties) return [];
  return Object.keys(value)
    .filter((name) => !listed.has(name))
    .map((name) => ({
      path: [...path, name],
      message: 'the document does not list this field',
      addition: true,
    }));
}

/** Undefined where other fields are welcome. */
function listedFields(shape: Shape): ReadonlySet<string> | undefined {
  if (shape.rest !== undefined || shape.anyOf || shape.oneOf) return undefined;
  const parts = [...(shape.allOf ?? []), ...(shape.ref ? [shape.ref()] : [])].map(listedFields);
  const names = new Set(Object.keys(shape.properties ?? {}));
  for (const part of parts) {
    if (!part) return undefined;
    for (const name of part) names.add(name);
  }
  return names;
}

/** A part of an `allOf` sees only its share of the fields: what it does not list, a sibling may. */
function checkParts({ allOf = [], anyOf, oneOf }: Shape, value: unknown, path: Path): ShapeIssue[] {
  const all = allOf.flatMap((part) => check(part, value, path)).filter((issue) => !isUnlisted(issue));
  const alternatives = [anyOf, oneOf].filter((list) => list !== undefined);
  return [...all, ...alternatives.flatMap((list) => closestAlternative(list, value, path))];
}

function isUnlisted({ addition, message }: ShapeIssue): boolean {
  return addition && message.startsWith('the document does not list');
}

/** Nothing if one fits; else the issues of the nearest: the right type before all, then the fewest contradictions. */
function closestAlternative(shapes: readonly Shape[], value: unknown, path: Path): ShapeIssue[] {
  const weigh = ({ addition, path: { length } }: ShapeIssue): number =>
    addition ? 1 : length > path.length ? 1e3 : 1e6;
  const rank = (issues: readonly ShapeIssue[]): number =>
    issues.reduce((sum, issue) => sum + weigh(issue), 0);
  const ranked = shapes
    .map((shape) => check(shape, value, path))
    .toSorted((left, right) => rank(left) - rank(right));
  return ranked[0] ?? [];
}

/** A value of the right type that the list lacks is most likely a new member. */
function notAmong(choices: readonly unknown[], value: unknown, path: Path): ShapeIssue {
  const addition = choices.some((choice) => choice !== null && typeof choice === typeof value);
  const message = `expected ${choices.map((choice) => JSON.stringify(choice)).join(', ')}, received ${describe(value)}`;
  return { path, message, addition };
}

function contradiction(path: Path, message: string): ShapeIssue {
  return { path, message, addition: false };
}

function isOfType(name: TypeName, value: unknown): boolean {
  return name === typeNameOf(value) || (name === 'number' && typeof value === 'number');
}

function typeNameOf(value: unknown): TypeName {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  // What came as JSON is nothing else.
  return Number.isInteger(value) ? 'integer' : (typeof value as TypeName);
}

/** Values may be private: text is told by its length, as in logs. */
function describe(value: unknown): string {
  if (typeof value === 'string')
    return value.length <= 40 ? JSON.stringify(value) : `a text of ${value.length} characters`;
  return typeof value === 'object' && value !== null ? typeNameOf(value) : String(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
