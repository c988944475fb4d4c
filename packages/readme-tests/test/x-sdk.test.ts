import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare, type SdkModel } from 'sdkwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeBlocks } from '../src/code-blocks.ts';
import { readDocument } from '../src/documents.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

const trains = {
  openapi: '3.1.0',
  info: { title: 'Railway timetable', version: '1' },
  servers: [{ url: 'https://trains.invalid' }],
  paths: {
    '/stations': {
      get: {
        operationId: 'findThem',
        parameters: ['operator_id', 'page', 'per_page'].map((name) => ({
          name,
          in: 'query',
          schema: { type: 'integer' },
        })),
        responses: {
          200: {
            description: 'Stations.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: {
                    data: { type: 'array', items: { type: 'string' } },
                    meta: { type: 'object', properties: { pagination: { type: 'object' } } },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

let folder: string;
let model: SdkModel;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'x-sdk-'));
  const blocks = codeBlocks(await readDocument(root, 'docs/x-sdk.md'));
  await writeFile(join(folder, 'trains.json'), JSON.stringify(trains));
  await writeFile(
    join(folder, 'overlay.yaml'),
    blocks.find(({ language }) => language === 'yaml')?.text ?? '',
  );
  ({ model } = await compare({
    document: join(folder, 'trains.json'),
    overlay: join(folder, 'overlay.yaml'),
    out: folder,
    scope: '@trains',
    targets: [],
  }));
});
afterAll(() => rm(folder, { recursive: true }));

test('the overlay of docs/x-sdk.md says of the API what its page says', () => {
  expect(model.api).toMatchObject({
    name: 'Trains',
    envelope: { success: 'success', data: 'data', message: 'message', meta: 'meta' },
    rateLimit: { requests: 60, seconds: 60 },
    clientInputs: [{ name: 'operator_id' }],
  });
});

test('and of the operation', () => {
  expect(model.operations).toMatchObject([
    {
      group: 'stations',
      method: 'list',
      pagination: {
        style: 'page',
        page: 'page',
        size: 'per_page',
        defaultSize: 20,
        items: '/data',
        last: '/meta/pagination/last_page',
      },
    },
  ]);
});
