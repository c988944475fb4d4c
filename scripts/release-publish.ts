import process from 'node:process';
import { interruption, reportPublish } from '@webwork-sdk/release';
import { processContext } from 'sdkwright';
import { repository } from './webwork-options.ts';

const { print, printError } = processContext;
const interactive = process.stdin.isTTY && process.stdout.isTTY;
const context = { root: repository, print, printError, signal: interruption(), interactive };
process.exitCode = await reportPublish(context);
