export { run, type CommandOptions, type CommandResult } from './command.ts';
export {
  publishedPackages,
  readWorkspaceFile,
  type Manifest,
  type PublishedPackage,
  type WorkspaceFile,
} from './workspace.ts';
