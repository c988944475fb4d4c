import type { OptimisticChange, SdkModel } from '../../model/sdk-model.ts';
import { generatedModule, type File } from '../file.ts';
import { jsdoc } from '../jsdoc.ts';
import { jsonLiteral } from '../literal.ts';
import { operationWithId } from '../model-index.ts';

/** `optimistic.ts`: what can be shown of each mutation ahead of time; nothing where nothing can. */
export function emitOptimistic(model: SdkModel): File[] {
  const mutations = model.operations.filter(({ optimistic }) => optimistic.length > 0);
  if (mutations.length === 0) return [];
  const changes = Object.fromEntries(
    mutations.map(({ group, method, optimistic }) => [
      `${group}.${method}`,
      optimistic.map((change) => changeOf(model, change)),
    ]),
  );
  const { envelope } = model.api;
  const page = envelope && envelope.data !== 'data' ? `, ${jsonLiteral(envelope.data)}` : '';
  const names = mutations.map(({ name }) => `\`${name}\``).join(', ');
  const body = [
    `import { createOptimistic, type Optimistic } from '@sdkwright/react-query';\n\n`,
    jsdoc([
      'Shows a mutation before the server has answered, and takes it back when it fails: `useXMutation({ optimistic })`.',
      '',
      `Knows ${names}; with any other it does nothing.`,
    ]),
    `export const optimistic: Optimistic = /* @__PURE__ */ createOptimistic(${jsonLiteral(changes)}${page});\n`,
  ];
  return [generatedModule(model, 'react-query', 'optimistic.ts', body.join(''))];
}

/** The same with group and method in place of the query's id, as keys have them. */
function changeOf(model: SdkModel, { query, from, ...change }: OptimisticChange): object {
  const pathOf = (id: string): [string, string] => {
    const operation = operationWithId(model, id);
    return [operation?.group ?? '', operation?.method ?? ''];
  };
  return { query: pathOf(query), ...change, ...(from === undefined ? {} : { from: pathOf(from) }) };
}
