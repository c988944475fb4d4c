export { compare, generate, type GenerateOptions, type GenerateResult, type OnStage } from './generate.ts';
export { targets, type Target } from './emit/targets.ts';
export { isUpToDate, type WritePlan } from './write/plan.ts';
export {
  SdkwrightError,
  formatDiagnostic,
  type Diagnostic,
  type SourceLocation,
} from './diagnostics/diagnostic.ts';
export { catalogue, type CatalogueEntry, type DiagnosticCode } from './diagnostics/catalogue.ts';
export { withCatalogue } from './diagnostics/catalogue-markdown.ts';
export type { SdkModel } from './model/sdk-model.ts';
export { reportCheck } from './cli/check.ts';
export { reportGenerate } from './cli/generate.ts';
export { reportUpdate, type UpdateFormat } from './cli/update.ts';
export { updateDocument, type ProposedUpdate, type UpdateOptions, type UpdateResult } from './update.ts';
export { processContext } from './cli/process-context.ts';
export type { CliContext } from './cli/context.ts';
export { isBlobSchema } from './model/media-types.ts';
export { buildModel, type ModelOptions } from './model/build-model.ts';
export { readDocument, readMended, type MendedDocument, type ReadOptions } from './read/read-document.ts';
export { callKind, callTypes } from './emit/client/operation-module.ts';
export { sampleCalls, type SampleCall, type SampleRequest } from './emit/contract-tests/sample-calls.ts';
export type { Operation } from './model/sdk-model.ts';
export {
  compilerVerdict,
  typeNameAround,
  type ConsumerError,
  type JudgedUpdate,
} from './diff/compiler-verdict.ts';
export { changesetsOf } from './diff/changesets.ts';
export { diffModels, type ModelDiff } from './diff/diff-models.ts';
export { rules, type ChangeKind } from './diff/catalogue.ts';
export type { Bump, Bumps, Change, Direction, Package, Rule, Wire } from './diff/change.ts';
export { renderTable } from './diff/render-table.ts';
export { renderMarkdown } from './diff/render-markdown.ts';
export { emitConsumer } from './emit/consumer/emit-consumer.ts';
export type { File } from './emit/file.ts';
export { withRules } from './diff/rules-markdown.ts';
