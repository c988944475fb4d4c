#!/usr/bin/env node
import * as nodeModule from 'node:module';
import process from 'node:process';

// What is loaded below does not even parse in an older Node, and the first word should not be a stack trace.
if ('registerHooks' in nodeModule) {
  // The engines are large: compiled once, they load in half the time.
  nodeModule.enableCompileCache();
  const { processContext } = await import('./cli/process-context.ts');
  const { createProgram } = await import('./cli/program.ts');
  await createProgram(processContext).parseAsync(process.argv);
} else {
  process.stderr.write(`sdkwright needs Node 22.18 or newer; this is ${process.version}.\n`);
  process.exitCode = 1;
}
