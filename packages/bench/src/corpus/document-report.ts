import type { SampleCall } from 'sdkwright';
import type { Fault } from './fault.ts';

/** What one document came to. Plain JSON: a process per document prints it, so that memory is that document's own. */
export interface DocumentReport {
  readonly name: string;
  readonly operations: number;
  readonly schemas: number;
  /** What the document says and the packages do not, each told with what was done instead. */
  readonly diagnostics: number;
  readonly files: number;
  readonly lines: number;
  /** Seconds of the first generation. */
  readonly seconds: number;
  /** Peak memory of reading, emitting and writing, in megabytes. */
  readonly megabytes: number;
  /** Whether a second run gave the same bytes. */
  readonly isStable: boolean;
  /** Type errors, by compiler. */
  readonly typeErrors: Readonly<Record<string, readonly string[]>>;
  readonly calls: CallsReport;
}

/** The calls that were made to a Prism mock of the document. */
export interface CallsReport {
  /** How many the sample has. */
  readonly planned: number;
  readonly made: number;
  readonly failures: readonly CallFailure[];
  /** Why the others were not made. */
  readonly skipped?: string;
}

/** A call that did not go through. */
export interface CallFailure {
  readonly operation: string;
  readonly call: SampleCall['name'];
  readonly fault: Fault;
}
