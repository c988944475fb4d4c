import { gone, isObject, mapFields, mapItems, type JsonObject } from './json.ts';

/** Something in a document that is not what OpenAPI says it is, and what was made of it. */
export interface Fault {
  readonly at: readonly string[];
  /** What it is, what was expected, and what was done instead. */
  readonly fact: string;
}

/** The way to a value; a list of its own for every value of a large document would cost too much. */
export interface Way {
  readonly key: string;
  readonly above?: Way;
}

/** What a value may be. Gives the value, another in its place, or `gone`. The same value where nothing is wrong. */
export type Form = (value: unknown, way: Way | undefined, report: (fault: Fault) => void) => unknown;

/** A value of one kind; any other is left out. */
export function plain(expected: string, accepts: (value: unknown) => boolean): Form {
  return (value, way, report) => {
    if (accepts(value)) return value;
    report({ at: pathOf(way), fact: `is ${shown(value)}; ${expected} was expected; it is left out` });
    return gone;
  };
}

/** An object with fields of these forms; what is not among them stays as it is. */
export function object(expected: string, fields: () => Readonly<Record<string, Form>>): Form {
  let known: Readonly<Record<string, Form>> | undefined;
  return (value, way, report) => {
    if (!isObject(value)) return plain(expected, isObject)(value, way, report);
    known ??= fields();
    const forms = known;
    return mendFields(value, (key) => (Object.hasOwn(forms, key) ? forms[key] : undefined), way, report);
  };
}

/** An object whose keys the author chose. */
export function mapOf(expected: string, form: Form): Form {
  return (value, way, report) =>
    isObject(value)
      ? mendFields(value, () => form, way, report)
      : plain(expected, isObject)(value, way, report);
}

export function listOf(expected: string, form: Form): Form {
  return (value, way, report) => {
    if (!Array.isArray(value)) return plain(expected, Array.isArray)(value, way, report);
    return mapItems(value, (item, index) => form(item, below(way, String(index)), report));
  };
}

/** The form, and where a value is none, something that does no harm in its place. */
export function otherwise(form: Form, stead: unknown): Form {
  return (value, way, report) => {
    const mended = form(value, way, report);
    return mended === gone ? stead : mended;
  };
}

export function firstThen(first: Form, then: Form): Form {
  return (value, way, report) => {
    const mended = first(value, way, report);
    return mended === gone ? gone : then(mended, way, report);
  };
}

export function pathOf(way: Way | undefined): string[] {
  const path: string[] = [];
  for (let next = way; next; next = next.above) path.unshift(next.key);
  return path;
}

export function below(way: Way | undefined, key: string): Way {
  return way ? { key, above: way } : { key };
}

function mendFields(
  value: JsonObject,
  formOf: (key: string) => Form | undefined,
  way: Way | undefined,
  report: (fault: Fault) => void,
): JsonObject {
  return mapFields(value, (child, key) => formOf(key)?.(child, below(way, key), report) ?? child);
}

/** Short enough for a line. */
function shown(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
