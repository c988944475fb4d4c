import { packages, type Bump, type Bumps, type Change, type Rule, type Subject } from './change.ts';
import { behaviourRules, type BehaviourKind } from './rules-behaviour.ts';
import { nameRules, type NameKind } from './rules-names.ts';
import { promiseRules, type PromiseKind } from './rules-promises.ts';
import { requestRules, type RequestKind } from './rules-requests.ts';
import { responseRules, type ResponseKind } from './rules-responses.ts';
import { serverRules, type ServerKind } from './rules-servers.ts';

export type ChangeKind = NameKind | RequestKind | ResponseKind | PromiseKind | BehaviourKind | ServerKind;

/** Every kind of change the diff can tell. A change of a kind that is not here does not compile. */
export const rules: Readonly<Record<ChangeKind, Rule>> = {
  ...nameRules,
  ...requestRules,
  ...responseRules,
  ...promiseRules,
  ...behaviourRules,
  ...serverRules,
};

/** A change with its verdict: the rule's, for the packages that show the place. */
export function changeOf(
  kind: ChangeKind,
  { seenIn = packages, ...subject }: Subject,
  values: { readonly before?: unknown; readonly after?: unknown } = {},
): Change {
  const { title, direction, wire, compile, bumps } = rules[kind];
  const seen = (name: (typeof packages)[number]): Bump => (seenIn.includes(name) ? bumps[name] : 'none');
  const narrowed: Bumps = {
    types: seen('types'),
    client: seen('client'),
    'react-query': seen('react-query'),
  };
  return {
    kind,
    title,
    direction,
    wire,
    compile: compile.filter((name) => seenIn.includes(name)),
    bumps: narrowed,
    ...subject,
    ...(values.before === undefined ? {} : { before: values.before }),
    ...(values.after === undefined ? {} : { after: values.after }),
  };
}
