import { WebWork } from '@webwork-sdk/client';

/** The workspace that the page is about. */
export const workspaceId = 1;

/** The mock takes any token, and has no limit of requests to keep. */
export const webwork: WebWork<'workspace_id'> = new WebWork({
  baseUrl: `${location.origin}/api`,
  token: 'any-token',
  workspace_id: workspaceId,
  rateLimit: false,
});

// With this the hooks know that the client fills in `workspace_id`.
declare module '@webwork-sdk/react-query' {
  interface Register {
    client: typeof webwork;
  }
}
