import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';
import { SdkwrightError } from '../diagnostics/diagnostic.ts';
import { packageNamed, type PackageOf } from './declared-thing.ts';
import type { SearchedProgram } from './find-sites.ts';

/** A consumer's project as the compiler sees it, and the packages that it uses. */
export interface Project {
  readonly searched: readonly SearchedProgram[];
  /** npm scope of the packages. */
  readonly scope: string;
  /** Folder of the installed types package. */
  readonly typesFolder: string;
}

/** What `package.json` says of the package that a file belongs to. */
interface Manifest {
  readonly name: string;
  readonly folder: string;
}

/**
 * Reads a project with the TypeScript of sdkwright: by its tsconfig.json and those that it refers to, or where there
 * is none all scripts below the folder. Nothing is written.
 * @throws SdkwrightError where there is no code, or no packages that sdkwright generated, or those of several APIs.
 */
export function openProject(folder: string, scope?: string): Project {
  const programs = configsOf(folder).map(({ fileNames, options, projectReferences }) =>
    ts.createProgram({
      rootNames: fileNames,
      options: { ...options, noEmit: true },
      ...(projectReferences && { projectReferences }),
    }),
  );
  if (programs.every((program) => program.getRootFileNames().length === 0))
    throw unreadable(`there is no TypeScript or JavaScript in "${folder}"`, 'Name the folder of a project.');
  const manifestOf = manifests();
  const files = programs.flatMap((program) => program.getSourceFiles().map(({ fileName }) => fileName));
  const chosen = scope ?? onlyScope(folder, files, manifestOf);
  const typesFolder = files.map(manifestOf).find((manifest) => manifest?.name === `${chosen}/types`)?.folder;
  if (typesFolder === undefined)
    throw unreadable(
      `the code in "${folder}" does not use ${chosen}/types, ${chosen}/client or ${chosen}/react-query`,
      'Install the packages, or name another scope with --scope.',
    );
  const packageOf: PackageOf = (file) => packageNamed(manifestOf(file)?.name, chosen);
  const ownName = (file: string): string | undefined => {
    const name = relative(folder, file).split(sep).join('/');
    const isForeign = name.startsWith('../') || name.includes('node_modules/') || name.endsWith('.d.ts');
    return isForeign || packageOf(file) !== undefined ? undefined : name;
  };
  return {
    searched: programs.map((program) => ({ program, packageOf, ownName })),
    scope: chosen,
    typesFolder,
  };
}

/** A tsconfig.json that only refers to others, as Vite begins projects with, stands for those. */
function configsOf(folder: string): ts.ParsedCommandLine[] {
  const path = join(folder, 'tsconfig.json');
  if (!ts.sys.fileExists(path)) return [withoutConfig(folder)];
  const config = parsedConfig(path);
  const others = (config.projectReferences ?? []).map((reference) =>
    parsedConfig(ts.resolveProjectReferencePath(reference)),
  );
  return [config, ...others];
}

function parsedConfig(path: string): ts.ParsedCommandLine {
  const problems: ts.Diagnostic[] = [];
  const host: ts.ParseConfigFileHost = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (problem) => problems.push(problem),
  };
  const config = ts.getParsedCommandLineOfConfigFile(path, {}, host);
  const [problem] = problems;
  if (!config || problem) {
    const text = problem ? ts.flattenDiagnosticMessageText(problem.messageText, ' ') : 'unknown';
    throw unreadable(`TypeScript cannot read "${path}": ${text}`, 'Mend the file.');
  }
  return config;
}

function withoutConfig(folder: string): ts.ParsedCommandLine {
  const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];
  return {
    fileNames: ts.sys.readDirectory(folder, extensions, ['**/node_modules', '**/dist']),
    errors: [],
    options: {
      allowJs: true,
      jsx: ts.JsxEmit.ReactJSX,
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      strict: true,
      skipLibCheck: true,
    },
  };
}

/** The nearest `package.json` with a name; each folder is looked at once. */
function manifests(): (file: string) => Manifest | undefined {
  const known = new Map<string, Manifest | undefined>();
  const ofFolder = (folder: string): Manifest | undefined => {
    if (known.has(folder)) return known.get(folder);
    const text = ts.sys.readFile(join(folder, 'package.json'));
    const name: unknown = text === undefined ? undefined : Reflect.get(Object(JSON.parse(text)), 'name');
    const above = dirname(folder);
    const found =
      typeof name === 'string' ? { name, folder } : above === folder ? undefined : ofFolder(above);
    known.set(folder, found);
    return found;
  };
  return (file) => ofFolder(dirname(file));
}

/** Generated packages are told by their folder `generated` and the end of their name. */
function onlyScope(
  folder: string,
  files: readonly string[],
  manifestOf: (file: string) => Manifest | undefined,
): string {
  const generated = files.filter((file) => file.includes('/generated/'));
  const names = generated.map((file) => manifestOf(file)?.name ?? '');
  const scopes = [
    ...new Set(names.flatMap((name) => /^(@[^/]+)\/(?:types|client|react-query)$/.exec(name)?.[1] ?? [])),
  ];
  const [first] = scopes;
  if (first === undefined)
    throw unreadable(
      `the code in "${folder}" uses no packages that sdkwright generated`,
      'Install them first: what code means is read from their types.',
    );
  if (scopes.length > 1)
    throw unreadable(
      `the code in "${folder}" uses the packages of several APIs: ${scopes.join(', ')}`,
      'Name one with --scope.',
    );
  return first;
}

function unreadable(message: string, help: string): SdkwrightError {
  return new SdkwrightError([{ code: 'project-unreadable', severity: 'error', message, help }]);
}
