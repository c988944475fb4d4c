import { registerHooks } from 'node:module';

/** A module that gives what `require` gives, seen from here. */
const typescript = `data:text/javascript,${encodeURIComponent(
  `import { createRequire } from 'node:module';
   export default createRequire(${JSON.stringify(import.meta.url)})('typescript');`,
)}`;

/**
 * Loads modules that import TypeScript as a default. `import` reads its nine megabytes twice before they run, once for
 * their syntax and once for their names; `require` does not.
 */
export async function withTypescriptByRequire<T>(load: () => Promise<T>): Promise<T> {
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'typescript' && context.conditions.includes('import')
        ? { url: typescript, format: 'module', shortCircuit: true }
        : next(specifier, context),
  });
  try {
    return await load();
  } finally {
    hooks.deregister();
  }
}
