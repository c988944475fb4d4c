import type { DocumentReport } from './document-report.ts';
import { faultKinds } from './fault.ts';

/** A row per call that did not go through. */
export function faultsTable(reports: readonly DocumentReport[]): string {
  const rows = reports
    .toSorted((left, right) => left.operations - right.operations || left.name.localeCompare(right.name))
    .flatMap(({ name, calls }) =>
      calls.failures.map(({ operation, call, fault: { kind, said } }) => [
        name,
        `\`${operation}\``,
        call,
        faultKinds[kind],
        said === '' ? '' : `\`${said.replaceAll('`', "'").replaceAll('|', String.raw`\|`)}\``,
      ]),
    );
  const head = ['document', 'operation', 'call', 'what kept it', 'in its words'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
