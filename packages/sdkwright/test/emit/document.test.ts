import { describe, expect, test } from 'vitest';
import { diffModels } from '../../src/diff/diff-models.ts';
import { emitDocument } from '../../src/emit/document/emit-document.ts';
import { isObject } from '../../src/model/json.ts';
import { readMended } from '../../src/read/read-document.ts';
import { modelOf } from '../documents.ts';
import { readFeatures } from '../features/feature-packages.ts';

const features = await readFeatures();

describe.each(features)('the document that the packages of $name ship', ({ document }) => {
  test('is that of the same API', async () => {
    const model = await modelOf((await readMended(document)).document);
    const shipped: unknown = JSON.parse(emitDocument(model).content);
    const again = await modelOf(isObject(shipped) ? shipped : {});
    const { changes } = diffModels(model, again);
    // It lacks the prose, which the hash of the whole tells too.
    expect(changes.filter(({ kind }) => !/described$|^document-changed$/.test(kind))).toEqual([]);
  });
});
