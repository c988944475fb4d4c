#!/usr/bin/env node
import process from 'node:process';
import { processContext } from './cli/process-context.ts';
import { createProgram } from './cli/program.ts';

await createProgram(processContext).parseAsync(process.argv);
