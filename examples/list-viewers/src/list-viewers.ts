import type { WebWork } from '@webwork-sdk/client';

/** Prints a line for each project viewer of a workspace, page after page, and the number of them. */
export async function listViewers(
  webwork: WebWork,
  workspaceId: number,
  print: (line: string) => void,
): Promise<void> {
  let count = 0;
  for await (const page of webwork.projectViewers.list({ workspace_id: workspaceId, per_page: 50 }).pages()) {
    for (const { email, firstname, lastname, projects = [] } of page.data) {
      print(`${email}  ${firstname} ${lastname}, projects: ${projects.length}`);
      count += 1;
    }
  }
  print(`Viewers: ${count}`);
}
