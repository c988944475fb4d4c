import type { NamedSchema, SdkModel } from '../model/sdk-model.ts';
import { settleEnumConstants } from '../emit/types/enum-values.ts';
import { callPath } from './call-path.ts';
import { changeOf } from './catalogue.ts';
import type { Change, Subject } from './change.ts';
import { compareSchemas } from './compare-schemas.ts';
import type { Comparison } from './comparison.ts';
import { matchOperations } from './match-operations.ts';
import { matchSchemas } from './match-schemas.ts';
import { reachOfSchemas, type ReachOfSchemas } from './reach.ts';

/** Exported schemas that came, went, got another name or changed, once for each direction they are used in. */
export function diffSchemas(comparison: Comparison): Change[] {
  const { before, after, names } = comparison;
  const reach = reachOfSchemas(before);
  const kept = new Set(names.values());
  return [
    ...before.schemas.flatMap((was) => {
      const is = after.schemas.find(({ name }) => name === names.get(was.name));
      const calls = callsOf(reach, was);
      if (!is)
        return [changeOf('schema-removed', { schema: was.name, calls, pointers: { before: was.pointer } })];
      return [...diffName(was, is, calls), ...diffSchema(comparison, reach, was, is)];
    }),
    ...after.schemas
      .filter(({ name }) => !kept.has(name))
      .map((is) => changeOf('schema-added', { schema: is.name, calls: [], pointers: { after: is.pointer } })),
    ...diffEnumConstants(comparison),
  ];
}

function callsOf(reach: ReachOfSchemas, { name }: NamedSchema): string[] {
  const of = reach.get(name);
  return [...new Set([...(of?.request.calls ?? []), ...(of?.response.calls ?? [])])];
}

function diffName(was: NamedSchema, is: NamedSchema, calls: readonly string[]): Change[] {
  if (was.name === is.name) return [];
  const pointers = { before: was.pointer, after: is.pointer };
  return [
    changeOf('schema-renamed', { schema: was.name, calls, pointers }, { before: was.name, after: is.name }),
  ];
}

function diffSchema(
  comparison: Comparison,
  reach: ReachOfSchemas,
  was: NamedSchema,
  is: NamedSchema,
): Change[] {
  return (['request', 'response'] as const).flatMap((direction) => {
    const of = reach.get(was.name)?.[direction];
    if (!of || of.seenIn.length === 0) return [];
    const subject: Subject = { schema: was.name, calls: of.calls, pointers: {}, seenIn: of.seenIn };
    return compareSchemas(comparison, { before: was, after: is, direction, above: [] }, subject);
  });
}

/** The constants of what is on both sides; those of a new or lost schema, operation or field come and go with it. */
function diffEnumConstants({ before, after, names }: Comparison): Change[] {
  const was = constantsOf(before);
  const is = constantsOf(after);
  const operations = new Map(
    matchOperations(before, after).kept.map(([one, other]) => [one.name, other.name]),
  );
  const ownersBefore = new Set([...names.keys(), ...operations.keys()]);
  const ownersAfter = new Set([...names.values(), ...operations.values()]);
  const removed = [...was].filter(
    ([place, name]) => ownersBefore.has(ownerOf(place)) && ![...is.values()].includes(name),
  );
  const added = [...is].filter(
    ([place, name]) => ownersAfter.has(ownerOf(place)) && ![...was.values()].includes(name),
  );
  return [
    ...removed.map(([place, name]) =>
      changeOf('enum-constant-removed', subjectOf(before, place), { before: name }),
    ),
    ...added.map(([place, name]) =>
      changeOf('enum-constant-added', subjectOf(after, place), { after: name }),
    ),
  ];
}

function ownerOf(place: string): string {
  return place.split('.', 1).join();
}

function constantsOf(model: SdkModel): ReadonlyMap<string, string> {
  const { schemas, operations } = settleEnumConstants(model);
  return new Map([...schemas, ...operations]);
}

function subjectOf(model: SdkModel, place: string): Subject {
  const [owner = '', ...field] = place.split('.');
  const operation = model.operations.find(({ name }) => name === owner);
  return {
    ...(operation ? { operation: operation.id } : { schema: owner }),
    calls: operation ? [callPath(model, operation)] : [],
    ...(field.length > 0 ? { field: field.join('.') } : {}),
    pointers: {},
  };
}

/** The names that belong together, and with them how references are to be read. */
export function comparisonOf(before: SdkModel, after: SdkModel): Comparison {
  return { before, after, names: matchSchemas(before, after) };
}
