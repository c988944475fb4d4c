import process from 'node:process';
import { interruption, reportVersion } from '@webwork-sdk/release';
import { processContext } from 'sdkwright';
import { repository } from './webwork-options.ts';

const { print, printError } = processContext;
const context = { root: repository, print, printError, signal: interruption() };
process.exitCode = await reportVersion(context);
