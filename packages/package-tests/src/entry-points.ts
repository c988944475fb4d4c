import type { Manifest } from './workspace.ts';

/**
 * Every name by which a module of an installed package can be imported, patterns filled in from the files that are
 * there: `@webwork-sdk/client`, `@webwork-sdk/client/tasks`. Entries that are no modules are left out.
 */
export function entryPoints({ name, exports = {} }: Manifest, files: readonly string[]): string[] {
  return Object.entries(exports).flatMap(([subpath, conditions]) => {
    const target = runtimeTarget(conditions);
    if (target === undefined || !target.endsWith('.js')) return [];
    if (!subpath.includes('*')) return [name + subpath.slice(1)];
    return matches(target, files).map((part) => name + subpath.slice(1).replace('*', part));
  });
}

function runtimeTarget(conditions: unknown): string | undefined {
  if (typeof conditions === 'string') return conditions;
  if (typeof conditions !== 'object' || conditions === null || !('default' in conditions)) return undefined;
  return typeof conditions.default === 'string' ? conditions.default : undefined;
}

/** What `*` stands for in each file that fits a target such as `./dist/*.js`. */
function matches(target: string, files: readonly string[]): string[] {
  const [before = '', after = ''] = target.replace(/^\.\//, '').split('*');
  return files
    .filter((file) => file.startsWith(before) && file.endsWith(after))
    .map((file) => file.slice(before.length, file.length - after.length))
    .toSorted();
}
