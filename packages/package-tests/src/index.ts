export { run, type CommandOptions, type CommandResult } from './command.ts';
export { consumerFolder, tarballName } from './consumer-project.ts';
export { entryPoints } from './entry-points.ts';
export { tsconfig, typesModule, type CompilerSettings } from './programs.ts';
export { attwFaults, publintFaults } from './tarball-faults.ts';
export {
  publishedPackages,
  readWorkspaceFile,
  runsOn,
  type Manifest,
  type PublishedPackage,
  type WorkspaceFile,
} from './workspace.ts';
