import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNode, type CommandResult } from './command.ts';

const preload = fileURLToPath(new URL('redirect-to-mock.ts', import.meta.url));

export interface Addresses {
  /** The server that the document names. */
  readonly apiUrl: string;
  /** Where its mock listens. */
  readonly mockUrl: string;
}

/** Runs a compiled example with the API's address leading to the mock, and a token in WEBWORK_TOKEN. */
export async function runExample(program: string, { apiUrl, mockUrl }: Addresses): Promise<CommandResult> {
  return await runNode(['--import', preload, program], {
    cwd: dirname(program),
    deadlineMs: 60_000,
    env: { API_URL: apiUrl, MOCK_URL: mockUrl, WEBWORK_TOKEN: 'a-token', NO_COLOR: '1' },
  });
}
