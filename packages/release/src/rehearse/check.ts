/** One thing that a release has to hold. */
export interface Check {
  /** `npm: Vite builds a React page` */
  readonly what: string;
  /** A line each; nothing if all is well. */
  readonly faults: readonly string[];
  /** What was found, where that is worth a look. */
  readonly note?: string;
}

/** The checks as a table, faults in full below. */
export function formatChecks(checks: readonly Check[]): string {
  const width = Math.max(...checks.map(({ what }) => what.length));
  const rows = checks.map(({ what, faults, note = '' }) =>
    `  ${faults.length === 0 ? 'ok   ' : 'FAULT'}  ${what.padEnd(width)}  ${note}`.trimEnd(),
  );
  const told = checks.filter(({ faults }) => faults.length > 0);
  const texts = told.map(
    ({ what, faults }) => `\n${what}\n${faults.map((fault) => `  ${fault}\n`).join('')}`,
  );
  return `${rows.join('\n')}\n${texts.join('')}`;
}
