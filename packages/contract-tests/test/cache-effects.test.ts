import { mkdir, writeFile } from 'node:fs/promises';
import { dehydrate, hydrate, QueryClient, type DehydratedState } from '@tanstack/react-query';
import { WebWork } from '@webwork-sdk/client';
import { startMock, type Mock } from '@webwork-sdk/mock';
import { updateProjectMutationOptions } from '@webwork-sdk/react-query';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cases } from '../src/generated/index.ts';
import { mutation, mutations, type Mutation } from './cache-effects-mutations.ts';
import { cachedQueries, type Client } from './cache-effects-queries.ts';
import { filledCache, verdictsOn, type Verdict } from './cache-effects-verdicts.ts';

// Every mutation against a cache that holds every query, on a mock that remembers: what shows something else
// afterwards must have been invalidated, dropped or filled.
let mock: Mock;
let client: Client;
let beginning: DehydratedState;

beforeAll(async () => {
  mock = await startMock({ stateful: true });
  client = new WebWork({
    baseUrl: mock.url,
    token: 'a-token',
    workspace_id: 1,
    retries: 0,
    rateLimit: false,
  });
  beginning = dehydrate(await filledCache(client));
});
beforeEach(() => {
  mock.reset();
  mock.clear();
});
afterAll(() => mock.close());

/** A mock that was reset answers as in the beginning, so only what is prepared has to be fetched for itself. */
async function cacheFor({ prepare }: Mutation): Promise<QueryClient> {
  if (prepare) {
    await prepare(client);
    return filledCache(client);
  }
  const queryClient = new QueryClient();
  hydrate(queryClient, beginning);
  return queryClient;
}

/**
 * Entries that all mutations together invalidate, drop or fill though they show the same as before. Most of them are
 * details whose ids the input does not tell, and what the document says in prose only, which the mock does not do.
 */
const needlessBudget = 112;

/** The mock has no memory of trackers, so nothing is seen to go stale. */
const unseen: ReadonlySet<string> = new Set(['startTimeTracking', 'stopTimeTracking']);
/** Its input names no workspace, so the reports of all of them are asked for again. */
const acrossWorkspaces: ReadonlySet<string> = new Set(['stopTimeTracking']);

const isMissed = ({ stale, handled }: Verdict): boolean => stale && !handled;
const isDue = ({ stale, handled }: Verdict): boolean => stale && handled;
const isNeedless = ({ stale, handled }: Verdict): boolean => handled && !stale;
const keysOf = (verdicts: readonly Verdict[]): string[] =>
  verdicts.map(({ query }) => JSON.stringify(query.queryKey.slice(1)));

const renaming = mutation('updateProject', updateProjectMutationOptions, { projectId: 100, name: 'Spring' });

const table: string[] = [];
const counted = { due: 0, needless: 0 };

test.each(mutations)('$operation with $input leaves nothing stale', async (mutation) => {
  const verdicts = await verdictsOn(mutation, client, await cacheFor(mutation));
  table.push(...linesOf(mutation, verdicts));
  counted.due += verdicts.filter(isDue).length;
  counted.needless += verdicts.filter(isNeedless).length;

  expect(keysOf(verdicts.filter(isMissed))).toEqual([]);
  expect(verdicts.some(({ stale }) => stale)).toBe(!unseen.has(mutation.operation));
  const elsewhere = verdicts.filter(({ query, handled }) => query.elsewhere && handled);
  expect(elsewhere.length).toBe(acrossWorkspaces.has(mutation.operation) ? 1 : 0);
  // The 404 of what was deleted is a warning where the document tells of none.
  const violations = mock.requests.flatMap((request) => request.violations);
  expect(violations.filter(({ severity }) => severity === 'Error')).toEqual([]);
});

test('every operation of the document takes part', () => {
  const operations = (isQuery: boolean): string[] =>
    cases.filter(({ method }) => (method === 'GET') === isQuery).map(({ operation }) => operation);
  const queries = cachedQueries(client).map(({ operation }) => operation);
  expect([...new Set(queries)].toSorted()).toEqual(operations(true).toSorted());
  const changes = mutations.map(({ operation }) => operation);
  expect([...new Set(changes)].toSorted()).toEqual(operations(false).toSorted());
});

test('an effect that is missing is found', async () => {
  const verdicts = await verdictsOn(renaming, client, await cacheFor(renaming), false);
  const missed = verdicts.filter(isMissed).map(({ query }) => query.operation);
  expect([...new Set(missed)].toSorted()).toEqual([
    'getContract',
    'getContracts',
    'getProject',
    'getProjectViewer',
    'getProjectViewers',
    'getProjects',
  ]);
});

test('an answer that fills the wrong entry is found', async () => {
  const effects = [['contracts', 'get', ['workspace_id'], { contractId: 'id' }]] as const;
  const verdicts = await verdictsOn(renaming, client, await cacheFor(renaming), effects);
  expect(keysOf(verdicts.filter(isMissed))).toEqual([
    '["contracts","get",{"contractId":100,"workspace_id":1}]',
  ]);
});

test('an effect that reaches too far is found, in workspace 2 as well', async () => {
  const effects = [['webhooks', 'list', []]] as const;
  const verdicts = await verdictsOn(renaming, client, await cacheFor(renaming), effects);
  const webhooks = verdicts.filter(({ query }) => query.operation === 'getWebhooks');
  expect(webhooks.map((verdict) => [verdict.query.elsewhere, isNeedless(verdict)])).toEqual([
    [false, true],
    [true, true],
  ]);
});

test('little is asked for again that shows the same', async () => {
  const report = new URL('../.report/', import.meta.url);
  await mkdir(report, { recursive: true });
  await writeFile(new URL('cache-effects.txt', report), `${table.join('\n')}\n`);
  console.log(`Cache effects: ${counted.due} due, ${counted.needless} needless (.report/cache-effects.txt)`);
  expect(counted.needless).toBeLessThanOrEqual(needlessBudget);
});

function linesOf({ operation, input }: Mutation, verdicts: readonly Verdict[]): string[] {
  const operations = [...new Set(verdicts.map(({ query }) => query.operation))];
  const lines = operations.flatMap((name) => {
    const own = verdicts.filter(({ query }) => query.operation === name);
    const counts = {
      missed: own.filter(isMissed).length,
      due: own.filter(isDue).length,
      needless: own.filter(isNeedless).length,
    };
    const text = Object.entries(counts).flatMap(([word, count]) => (count > 0 ? [`${count} ${word}`] : []));
    return text.length > 0 ? [`  ${name.padEnd(22)} ${text.join(', ')}`] : [];
  });
  return [`${operation} ${input}`, ...lines];
}
