/** What people write who want one operation, some, or all. Every name must exist: the type checker reads them too. */
const client = `import { api, createClient } from '@webwork-sdk/client/runtime';\nconst client = createClient(api, { token: 't' });\n`;

const oneGet = `${client}import { getProjectViewer } from '@webwork-sdk/client/project-viewers';
export const viewer = getProjectViewer(client, { viewerId: 1, workspace_id: 1 });
`;

const tenOperations = `${client}import { getContract, getContracts, updateContract } from '@webwork-sdk/client/contracts';
import { getProjectViewer, getProjectViewers, createProjectViewer, deleteProjectViewer } from '@webwork-sdk/client/project-viewers';
import { createTask, getTask, getTasks } from '@webwork-sdk/client/tasks';
const at = { workspace_id: 1, project_id: 1 };
const person = { email: 'a@example.com', firstname: 'A', lastname: 'B' };
export const call0 = () => getContract(client, { contractId: 1, workspace_id: 1 });
export const call1 = () => getContracts(client, { workspace_id: 1 });
export const call2 = () => updateContract(client, { contractId: 1, workspace_id: 1 });
export const call3 = () => getProjectViewer(client, { viewerId: 1, workspace_id: 1 });
export const call4 = () => getProjectViewers(client, { workspace_id: 1 });
export const call5 = () => createProjectViewer(client, { workspace_id: 1, ...person });
export const call6 = () => deleteProjectViewer(client, { viewerId: 1, workspace_id: 1 });
export const call7 = () => createTask(client, { ...at, title: 'Write' });
export const call8 = () => getTask(client, { taskId: 1, ...at });
export const call9 = () => getTasks(client, at);
`;

const allOperations = `import { WebWork } from '@webwork-sdk/client';
export const webwork = new WebWork({ token: 't' });
`;

const oneHookAndOneMutation = `import { useCreateProjectViewerMutation, useGetProjectViewersQuery } from '@webwork-sdk/react-query/project-viewers';
${client}export function useViewers() {
  const { data, error } = useGetProjectViewersQuery({ workspace_id: 1 }, { client });
  return { data, error, create: useCreateProjectViewerMutation({ client }).mutate };
}
`;

export type ProgramName = 'oneGet' | 'tenOperations' | 'allOperations' | 'oneHookAndOneMutation';

export const programs: Readonly<Record<ProgramName, string>> = {
  oneGet,
  tenOperations,
  allOperations,
  oneHookAndOneMutation,
};
