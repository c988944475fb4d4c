import { SdkwrightError, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { isObject, objectAt, stringAt, type JsonObject } from '../model/json.ts';
import { pointerOf, resolvePointer } from '../model/pointer.ts';
import { Follower, isLoneReference, type Found } from './follow-references.ts';
import { freeName, namesOfFilePart } from './part-names.ts';
import { maxNesting } from './parse.ts';
import { below, keyOf, type Position } from './position.ts';
import { componentSections, fieldPlace, type Place } from './reference-places.ts';
import type { DocumentFiles, WantedFile } from './referenced-files.ts';

/** One document made of many files. */
export interface Bundle {
  readonly document: JsonObject;
  /** Where the parts that came from other files stand there, by their pointer in the document. */
  readonly origins: ReadonlyMap<string, Position>;
}

/** Files that lead to files that lead to files. */
const maxRounds = 50;

/** A part that is no component is put in at every place that refers to it; doublings of doublings end here. */
const maxPlaced = 50_000;

/** Values of all kinds; the largest documents that are known have under a million. */
const maxNodes = 5_000_000;

/**
 * Brings what a document refers to in other files into it: a component for whatever may be one, in place for the
 * rest. Only what stands where a reference can stand is read; a `$ref` in an example is data.
 * @throws SdkwrightError with every reference that was refused or leads nowhere.
 */
export async function bundleReferences(files: DocumentFiles): Promise<Bundle> {
  if (!leadsOut(files.root.document)) return { document: files.root.document, origins: new Map() };
  for (let round = 0; round < maxRounds; round += 1) {
    const bundler = new Bundler(files);
    const bundle = bundler.bundle();
    if (bundler.problems.length > 0 && bundler.wanted.length === 0)
      throw new SdkwrightError(bundler.problems);
    if (bundler.wanted.length === 0) return bundle;
    const problems = await files.read(bundler.wanted);
    if (problems.length > 0) throw new SdkwrightError([...problems, ...bundler.problems]);
  }
  throw endless(files, `refers to files over more than ${maxRounds} others`);
}

/** Whether anything in there looks like a reference to another file; data may do so too. */
function leadsOut(document: JsonObject): boolean {
  const pending: unknown[] = [document];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, child] of Object.entries(value)) {
      if (key === '$ref' && typeof child === 'string' && !child.startsWith('#')) return true;
      if (key === 'mapping' && isObject(child) && Object.values(child).some(isFileReference)) return true;
      if (typeof child === 'object' && child !== null) pending.push(child);
    }
  }
  return false;
}

/** A mapping names a schema or refers to one; only what cannot be a name is taken for a reference. */
function isFileReference(value: unknown): boolean {
  if (typeof value !== 'string' || value.startsWith('#')) return false;
  return /[/#]|\.(ya?ml|json)$/i.test(value);
}

interface Part {
  readonly at: readonly string[];
  readonly section: string;
  readonly found: Found;
}

class Bundler {
  readonly #files: DocumentFiles;
  readonly #follower: Follower;
  readonly #origins = new Map<string, Position>();
  /** Names by section and place, for what already is a component or became one. */
  readonly #names = new Map<string, string>();
  /** Names in lower case by section: they become files. */
  readonly #taken = new Map<string, Set<string>>();
  readonly #parts: Part[] = [];
  readonly #open = new Set<string>();
  #nodes = 0;
  #placements = 0;

  constructor(files: DocumentFiles) {
    this.#files = files;
    this.#follower = new Follower(files);
  }

  get problems(): Diagnostic[] {
    return this.#follower.problems;
  }

  get wanted(): WantedFile[] {
    return [...this.#follower.wanted.values()];
  }

  bundle(): Bundle {
    const { root } = this.#files;
    for (const section of componentSections) this.#nameExisting(section);
    const walked = this.#walk(root.document, { holdsNames: false }, { file: root, segments: [] }, []);
    const document = isObject(walked) ? walked : {};
    const components = { ...objectAt(document, 'components') };
    let added = false;
    for (let part = this.#parts.shift(); part; part = this.#parts.shift()) {
      const [, section = '', name = ''] = part.at;
      const value = this.#placed(part.found, { section: part.section, holdsNames: false }, part.at);
      components[section] = { ...objectAt(components, section), [name]: value };
      added = true;
    }
    return { document: added ? { ...document, components } : document, origins: this.#origins };
  }

  /** What the document itself calls a component keeps that name, also where it stands in another file. */
  #nameExisting(section: string): void {
    const { root } = this.#files;
    const start = this.#follower.find(pointerOf('components', section), { file: root, segments: [] });
    const holder = start && this.#follower.end(start);
    if (!holder || !isObject(holder.value)) return;
    const entries = Object.entries(holder.value);
    this.#taken.set(section, new Set(entries.map(([name]) => name.toLowerCase())));
    const isAlias = ([, value]: [string, unknown]): boolean => isLoneReference(value);
    for (const [name, value] of [...entries.filter((entry) => !isAlias(entry)), ...entries.filter(isAlias)]) {
      const found = this.#follower.end({ ...below(holder, name), value });
      const key = found && `${section} ${keyOf(found)}`;
      if (key !== undefined && !this.#names.has(key)) this.#names.set(key, name);
    }
  }

  /** A copy of what stands at a place, with its references rewritten. */
  #walk(value: unknown, place: Place, from: Position, at: readonly string[]): unknown {
    this.#nodes += 1;
    if (this.#nodes > maxNodes || at.length > maxNesting) throw this.#tooMuch();
    if (Array.isArray(value)) {
      return value.map((item, index) =>
        this.#walk(item, { ...place, holdsNames: false }, below(from, index), [...at, String(index)]),
      );
    }
    if (!isObject(value)) return value;
    const reference = stringAt(value, '$ref');
    if (reference === undefined || this.#staysAsIs(reference, from, place)) {
      return this.#fields(value, place, from, at);
    }
    return this.#replaced(value, reference, place, from, at);
  }

  #fields(value: JsonObject, place: Place, from: Position, at: readonly string[]): JsonObject {
    const fields = Object.entries(value).map(([key, child]): [string, unknown] => {
      const [fromChild, atChild] = [below(from, key), [...at, key]];
      if (place.holdsNames)
        return [key, this.#walk(child, { ...place, holdsNames: false }, fromChild, atChild)];
      if (place.section === 'schemas' && key === 'mapping') return [key, this.#mapping(child, from)];
      const there = fieldPlace(place.section, key);
      return [key, there === undefined ? child : this.#walk(child, there, fromChild, atChild)];
    });
    return Object.fromEntries(fields);
  }

  /** A reference within the root that needs no other file is for later steps. */
  #staysAsIs(reference: string, from: Position, { holdsNames }: Place): boolean {
    const { root } = this.#files;
    if (from.file !== root || !reference.startsWith('#')) return false;
    return holdsNames || resolvePointer(root.document, reference) !== undefined;
  }

  #replaced(
    value: JsonObject,
    reference: string,
    place: Place,
    from: Position,
    at: readonly string[],
  ): unknown {
    const { section, holdsNames } = place;
    // Where the root has no such part itself, and no file brings it, that is for the check of the whole.
    const isOwn = from.file === this.#files.root && reference.startsWith('#');
    const target = isOwn ? this.#follower.find(reference, from) : this.#follower.target(reference, from);
    if (!target) return isOwn ? this.#fields(value, place, from, at) : {};
    const { $ref: _, ...others } = value;
    const siblings = this.#fields(others, place, from, at);
    for (const key of Object.keys(siblings)) this.#origins.set(pointerOf(...at, key), below(from, key));
    if (section === undefined || section === 'pathItems' || holdsNames) {
      const { root } = this.#files;
      if (section === 'pathItems' && target.file === root)
        return { ...siblings, $ref: pointerOf(...target.segments) };
      const found = this.#placed(target, place, at);
      return isObject(found) ? { ...found, ...siblings } : found;
    }
    const end = this.#follower.end(target);
    if (!end) return siblings;
    const name = this.#names.get(`${section} ${keyOf(end)}`);
    const isThat = name !== undefined && pointerOf(...at) === pointerOf('components', section, name);
    if (isThat && isLoneReference(value)) return this.#placed(end, place, at);
    return { $ref: this.#pointerTo(end, section), ...siblings };
  }

  /** What stands at another place, put in at this one. What holds itself is left open there. */
  #placed(found: Found, place: Place, at: readonly string[]): unknown {
    const key = keyOf(found);
    this.#placements += 1;
    if (this.#placements > maxPlaced || this.#open.size > maxNesting) throw this.#tooMuch();
    if (this.#open.has(key)) return {};
    this.#open.add(key);
    this.#origins.set(pointerOf(...at), found);
    const value = this.#walk(found.value, place, found, at);
    this.#open.delete(key);
    return value;
  }

  #tooMuch(): SdkwrightError {
    return endless(this.#files, 'has too many parts inside of each other with what it refers to');
  }

  #mapping(mapping: unknown, from: Position): unknown {
    if (!isObject(mapping)) return mapping;
    const entries = Object.entries(mapping).map(([value, target]): [string, unknown] => {
      const isReference = typeof target === 'string' && (isFileReference(target) || target.startsWith('#'));
      if (!isReference || this.#staysAsIs(target, from, { holdsNames: false })) return [value, target];
      const found = this.#follower.target(target, from);
      const end = found && this.#follower.end(found);
      return [value, end ? this.#pointerTo(end, 'schemas') : target];
    });
    return Object.fromEntries(entries);
  }

  #pointerTo(found: Found, section: string): string {
    const key = `${section} ${keyOf(found)}`;
    const known = this.#names.get(key);
    if (known !== undefined) return pointerOf('components', section, known);
    if (found.file === this.#files.root) return pointerOf(...found.segments);
    const name = this.#free(section, namesOfFilePart(found.file.address, found.segments));
    this.#names.set(key, name);
    const at = ['components', section, name];
    this.#parts.push({ at, section, found });
    return pointerOf(...at);
  }

  #free(section: string, wishes: readonly string[]): string {
    const taken = this.#taken.get(section) ?? new Set<string>();
    this.#taken.set(section, taken);
    return freeName(taken, wishes);
  }
}

function endless({ root }: DocumentFiles, fact: string): SdkwrightError {
  const file = root.source.location;
  return new SdkwrightError([
    {
      code: 'document-too-large',
      severity: 'error',
      message: `"${file}" ${fact}`,
      help: 'Check that this is the right document.',
      location: { file },
    },
  ]);
}
