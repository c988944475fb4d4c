import { enableCompileCache } from 'node:module';
import { processContext, reportCheck } from 'sdkwright';
import { webworkOptions } from './webwork-options.ts';

enableCompileCache();
processContext.exit(await reportCheck(webworkOptions, processContext));
