import { createConfig, lint } from '@redocly/openapi-core';

export interface LintProblem {
  readonly severity: 'error' | 'warn';
  readonly rule: string;
  readonly message: string;
  /** JSON pointer (RFC 6901, in its URI fragment form); `?` where there is none. */
  readonly pointer: string;
}

/** Every problem of a document or an overlay under Redocly's `recommended` rules. */
export async function lintProblems(path: string): Promise<LintProblem[]> {
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lint({ ref: path, config });
  return problems.map(({ severity, ruleId, message, location }) => ({
    severity,
    rule: ruleId,
    message,
    pointer: location[0]?.pointer ?? '?',
  }));
}
