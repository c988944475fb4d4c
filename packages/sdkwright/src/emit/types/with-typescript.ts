import { registerHooks } from 'node:module';
import typescript from './engine-typescript.ts';

/** Where the module below finds what it gives. */
const key = 'sdkwright.typescript';
const url = `data:text/javascript,export default globalThis[Symbol.for('${key}')];`;

/**
 * Loads modules that import TypeScript as a default, and gives them `engine-typescript.ts` in its place. A hook of Node,
 * because the sources run as they are; the bundle has the one in the place of the other, and no need of this.
 */
export async function withTypescript<T>(load: () => Promise<T>): Promise<T> {
  Reflect.set(globalThis, Symbol.for(key), typescript);
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'typescript' ? { url, format: 'module', shortCircuit: true } : next(specifier, context),
  });
  try {
    return await load();
  } finally {
    hooks.deregister();
    Reflect.deleteProperty(globalThis, Symbol.for(key));
  }
}
