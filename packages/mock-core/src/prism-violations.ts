import type { PrismDiagnostic, PrismProblem, PrismProblemDetail, PrismResult } from './prism-modules.ts';
import type { Violation } from './recorded-request.ts';

/** Everything Prism found, also where it reports it only in the body of its problem+json or as a bare status. */
export function violationsOf(result: PrismResult): Violation[] {
  if (result._tag === 'Left') return violationsOfProblem(result.left);
  const { input, output } = result.right.validations;
  return [
    ...input.map((diagnostic) => fromDiagnostic('request', diagnostic)),
    ...output.map((diagnostic) => fromDiagnostic('response', diagnostic)),
  ];
}

function violationsOfProblem(problem: PrismProblem): Violation[] {
  const details = problem.additional?.validation;
  if (details !== undefined) return details.map(fromProblemDetail);
  const message = problem.detail === undefined ? problem.message : `${problem.message}: ${problem.detail}`;
  return [{ location: ['request'], severity: 'Error', code: problem.status ?? 500, message }];
}

function fromProblemDetail(detail: PrismProblemDetail): Violation {
  const { location = [], severity, code = '', message } = detail;
  return { location: ['request', ...location.map(String)], severity, code, message };
}

const severities = ['Error', 'Warning', 'Information', 'Hint'] as const;

function fromDiagnostic(side: 'request' | 'response', diagnostic: PrismDiagnostic): Violation {
  const { path = [], severity, code = '', message } = diagnostic;
  return { location: [side, ...path.map(String)], severity: severities[severity], code, message };
}

/**
 * The same result with messages that fit an HTTP header. Prism puts them into `sl-violations` as they are and dies of
 * an unhandled rejection when one quotes a character outside Latin-1, such as a Cyrillic enum value.
 */
export function withHeaderSafeMessages(result: PrismResult): PrismResult {
  if (result._tag === 'Left') return result;
  const { output, validations } = result.right;
  const safe = { input: validations.input.map(headerSafe), output: validations.output.map(headerSafe) };
  return { _tag: 'Right', right: { output, validations: safe } };
}

function headerSafe(diagnostic: PrismDiagnostic): PrismDiagnostic {
  const { path } = diagnostic;
  return {
    ...diagnostic,
    message: asciiOnly(diagnostic.message),
    ...(path && { path: path.map((step) => asciiOnly(String(step))) }),
  };
}

function asciiOnly(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, '?');
}
