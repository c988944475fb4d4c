export { startBuildCache, usage, type BuildCache, type BuildCacheOptions } from './build-cache.ts';
export { reportPublish, reportRehearse, reportVersion, type ReportContext } from './report.ts';
export { interruption } from './interruption.ts';
export { keepConsumers } from './update/last-release.ts';
export { proveUpdate, type ProofOptions } from './update/prove-update.ts';
