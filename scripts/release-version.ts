import process from 'node:process';
import { reportVersion } from '@webwork-sdk/release';
import { processContext } from 'sdkwright';
import { repository } from './webwork-options.ts';

const { print, printError } = processContext;
process.exitCode = await reportVersion({ root: repository, print, printError });
