// `pnpm mock`: serves the document on 127.0.0.1:4010 until it is stopped.
import { parseArgs } from 'node:util';
import { curlExample, MockError, startMock } from '@webwork-sdk/mock';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    dynamic: { type: 'boolean', default: false },
    seed: { type: 'string' },
    document: { type: 'string' },
  },
});

try {
  const mock = await startMock({
    port: Number(values.port),
    dynamic: values.dynamic,
    ...(values.seed !== undefined && { seed: values.seed }),
    ...(values.document !== undefined && { document: values.document }),
  });
  // Nobody reads the records here, and the mock may run for days.
  setInterval(() => mock.clear(), 60_000).unref();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void mock.close());
  console.log(`The mock listens on ${mock.url}. Try:\n\n  ${curlExample(mock)}\n\nCtrl+C stops it.`);
} catch (error) {
  if (!(error instanceof MockError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
