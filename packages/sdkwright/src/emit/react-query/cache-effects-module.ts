import { isQuery } from '../../model/cache-effects.ts';
import type { CacheEffect, Operation, SdkModel } from '../../model/sdk-model.ts';
import { generatedMark, generatedModule, type File } from '../file.ts';
import { jsdoc } from '../jsdoc.ts';
import { jsonLiteral, singleLine, stringLiteral } from '../literal.ts';

/** `why`, `setCacheEffects` and the table of effects: with their reasons, and so apart from the hooks of bundles. */
export function emitCacheEffects(model: SdkModel): File[] {
  const mutations = model.operations.filter((operation) => !isQuery(operation));
  if (mutations.length === 0) return [];
  return [emitReasons(model, mutations), emitTable(mutations)];
}

function emitReasons(model: SdkModel, mutations: readonly Operation[]): File {
  const entries = mutations.map(
    ({ id, cacheEffects }) => `[${stringLiteral(id)}]: ${jsonLiteral(cacheEffects.map(reasonOf))}`,
  );
  const body = [
    `import { setCacheEffects as setAnyCacheEffects, type CacheEffectReason, type SetCacheEffects } from '@sdkwright/react-query';\n\n`,
    jsdoc(['The mutations, by operationId.']),
    `export type MutationId = ${mutations.map(({ id }) => stringLiteral(id)).join(' | ')};\n\n`,
    `const reasons: Readonly<Record<MutationId, readonly CacheEffectReason[]>> = { ${entries.join(', ')} };\n\n`,
    jsdoc(['What a mutation does to cached queries, and why.']),
    `export const why = (mutation: MutationId): readonly CacheEffectReason[] => reasons[mutation];\n\n`,
    jsdoc([
      'Says once for a client what its mutations do to the cache. `false`: nothing. By operationId, `false`: nothing; a list: its effects on top of those of `why`. What a call says of itself wins.',
    ]),
    `export const setCacheEffects: SetCacheEffects<MutationId> = setAnyCacheEffects;\n`,
  ];
  return generatedModule(model, 'react-query', 'cache-effects.ts', body.join(''));
}

function reasonOf({ query, kind, match, reason }: CacheEffect): CacheEffect {
  return { query, kind, match, reason };
}

/** The same as a page for people. */
function emitTable(mutations: readonly Operation[]): File {
  const rows = mutations.flatMap(({ id, cacheEffects }) =>
    cacheEffects.map(({ kind, query, match, reason }, index) => {
      const where = match.length === 0 ? 'all' : `same ${match.map((name) => `\`${name}\``).join(', ')}`;
      return `| ${[index === 0 ? `\`${id}\`` : '', kind, `\`${query}\``, where, cell(reason)].join(' | ')} |`;
    }),
  );
  const lines = [
    `<!-- ${generatedMark} from the document and its overlay. Do not edit: change those, then run \`sdkwright generate\`. -->`,
    '',
    '# What each mutation does to the cache',
    '',
    '`invalidate`: what is on the screen is fetched again. `fill`: the answer is the data of the query. `remove`: the entry is dropped.',
    '',
    '| mutation | does | query | entries | why |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ];
  return { path: 'react-query/src/generated/CACHE-EFFECTS.md', content: `${lines.join('\n')}\n` };
}

function cell(text: string): string {
  return singleLine(text).replaceAll('|', '\\|');
}
