import type { NamedSchema, SdkModel } from '../model/sdk-model.ts';
import { compareSchemas } from './compare-schemas.ts';
import { formOf } from '../model/schema-form.ts';

/** The name after, by the name before: of equal names, and of schemas that differ in nothing but their name. */
export function matchSchemas(before: SdkModel, after: SdkModel): ReadonlyMap<string, string> {
  const namesAfter = new Set(after.schemas.map(({ name }) => name));
  const namesBefore = new Set(before.schemas.map(({ name }) => name));
  const names = new Map(
    before.schemas.filter(({ name }) => namesAfter.has(name)).map(({ name }) => [name, name]),
  );
  const lost = before.schemas.filter(({ name }) => !namesAfter.has(name));
  const found = after.schemas.filter(({ name }) => !namesBefore.has(name));
  for (const was of lost) {
    const taken = new Set(names.values());
    const is = found.find((other) => !taken.has(other.name) && isRename(before, after, was, other));
    if (is) names.set(was.name, is.name);
  }
  return names;
}

/** Only what has fields or values of its own can be known again under another name. */
function isRename(before: SdkModel, after: SdkModel, was: NamedSchema, is: NamedSchema): boolean {
  const isTelling = formOf(before, was).alternatives.some(
    (one) => (one.kind === 'object' && one.fields.size > 0) || ('values' in one && one.values !== undefined),
  );
  const names = new Map([[was.name, is.name]]);
  return (
    isTelling &&
    compareSchemas(
      { before, after, names },
      { before: was, after: is, direction: 'response', above: [] },
      { calls: [], pointers: {} },
    ).every(({ kind }) => kind === 'described')
  );
}
