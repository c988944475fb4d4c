import { table } from '../markdown.ts';
import type { DocumentReport } from './document-report.ts';

const number = new Intl.NumberFormat('en');

/** A row per document, the smallest first. */
export function corpusTable(reports: readonly DocumentReport[]): string {
  const rows = reports
    .toSorted((left, right) => left.operations - right.operations || left.name.localeCompare(right.name))
    .map((report) => {
      const { made, planned, failures } = report.calls;
      const errors = Object.values(report.typeErrors).reduce((sum, lines) => sum + lines.length, 0);
      return [
        report.name,
        number.format(report.operations),
        number.format(report.schemas),
        number.format(report.diagnostics),
        number.format(report.files),
        number.format(report.lines),
        number.format(errors),
        report.isStable ? 'yes' : 'no',
        `${made - failures.length} of ${made}${made < planned ? `, ${planned} planned` : ''}`,
        report.seconds.toFixed(1),
        number.format(Math.round(report.megabytes)),
      ];
    });
  return table(
    [
      'document',
      'operations',
      'schemas',
      'diagnostics',
      'files',
      'lines',
      'type errors',
      'same bytes',
      'calls',
      'seconds',
      'MB',
    ],
    rows,
  );
}
