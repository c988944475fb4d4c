import type { Mock } from '../src/index.ts';

/** What the mock has against a request, in its words. */
export async function violationsAt(mock: Mock, path: string, init?: RequestInit): Promise<string[]> {
  mock.clear();
  await fetch(mock.url + path, init);
  return mock.requests[0]?.violations.map(({ message }) => message) ?? ['nothing arrived'];
}
