import { isAtLeast } from '../diff/bumps.ts';
import type { ChangeKind } from '../diff/catalogue.ts';
import type { Change } from '../diff/change.ts';
import { bumpOf } from '../diff/describe.ts';
import { isQuery } from '../model/cache-effects.ts';
import type { SdkModel } from '../model/sdk-model.ts';
import { adviceOf, spreadAdvice } from './advice.ts';
import { placeOf, type Place } from './change-place.ts';
import { operationNames, type NamedOperation, type Style } from './operation-names.ts';
import type { Site } from './site.ts';

/**
 * What an update asks of a place in the code. `change`: it no longer compiles or does something else. `upgrade`: it
 * stays as it is, but earlier releases of the packages fail. `look`: it goes on working; there is something to know.
 */
export type Need = 'change' | 'upgrade' | 'look';

/** One place in the consumer's code and what one change of the API means for it. Plain JSON. */
export interface Impact {
  readonly site: Site;
  readonly change: Change;
  readonly need: Need;
  /** What to do, in a sentence. */
  readonly advice: string;
}

/** Names change in some ways of calling only. Kinds that are not here touch all of them. */
const stylesOf: Partial<Record<ChangeKind, readonly Style[]>> = {
  'operation-renamed': ['function', 'hook', 'type'],
  'sdk-method-renamed': ['method', 'key'],
  'operation-moved': ['method', 'function', 'hook', 'key'],
  'hook-kind-changed': ['hook'],
  'pagination-removed': ['method', 'function', 'hook'],
};

/** What touches those who do not give the field. */
const missingKinds: ReadonlySet<ChangeKind> = new Set(['required-input-added', 'input-required']);

/** The sites that the changes touch, by file and line. `model` is that of the release the code was written for. */
export function impactOf(changes: readonly Change[], model: SdkModel, sites: readonly Site[]): Impact[] {
  const named = operationNames(model);
  const found = changes.flatMap((change) => {
    if (!isNoticed(change)) return [];
    return sitesOf(change, model, sites, named).map((site): Impact => {
      const need = needOf(change, site);
      const isSpread = site.use.kind === 'object' && site.use.isOpen;
      return { site, change, need, advice: isSpread ? spreadAdvice(change) : adviceOf(change, need) };
    });
  });
  const order = new Map(sites.map((site, index) => [site, index]));
  return found.toSorted((left, right) => (order.get(left.site) ?? 0) - (order.get(right.site) ?? 0));
}

/** What goes on working and is still good to know of. */
const noticedKinds: ReadonlySet<ChangeKind> = new Set([
  'operation-deprecated',
  'field-deprecated',
  'response-enum-member-added',
]);

/** What is new touches nobody, and what is told in other words neither. */
function isNoticed(change: Change): boolean {
  if (change.compile.length > 0 || change.wire !== 'none' || noticedKinds.has(change.kind)) return true;
  return isAtLeast(bumpOf(change), 'minor') && change.before !== undefined;
}

function needOf({ compile, wire }: Change, { package: from, use }: Site): Need {
  if (use.kind === 'object' && use.isOpen) return 'look';
  if (wire === 'break' || compile.includes(from)) return 'change';
  if (from === 'types' && compile.length > 0) return 'change';
  return wire === 'until-upgrade' ? 'upgrade' : 'look';
}

function sitesOf(
  change: Change,
  model: SdkModel,
  sites: readonly Site[],
  named: (site: Site) => NamedOperation | undefined,
): Site[] {
  const place = placeOf(model, change);
  const calls = (styles: readonly Style[]): Site[] =>
    sites.filter((site) => {
      const found = named(site);
      const isNamed = found?.operation.id === change.operation && site.use.kind !== 'object';
      return isNamed && styles.includes(found?.style ?? 'type');
    });
  if (place && missingKinds.has(change.kind))
    return [
      ...sites.filter((site) => lacks(site, place)),
      ...calls(callStyles).filter(mayLack(place, named)),
    ];
  if (place) return sites.filter((site) => isAt(site, place, change));
  if (change.operation !== undefined) return calls(stylesOf[change.kind] ?? allStyles);
  return sites.filter((site) => isOfApi(site, change, model));
}

const callStyles: readonly Style[] = ['method', 'function', 'hook'];
const allStyles: readonly Style[] = [...callStyles, 'key', 'type'];

/** An object that stands where the field has to be, without it. */
function lacks({ owner, path, use }: Site, place: Place): boolean {
  const [field = ''] = place.path.slice(-1);
  return (
    use.kind === 'object' &&
    owner === place.owner &&
    isSame(path, place.path.slice(0, -1)) &&
    !use.fields.includes(field)
  );
}

/** A call whose input is not written out. A mutation's hook takes none; its `mutate` does. */
function mayLack(place: Place, named: (site: Site) => NamedOperation | undefined): (site: Site) => boolean {
  return (site) => {
    const found = named(site);
    if (site.use.kind !== 'call' || place.path.length > 1 || !found) return false;
    if (found.style === 'hook' && !isQuery(found.operation)) return false;
    return site.use.input !== 'fields';
  };
}

/** A use of the place itself, or of a field that has the type that changed as a whole. */
function isAt(site: Site, place: Place, change: Change): boolean {
  const { use, owner, path } = site;
  if (use.kind === 'object' || use.kind === 'call') return false;
  const isHere = owner === place.owner && isSame(path, place.path);
  if (use.kind === 'name') return isHere;
  const isTyped = place.path.length === 0 && use.types.includes(place.owner);
  if (!isHere && !isTyped) return false;
  return change.direction === 'both' || use.kind === (change.direction === 'request' ? 'write' : 'read');
}

/** What holds for every call is seen where the client is made; a name that is gone where it is used. */
function isOfApi({ owner, path, use }: Site, { kind, before }: Change, { api }: SdkModel): boolean {
  if (kind.startsWith('enum-constant-')) return owner === before;
  if (kind.startsWith('oauth-endpoint-')) return owner === 'oauthEndpoints';
  if (/^(named-server|server-variable)-/.test(kind)) return owner === 'servers';
  return path.length === 0 && use.kind !== 'object' && [api.name, 'api'].includes(owner);
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((step, index) => step === right[index]);
}
