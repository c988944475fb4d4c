export { lintProblems, type LintProblem } from './lint.ts';
