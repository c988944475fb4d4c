import { pascalCase } from '../model/names.ts';

/** Keywords that say how a document is built, not what it is about. */
const structure: ReadonlySet<string> = new Set(
  `components schemas responses parameters requestBodies headers examples paths webhooks content schema properties
  patternProperties $defs definitions allOf anyOf oneOf`.split(/\s+/),
);

/** `TaskOwner` for `#/components/schemas/Task/properties/owner`; a media type says nothing to a reader. */
export function nameOfPart(segments: readonly string[]): string {
  const words = segments.filter(
    (segment, index) => !structure.has(segment) && segments[index - 1] !== 'content',
  );
  // Component names are ASCII (OpenAPI 3.1, section 4.8.7).
  return pascalCase(words.join(' ')).replaceAll(/[^A-Za-z0-9]/g, '') || 'Part';
}

/** The names to try for a part of another file, best first: its own, that with its file's, that with its folder's. */
export function namesOfFilePart(address: string, segments: readonly string[]): string[] {
  const [file = '', folder = ''] = address.split(/[\\/]/).toReversed();
  const base = file.replace(/\.(ya?ml|json)$/i, '');
  const own = plainName(segments) ?? nameOfPart(segments);
  const names = segments.length === 0 ? [base] : [own, `${base} ${own}`];
  return [...names, `${folder} ${names.at(-1) ?? ''}`].map((name) =>
    /^[A-Za-z0-9._-]+$/.test(name) ? name : nameOfPart([name]),
  );
}

/** The first of the names that nobody has yet, or the last of them with a number; it is taken from now on. */
export function freeName(taken: Set<string>, wishes: readonly string[]): string {
  // Names become files, and some file systems know no case.
  const isFree = (name: string): boolean => !taken.has(name.toLowerCase());
  const last = wishes.at(-1) ?? '';
  let name = wishes.find(isFree) ?? last;
  for (let number = 2; !isFree(name); number += 1) name = `${last}${number}`;
  taken.add(name.toLowerCase());
  return name;
}

/** A part that its file names, as it is: `user_account` of `schemas.yaml#/user_account`. */
function plainName(segments: readonly string[]): string | undefined {
  const [only, ...others] = segments.filter((segment) => !structure.has(segment));
  return others.length === 0 && /^[A-Za-z0-9._-]+$/.test(only ?? '') ? only : undefined;
}
