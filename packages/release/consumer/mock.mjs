// Serves the API until its input ends, as it does when whoever started this is gone.
import process from 'node:process';
import { startMock } from '@webwork-sdk/mock';

const mock = await startMock();
console.log(mock.url);
process.stdin.on('end', () => void mock.close()).resume();
