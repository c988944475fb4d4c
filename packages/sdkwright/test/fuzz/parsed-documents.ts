import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { isObject, type JsonObject } from '../../src/model/json.ts';
import type { Feature } from '../features/feature-packages.ts';

/** The documents of the features, without those that need other files, and without their expectations. */
export async function parsedDocuments(features: readonly Feature[]): Promise<JsonObject[]> {
  const texts = await Promise.all(features.map(async ({ document }) => await readFile(document, 'utf8')));
  return texts
    .filter((text) => !text.includes('./many-files'))
    .map((text): unknown => parse(text))
    .filter(isObject)
    .map((document) => ({ ...document, 'x-test': undefined }));
}
