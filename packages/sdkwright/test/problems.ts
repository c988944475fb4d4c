import { formatDiagnostic, SdkwrightError, type Diagnostic } from '../src/diagnostics/diagnostic.ts';

/** The diagnostics of the `SdkwrightError` that a function throws; none if it returns. */
async function diagnosticsOf(run: () => unknown): Promise<readonly Diagnostic[]> {
  try {
    await run();
    return [];
  } catch (error) {
    if (error instanceof SdkwrightError) return error.diagnostics;
    throw error;
  }
}

/** What the user reads of the `SdkwrightError` that a function throws; `none` if it returns. */
export async function problemsOf(run: () => unknown): Promise<string> {
  const diagnostics = await diagnosticsOf(run);
  return diagnostics.length === 0 ? 'none' : diagnostics.map(formatDiagnostic).join('\n');
}
