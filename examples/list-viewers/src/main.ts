// Lists the viewers of workspace 1 of the mock; with WEBWORK_TOKEN and WEBWORK_WORKSPACE set, of your own.
import process from 'node:process';
import { SdkError, WebWork } from '@webwork-sdk/client';
import { startMock } from '@webwork-sdk/mock';
import { listViewers } from './list-viewers.ts';

const token = process.env['WEBWORK_TOKEN'];
const workspaceId = Number(process.env['WEBWORK_WORKSPACE'] ?? 1);
const mock = token === undefined ? await startMock() : undefined;

try {
  const webwork = new WebWork({ token: token ?? 'any', baseUrl: mock?.url });
  await listViewers(webwork, workspaceId, console.log);
} catch (error) {
  if (!(error instanceof SdkError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await mock?.close();
}
