import process from 'node:process';
import { reportRehearse } from '@webwork-sdk/release';
import { processContext } from 'sdkwright';
import { repository } from './webwork-options.ts';

const { print, printError } = processContext;
// What runs is in process groups of its own, which Ctrl+C does not reach; the rehearsal ends them and cleans up.
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
process.exitCode = await reportRehearse({ root: repository, print, printError, signal: stop.signal });
