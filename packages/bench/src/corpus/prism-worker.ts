import process from 'node:process';
import { parentPort, workerData } from 'node:worker_threads';
import { startMock } from '@sdkwright/mock';

// Prism in a thread of its own: what it makes up for minutes keeps nobody else from looking at the clock.
const deadlineMs = 60_000;
try {
  const mock = await startMock({ document: workerData, deadlineMs });
  parentPort?.on('message', () => {
    const violations = mock.requests.flatMap((request) => request.violations);
    mock.clear();
    parentPort?.postMessage(violations);
  });
  parentPort?.postMessage({ url: mock.url });
} catch (cause) {
  parentPort?.postMessage({ failed: String(cause) });
  process.exitCode = 1;
}
