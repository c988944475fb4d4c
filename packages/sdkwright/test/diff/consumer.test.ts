import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { emitConsumer } from '../../src/emit/consumer/emit-consumer.ts';
import { formatFiles } from '../../src/emit/format.ts';
import { readDocument } from '../../src/read/read-document.ts';
import { json, modelOf } from '../documents.ts';
import { judge } from './judge.ts';
import { getTasks, integer, object, parameter, tasks, text } from './pairs/documents.ts';

const problem = json(object({ 'message!': text }));
const state = { type: 'string', enum: ['open', 'done'] };

test('it calls with every input and with the least, reads every field, forgets no case', async () => {
  const model = await modelOf(
    tasks(
      getTasks({
        parameters: [parameter('query', 'page'), parameter('query', 'team!')],
        responses: { 200: json(object({ 'id!': integer, state })), 404: problem },
      }),
    ),
  );
  const files = await formatFiles(emitConsumer(model));
  const client = files.find(({ path }) => path === 'consumer/src/generated/client/tasks.ts');
  expect(client?.content.replace(/^\/\/.*\n/gm, '').trimStart())
    .toBe(`import { check, given, missed, read } from '../values.ts';
import type * as Expected from '../expected/index.ts';
import type { Acme } from '@acme/client';
import { getTasks as getTasksOperation } from '@acme/client/tasks';

export async function useGetTasks(client: Acme): Promise<void> {
  const result = await client.tasks.list({ team: given<number>() });
  check<Expected.GetTasksResult>(result);
  read(result?.id);
  read(result?.state);
  {
    const value = result?.state;
    switch (value) {
      case 'open':
      case 'done':
      case null:
      case undefined:
        break;
      default:
        missed(value);
    }
  }
  await client.tasks.list({ page: given<number>(), team: given<number>() });
  await getTasksOperation(client, { team: given<number>() });
  {
    const body = await client.tasks.list({ team: given<number>() }).envelope();
    check<Expected.GetTasksResponse>(body);
    read(body?.id);
    read(body?.state);
    {
      const value = body?.state;
      switch (value) {
        case 'open':
        case 'done':
        case null:
        case undefined:
          break;
        default:
          missed(value);
      }
    }
  }
  {
    const outcome = await client.tasks.list({ team: given<number>() }).result();
    if (!outcome.ok) {
      const { error } = outcome;
      switch (error.kind) {
        case 'api':
          {
            const { status } = error;
            switch (status) {
              case 404:
                break;
              default:
                missed(status);
            }
          }
          if (error.status === 404) {
            check<Extract<Expected.GetTasksError, { readonly status: 404 }>['body']>(error.body);
            read(error.body?.message);
          }
          break;
        case 'unexpected':
        case 'connection':
        case 'timeout':
        case 'abort':
        case 'decode':
        case 'envelope':
        case 'auth':
          break;
        default:
          missed(error);
      }
    }
  }
}
`);
});

test('a document with everything in it: its consumer compiles against its own packages', async () => {
  const acme = fileURLToPath(new URL('../generated/acme.yaml', import.meta.url));
  const model = await modelOf(await readDocument(acme));
  const [verdict] = judge([{ before: model, after: model }]);
  expect(verdict).toEqual({ types: [], client: [], 'react-query': [], packages: [] });
});

test('so does that of answers that may have no body, and of errors of a range that has others among it', async () => {
  const item = json(object({ 'id!': integer }));
  const errors = { 404: { description: 'No' }, '4XX': problem };
  const model = await modelOf(
    tasks(getTasks({ responses: { 200: item, 204: { description: '' }, ...errors } })),
  );
  const [verdict] = judge([{ before: model, after: model }]);
  expect(verdict).toEqual({ types: [], client: [], 'react-query': [], packages: [] });
});
