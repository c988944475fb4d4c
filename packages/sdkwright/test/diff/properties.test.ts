import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SdkwrightError } from '../../src/diagnostics/diagnostic.ts';
import type { ChangeKind } from '../../src/diff/catalogue.ts';
import { changesetsOf } from '../../src/diff/changesets.ts';
import { diffModels, type ModelDiff } from '../../src/diff/diff-models.ts';
import type { SdkModel } from '../../src/model/sdk-model.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { modelOf } from '../documents.ts';
import { giving, ref } from './pairs/documents.ts';

const names = ['Task', 'Note', 'Tree'];

/** Schemas that refer to each other and to themselves, in any way. */
const { schema } = fc.letrec<{ schema: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<JsonObject>({ type: 'string' }, { type: 'integer' }, { enum: ['a', 'b'] }, {}),
    fc.constantFrom(...names).map(ref),
    tie('schema').map((items) => ({ type: 'array', items })),
    fc.array(tie('schema'), { minLength: 1, maxLength: 2 }).map((oneOf) => ({ oneOf })),
    fc.array(tie('schema'), { minLength: 1, maxLength: 2 }).map((allOf) => ({ allOf })),
    fc
      .record({
        properties: fc.dictionary(fc.constantFrom('a', 'b.c', '[]', '__proto__'), tie('schema'), {
          maxKeys: 3,
        }),
        required: fc.subarray(['a', 'b.c']),
      })
      .map((fields) => ({ type: 'object', ...fields })),
  ),
}));

const document = fc
  .record({ Task: schema, Note: schema, Tree: schema })
  .map((schemas) => giving({ type: 'array', items: ref('Task') }, schemas));

/** Each kind and what it is when before and after change places. */
const mirrors: readonly (readonly [ChangeKind, ChangeKind])[] = [
  ['response-field-added', 'response-field-removed'],
  ['response-field-optional', 'response-field-required'],
  ['response-null-added', 'response-null-removed'],
  ['response-enum-member-added', 'response-enum-member-removed'],
  ['response-enum-opened', 'response-enum-closed'],
];

function count({ changes }: ModelDiff, kind: ChangeKind): number {
  return changes.filter((change) => change.kind === kind).length;
}

/** The engines refuse schemas that are nothing but themselves. */
async function modelIfAny(document: JsonObject): Promise<SdkModel | undefined> {
  try {
    return await modelOf(document);
  } catch (error) {
    if (error instanceof SdkwrightError) return undefined;
    throw error;
  }
}

test('whatever schemas refer to: the diff ends, finds nothing in equals, and mirrors when turned round', async () => {
  await fc.assert(
    fc.asyncProperty(document, document, async (one, other) => {
      const [before, after] = await Promise.all([one, other].map(modelIfAny));
      fc.pre(before !== undefined && after !== undefined);
      expect(diffModels(before, await modelOf(structuredClone(one))).changes).toEqual([]);
      const forth = diffModels(before, after);
      const back = diffModels(after, before);
      for (const [kind, mirror] of mirrors) expect(count(forth, kind), kind).toBe(count(back, mirror));
      expect(JSON.parse(JSON.stringify(forth))).toEqual(forth);
      for (const { path, content } of changesetsOf(before, after, forth)) {
        expect(path).toMatch(/^\.changeset\/[a-z0-9-]+\.md$/);
        expect(content).toMatch(/^---\n"@acme\/[\w-]+": (major|minor|patch)\n---\n\n\S/);
      }
    }),
    { numRuns: 100 },
  );
});
