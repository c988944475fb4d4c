/** What a user's project could hold to try an installed package: programs, modules, compiler settings. */

/** Imports every entry and prints what each exports, as one line of JSON. */
export function importProgram(entries: readonly string[]): string {
  return `const exported = {};
for (const entry of ${JSON.stringify(entries)}) exported[entry] = Object.keys(await import(entry)).sort();
console.log(JSON.stringify(exported));
`;
}

/** The same by require(); fails when import() then gives another copy of a module. */
export function requireProgram(entries: readonly string[]): string {
  return `(async () => {
  const exported = {};
  for (const entry of ${JSON.stringify(entries)}) {
    const module = require(entry);
    exported[entry] = Object.keys(module).sort();
    if ((await import(entry)) !== module) throw new Error(entry + ' is two modules, by import and by require');
  }
  console.log(JSON.stringify(exported));
})();
`;
}

/** A module that makes the compiler read the declarations of every entry. */
export function typesModule(entries: readonly string[]): string {
  return entries.map((entry, index) => `export * as entry${index} from '${entry}';\n`).join('');
}

export interface CompilerSettings {
  readonly resolution: 'nodenext' | 'bundler';
  readonly environment: 'browser' | 'node';
  readonly files: readonly string[];
}

/** A tsconfig that has every strict flag of the workspace and checks the declarations of its dependencies too. */
export function tsconfig({ resolution, environment, files }: CompilerSettings): object {
  const inBrowser = environment === 'browser';
  return {
    extends: './tsconfig.base.json',
    compilerOptions: {
      module: resolution === 'bundler' ? 'esnext' : 'nodenext',
      moduleResolution: resolution,
      lib: inBrowser ? ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'] : ['es2023'],
      types: inBrowser ? [] : ['node'],
      jsx: 'react-jsx',
      noEmit: true,
    },
    files,
  };
}
