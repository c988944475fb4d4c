import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packages } from '../../src/diff/change.ts';
import { diffModels } from '../../src/diff/diff-models.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { modelOf } from '../documents.ts';
import { judge } from './judge.ts';
import { giving, object, ref, sending } from './pairs/documents.ts';

/** Types that TypeScript can tell apart, in objects and lists, with references in all directions. */
const { schema } = fc.letrec<{ schema: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<JsonObject>(
      { type: 'string' },
      { type: 'integer' },
      { type: 'boolean' },
      { type: ['string', 'null'] },
      { enum: ['a'] },
      { enum: ['a', 'b'] },
      {},
    ),
    fc.constantFrom(ref('Task'), ref('Note')),
    tie('schema').map((items) => ({ type: 'array', items })),
    fc
      .record({
        properties: fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('schema'), { minKeys: 1, maxKeys: 3 }),
        required: fc.subarray(['a', 'b']),
      })
      .map((fields) => ({ type: 'object', ...fields })),
  ),
}));

/** A named schema is an object: an alias of an alias of itself is no type. */
const named = fc.record({ 'a!': schema, b: schema }).map((fields) => object(fields));

const pair = fc
  .record({ Task: named, Note: named, other: named, isAnswer: fc.boolean() })
  .map(({ Task, Note, other, isAnswer }) => {
    const withNote = (note: JsonObject): JsonObject => {
      const data = object({ 'data!': ref('Task'), 'note!': ref('Note') });
      const schemas = { Task, Note: note };
      return isAnswer ? giving(data, schemas) : sending(data, schemas);
    };
    return { before: withNote(Note), after: withNote(other) };
  });

test('of documents nobody thought of, the compiler says what the diff says', async () => {
  const documents = fc.sample(pair, { numRuns: 60, seed: 20 });
  const models = await Promise.all(
    documents.map(async ({ before, after }) => ({
      before: await modelOf(before),
      after: await modelOf(after),
    })),
  );
  const disagreements = judge(models).flatMap((verdict, index) => {
    const { before, after } = models[index] ?? {};
    if (!before || !after) return [];
    const { changes } = diffModels(before, after);
    return packages
      .filter((name) => changes.some(({ compile }) => compile.includes(name)) !== verdict[name].length > 0)
      .map((name) => `${name}: ${verdict[name][0] ?? 'it compiles'} ${JSON.stringify(documents[index])}`);
  });
  expect(disagreements).toEqual([]);
}, 120_000);
