import { enableCompileCache } from 'node:module';
import { processContext, reportGenerate } from 'sdkwright';
import { webworkOptions } from './webwork-options.ts';

enableCompileCache();
processContext.exit(await reportGenerate(webworkOptions, processContext));
