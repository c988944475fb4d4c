import { processContext, reportCheck } from 'sdkwright';
import { webworkOptions } from './webwork-options.ts';

processContext.exit(await reportCheck(webworkOptions, processContext));
