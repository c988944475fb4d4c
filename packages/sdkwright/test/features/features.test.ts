import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { compileFeatures, generateFeature, readFeatures, type Generated } from './feature-packages.ts';

test(
  'each feature gives packages that compile, with the warnings and the text that its document expects',
  {
    timeout: 120_000,
  },
  async () => {
    const folder = await temporaryFolder();
    const features = await readFeatures();
    const generated = new Map<string, Generated>();
    for (const feature of features) generated.set(feature.name, await generateFeature(folder, feature));
    const problems = await compileFeatures(folder, features);
    for (const { name, warnings, emits } of features) {
      expect.soft(problems.get(name), `${name} compiles`).toEqual([]);
      const { warnings: told, files } = generated.get(name) ?? {
        warnings: [],
        files: new Map<string, string>(),
      };
      expect.soft(told, `${name} warns`).toEqual(warnings);
      for (const [path, text] of Object.entries(emits)) {
        expect.soft(files.get(path), `${name}: ${path}`).toContain(text);
      }
    }
  },
);
