import type { DehydratedState } from '@tanstack/react-query';

/**
 * What a server makes of `<p>` with the viewers' e-mails, for the second of two users. The tests of the server hold
 * it to these words, those of the browser begin with them: so a real browser takes over what a real server wrote.
 */
export const renderedHtml = '<p>ben@example.com</p>';

/** The cache beside it, fetched at this moment. */
export function dehydratedCache(now: number): DehydratedState {
  const queryKey = ['viewers-api', 'viewers', 'list', { workspace_id: 1 }];
  const data = [{ id: 1, email: 'ben@example.com' }];
  return {
    mutations: [],
    queries: [
      {
        dehydratedAt: now,
        queryKey,
        queryHash: '["viewers-api","viewers","list",{"workspace_id":1}]',
        state: {
          data,
          dataUpdateCount: 1,
          dataUpdatedAt: now,
          error: null,
          errorUpdateCount: 0,
          errorUpdatedAt: 0,
          fetchFailureCount: 0,
          fetchFailureReason: null,
          fetchMeta: null,
          fetchStatus: 'idle',
          isInvalidated: false,
          status: 'success',
        },
      },
    ],
  };
}
