import type { Diagnostic } from './diagnostics/diagnostic.ts';

/** The scope stands in import specifiers of the emitted code, and npm takes lower case alone. */
const scopePattern = /^@[a-z0-9][a-z0-9._-]{0,199}$/;

/** Says why a text is no npm scope, and what one looks like; nothing if it is one. */
export function checkScope(scope: string): Diagnostic[] {
  if (scopePattern.test(scope)) return [];
  return [
    {
      code: 'scope-invalid',
      severity: 'error',
      message: `the scope ${JSON.stringify(scope)} is no npm scope`,
      help: 'Give `--scope` an @ and up to 200 lower-case letters, digits, "-", "_" or ".", the first a letter or digit: @acme.',
    },
  ];
}
