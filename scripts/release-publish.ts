import process from 'node:process';
import { reportPublish } from '@webwork-sdk/release';
import { processContext } from 'sdkwright';
import { repository } from './webwork-options.ts';

const { print, printError } = processContext;
process.exitCode = await reportPublish({ root: repository, print, printError });
