// Never run: the compiler's verdict on this file is the test.
import { QueryClient } from '@tanstack/react-query';
import { ApiError, WebWork } from '@webwork-sdk/client';
import { getProjectViewers } from '@webwork-sdk/client/project-viewers';
import { getProjectViewersQueryOptions } from '@webwork-sdk/react-query/project-viewers';
import type { ProjectViewer } from '@webwork-sdk/types';

type Same<Left, Right> =
  (<T>() => T extends Left ? 1 : 2) extends <T>() => T extends Right ? 1 : 2 ? true : false;
function proven<_Claim extends true>(): void {}

const webwork = new WebWork({ token: 'any-token', workspace_id: 1 });

const viewers = await webwork.projectViewers.list({ page: 1 });
proven<Same<typeof viewers, ProjectViewer[]>>();
proven<Same<ProjectViewer['email'], string>>();

const same = await getProjectViewers(new WebWork({ token: 'any-token' }), { workspace_id: 1 });
proven<Same<typeof same, ProjectViewer[]>>();

// @ts-expect-error TS2353: a misspelt input
void webwork.projectViewers.list({ pgae: 1 });
// @ts-expect-error TS2345: a missing one
void getProjectViewers(new WebWork({ token: 'any-token' }), {});
// @ts-expect-error TS2322: one of the wrong type
void webwork.projectViewers.list({ page: 'first' });

const outcome = await webwork.projectViewers.list().result();
if (!outcome.ok && outcome.error instanceof ApiError && outcome.error.status === 401) {
  proven<Same<typeof outcome.error.status, 401>>();
}

const options = getProjectViewersQueryOptions(webwork, { workspace_id: 1, page: 1 });
const cached = await new QueryClient().query(options);
proven<Same<typeof cached, ProjectViewer[]>>();
