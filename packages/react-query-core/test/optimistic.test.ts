import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  getOptions,
  listOptions,
  openApp,
  optimistic,
  settled,
  TasksServer,
  type Fate,
  type Step,
} from './tasks-server.ts';

const slow: Fate = { there: 20, back: 0, fails: false };
const failing: Fate = { ...slow, fails: true };
const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What is shown while the mutation is under way, and when all is over. */
async function watch(step: Step, fate: Fate): Promise<{ during: unknown; after: unknown; failed: boolean }> {
  const server = new TasksServer();
  const app = await openApp(server);
  server.fates.push(fate);
  const run = app.run(step).then(
    () => false,
    () => true,
  );
  await sleep(5);
  const during = app.shown();
  const failed = await run;
  await settled(app.queryClient);
  const after = app.shown();
  expect(after).toEqual(server.tasks);
  app.close();
  return { during, after, failed };
}

const task = (id: number, changes: object = {}): object => ({
  id,
  title: `Task ${id}`,
  members: [],
  ...changes,
});

describe('before the server has answered', () => {
  test.each<[Step, object[]]>([
    [{ kind: 'update', taskId: 2, title: 'New' }, [task(1), task(2, { title: 'New' }), task(3)]],
    [{ kind: 'delete', taskId: 2 }, [task(1), task(3)]],
    [
      { kind: 'assign', taskId: 2, member_id: 1 },
      [task(1), task(2, { members: [{ id: 1, name: 'Member 1' }] }), task(3)],
    ],
  ])('%j shows', async (step, want) => {
    expect(await watch(step, slow)).toEqual({ during: want, after: want, failed: false });
  });

  test.each<[Step]>([
    [{ kind: 'update', taskId: 2, title: 'New' }],
    [{ kind: 'delete', taskId: 2 }],
    [{ kind: 'assign', taskId: 2, member_id: 1 }],
  ])('%j is taken back when it fails', async (step) => {
    const { during, after, failed } = await watch(step, failing);
    expect(failed).toBe(true);
    expect(during).not.toEqual(after);
    expect(after).toEqual([task(1), task(2), task(3)]);
  });
});

test('without the flag nothing is shown ahead of time', async () => {
  const server = new TasksServer();
  const app = await openApp(server);
  server.fates.push(slow);
  const run = app.run({ kind: 'delete', taskId: 2 }, {});
  await sleep(5);
  expect(app.shown()).toHaveLength(3);
  await run;
  expect(app.shown()).toHaveLength(2);
  app.close();
});

test('the detail, the pages of an infinite list and the plain list show the same', async () => {
  const server = new TasksServer();
  const app = await openApp(server);
  const pages = [...listOptions(server.client).queryKey, {}, 'infinite'];
  app.queryClient.setQueryData(pages, {
    pages: [{ data: server.tasks.slice(0, 2) }, { data: server.tasks.slice(2) }],
    pageParams: [1, 2],
  });
  server.fates.push(slow);
  const run = app.run({ kind: 'update', taskId: 3, title: 'New' });
  await sleep(5);
  const want = task(3, { title: 'New' });
  expect(app.shown()?.at(2)).toEqual(want);
  expect(app.queryClient.getQueryData(getOptions(server.client, { taskId: 3 }).queryKey)).toEqual(want);
  expect(app.queryClient.getQueryData(pages)).toEqual({
    pages: [{ data: [task(1), task(2)] }, { data: [want] }],
    pageParams: [1, 2],
  });
  await run;
  app.close();
});

test('of two that overlap, the one that fails takes back only its own', async () => {
  const server = new TasksServer();
  const app = await openApp(server);
  server.fates.push({ there: 30, back: 0, fails: false }, { there: 10, back: 0, fails: true });
  const first = app.run({ kind: 'update', taskId: 1, title: 'Kept' });
  const second = app.run({ kind: 'delete', taskId: 2 }).catch(() => 'failed');
  await sleep(5);
  expect(app.shown()).toEqual([task(1, { title: 'Kept' }), task(3)]);
  expect(await second).toBe('failed');
  await sleep(5);
  expect(app.shown()).toEqual([task(1, { title: 'Kept' }), task(2), task(3)]);
  await first;
  app.close();
});

test('news of the server goes below what is under way', async () => {
  const server = new TasksServer();
  const app = await openApp(server);
  server.fates.push({ there: 40, back: 0, fails: false });
  const run = app.run({ kind: 'update', taskId: 1, title: 'Mine' });
  await sleep(5);
  server.tasks = server.tasks.map((each) => (each.id === 3 ? { ...each, title: 'Theirs' } : each));
  await app.queryClient.refetchQueries({ queryKey: listOptions(server.client).queryKey });
  expect(app.shown()).toEqual([task(1, { title: 'Mine' }), task(2), task(3, { title: 'Theirs' })]);
  await run;
  app.close();
});

test('what succeeded stays, though nothing is fetched again', async () => {
  const server = new TasksServer();
  const app = await openApp(server);
  await app.run({ kind: 'delete', taskId: 2 }, { optimistic, cacheEffects: false });
  expect(app.shown()).toEqual([task(1), task(3)]);
  app.close();
});

test('what was asked before does not bring the old state back', async () => {
  const server = new TasksServer();
  const app = await openApp(server);
  server.readDelay = 30;
  const refetch = app.queryClient.refetchQueries({ queryKey: listOptions(server.client).queryKey });
  server.fates.push({ there: 10, back: 0, fails: false });
  const run = app.run({ kind: 'delete', taskId: 2 }, { optimistic, cacheEffects: false });
  await sleep(5);
  expect(app.shown()).toEqual([task(1), task(3)]);
  await run;
  await refetch;
  await sleep(40);
  expect(app.shown()).toEqual([task(1), task(3)]);
  app.close();
});

test('a failure that was none shows after all', async () => {
  const server = new TasksServer();
  const app = await openApp(server);
  server.fates.push({ ...slow, fails: 'after all' });
  await expect(app.run({ kind: 'delete', taskId: 2 })).rejects.toMatchObject({ status: 409 });
  expect(app.shown()).toHaveLength(3);
  await settled(app.queryClient);
  expect(app.shown()).toEqual([task(1), task(3)]);
  app.close();
});

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('update' as const),
    taskId: fc.integer({ min: 1, max: 3 }),
    title: fc.string({ maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('delete' as const), taskId: fc.integer({ min: 1, max: 3 }) }),
  fc.record({
    kind: fc.constantFrom('assign' as const, 'unassign' as const),
    taskId: fc.integer({ min: 1, max: 3 }),
    member_id: fc.integer({ min: 1, max: 2 }),
  }),
);
const milliseconds = fc.integer({ min: 0, max: 6 });
const fate: fc.Arbitrary<Fate> = fc.record({
  there: milliseconds,
  back: milliseconds,
  fails: fc.constantFrom<Fate['fails'][]>(false, true, 'after all'),
});

test(
  'whatever overlaps and fails, in the end the cache shows what the server has',
  { timeout: 60_000 },
  async () => {
    const history = fc.array(fc.tuple(step, fate, milliseconds), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const server = new TasksServer();
        const app = await openApp(server);
        const runs: Promise<unknown>[] = [];
        for (const [each, itsFate, pause] of steps) {
          server.fates.push(itsFate);
          runs.push(app.run(each).catch(() => undefined));
          await sleep(pause);
        }
        await Promise.all(runs);
        await settled(app.queryClient);
        expect(app.shown()).toEqual(server.tasks);
        for (const each of server.tasks)
          expect(
            app.queryClient.getQueryData(getOptions(server.client, { taskId: each.id }).queryKey),
          ).toEqual(each);
        app.close();
      }),
      { numRuns: 60 },
    );
  },
);
