import type { DiagnosticCode } from './catalogue.ts';

/** Where in which file a diagnostic points. Lines and columns count from 1. */
export interface SourceLocation {
  /** The file or URL as the user gave it. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** JSON pointer (RFC 6901, in its URI fragment form) into the document. */
  readonly pointer?: string;
}

/** One problem, as data: what happened, where, and what to do next. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: 'error' | 'warning';
  /** The fact, with the name or URL in it. */
  readonly message: string;
  /** The user's next step. */
  readonly help: string;
  readonly location?: SourceLocation;
}

/** Thrown for problems that are the user's to mend; anything else that is thrown is a defect of sdkwright. */
export class SdkwrightError extends Error {
  override readonly name = 'SdkwrightError';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join('\n\n'));
    this.diagnostics = diagnostics;
  }
}

/** Throws one `SdkwrightError` with every error among the diagnostics; returns if there is none. */
export function throwOnErrors(diagnostics: readonly Diagnostic[]): void {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  if (errors.length > 0) throw new SdkwrightError(errors);
}

/** `file:line:column#pointer`, leaving out what is unknown. */
export function formatLocation(location: SourceLocation): string {
  const position = [location.file, location.line, location.column].filter((part) => part !== undefined);
  return position.join(':') + (location.pointer === undefined ? '' : ` ${location.pointer}`);
}

/** Three short lines: code and fact, place, next step. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const lines = [`${diagnostic.severity} ${diagnostic.code}: ${diagnostic.message}`];
  if (diagnostic.location) lines.push(`  at ${formatLocation(diagnostic.location)}`);
  lines.push(`  ${diagnostic.help}`);
  return lines.join('\n');
}
