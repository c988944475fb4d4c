#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import process from 'node:process';
import { processContext } from './cli/process-context.ts';
import { createProgram } from './cli/program.ts';

// The engines are large: compiled once, they load in half the time.
enableCompileCache();
await createProgram(processContext).parseAsync(process.argv);
