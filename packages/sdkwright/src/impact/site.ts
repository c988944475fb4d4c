import type { Package } from '../diff/change.ts';

/**
 * A place in the consumer's own code that names, calls, reads or writes something that the packages declare.
 * Plain JSON: how it was found is the compiler's business.
 */
export interface Site {
  /** Relative to the project, with forward slashes. */
  readonly file: string;
  /** Line and column count from 1. */
  readonly line: number;
  readonly column: number;
  /** The line as it stands there. */
  readonly text: string;
  readonly package: Package;
  /** What is exported: `getTasks`, `Task`, `TasksApi`. */
  readonly owner: string;
  /** Fields below it, down to what is meant; items of a list and values of a record are no step of their own. */
  readonly path: readonly string[];
  readonly use: Use;
}

/** What is done there. */
export type Use =
  /** Called. `input`: whether it is given nothing, an object whose fields are sites of their own, or anything else. */
  | { readonly kind: 'call'; readonly input: 'none' | 'fields' | 'unknown' }
  /** Named: a type in an annotation, a hook that is passed on, a key. */
  | { readonly kind: 'name' }
  /** A field that is read or written, with the named types that it is declared with. */
  | { readonly kind: 'read' | 'write'; readonly types: readonly string[] }
  /** An object that is written out: with which fields, and whether others are spread into it. */
  | { readonly kind: 'object'; readonly fields: readonly string[]; readonly isOpen: boolean };
