import type { ChangeKind } from './catalogue.ts';

/** The packages that carry a version of their own. */
export type Package = 'types' | 'client' | 'react-query';

/** In the order in which they depend on each other. */
export const packages: readonly Package[] = ['types', 'client', 'react-query'];

export type Bump = 'none' | 'patch' | 'minor' | 'major';

export type Bumps = Readonly<Record<Package, Bump>>;

/** Which way the value travels that a change is about; `both` for names, paths and prose. */
export type Direction = 'request' | 'response' | 'both';

/**
 * What the change does to calls that are made. `none`: every release of the packages goes on working.
 * `until-upgrade`: earlier releases fail, after an upgrade the caller's code works as it stands.
 * `break`: the caller has to send or expect something else.
 */
export type Wire = 'none' | 'until-upgrade' | 'break';

/** What a kind of change means: a row of the table in docs/VERSIONING.md. */
export interface Rule {
  readonly title: string;
  readonly direction: Direction;
  readonly wire: Wire;
  /** The packages whose consumers no longer compile. */
  readonly compile: readonly Package[];
  readonly bumps: Bumps;
  readonly reason: string;
}

/** Where a change stands in the two documents: JSON pointers, absent on the side that does not have it. */
export interface ChangePointers {
  readonly before?: string;
  readonly after?: string;
}

/** One difference that a consumer can notice, with its verdict. Plain JSON. */
export interface Change {
  readonly kind: ChangeKind;
  readonly title: string;
  readonly direction: Direction;
  readonly wire: Wire;
  readonly compile: readonly Package[];
  /** `none` for a package that the change does not touch. */
  readonly bumps: Bumps;
  /** operationId, as it was before; as it is now where the operation is new. */
  readonly operation?: string;
  /** Name of an exported schema, as it was before; as it is now where it is new. */
  readonly schema?: string;
  /** The calls that are affected, such as `webwork.projectViewers.list`, as they were before. */
  readonly calls: readonly string[];
  /** The field in dots, `[]` for items and `[*]` for values by any name; absent where the whole is meant. */
  readonly field?: string;
  /** The field step by step, since a name may have a dot in it. */
  readonly path?: readonly string[];
  readonly pointers: ChangePointers;
  /** What was, and what is; absent on the side that has nothing. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What a change is about, and who can see it. */
export interface Subject {
  readonly operation?: string;
  readonly schema?: string;
  readonly calls: readonly string[];
  readonly field?: string;
  readonly path?: readonly string[];
  readonly pointers: ChangePointers;
  /** The packages that show the place; others are left out of the verdict. Default: all. */
  readonly seenIn?: readonly Package[];
}
