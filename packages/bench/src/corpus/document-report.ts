/** What one document came to. Plain JSON: a process per document prints it, so that memory is that document's own. */
export interface DocumentReport {
  readonly name: string;
  readonly operations: number;
  readonly schemas: number;
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
  readonly made: number;
  readonly failures: readonly string[];
  /** Why no calls were made. */
  readonly skipped?: string;
}
