import { processContext, reportGenerate } from 'sdkwright';
import { webworkOptions } from './webwork-options.ts';

processContext.exit(await reportGenerate(webworkOptions, processContext));
