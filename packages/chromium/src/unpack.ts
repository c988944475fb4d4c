import { launchOptions } from './index.ts';

// As a build step, because packages' tests run side by side: none may start what another has half unpacked.
await launchOptions();
