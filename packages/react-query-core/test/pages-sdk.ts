// Plays a generated SDK with one list in pages, and the server behind it, in each shape that totals come in.
import {
  byPage,
  createClient,
  inQuery,
  type ApiDescription,
  type CoreClient,
  type OperationSpec,
  type PageOrder,
} from '@sdkwright/runtime';
import {
  infiniteQueryHook,
  infiniteQueryOptionsFactory,
  queryOptionsFactory,
  suspenseInfiniteQueryHook,
  type InfiniteQueryHook,
  type InfiniteQueryOptionsFactory,
  type QueryOptionsFactory,
  type SuspenseInfiniteQueryHook,
  type Unkeyed,
} from '../src/index.ts';
import { context } from './viewers-sdk.ts';

export interface Task {
  id: number;
}

export interface TasksInput {
  project_id: number;
  page?: number;
  per_page?: number;
}

export interface TasksResponse {
  success: boolean;
  data: Task[];
  meta?: { pagination: { last_page: number } };
  pagination?: { last_page: number };
}

/** Where the server tells how many pages there are: nowhere, at the top, or below `meta`. */
export type Totals = 'none' | 'pagination' | 'meta';

const last = { pagination: '/pagination/last_page', meta: '/meta/pagination/last_page' };

const listTasks: OperationSpec = {
  id: 'getTasks',
  method: 'GET',
  path: '/tasks',
  fields: [[inQuery, 1, 'project_id', 'page', 'per_page']],
};

function orderOf(totals: Totals): PageOrder {
  const shape = { page: 'page', size: 'per_page', items: '/data', sizes: [2, 100] as const };
  return byPage(totals === 'none' ? shape : { ...shape, last: last[totals] });
}

type InfiniteTasks = InfiniteQueryOptionsFactory<TasksInput, TasksResponse, never, Task>;

export const infiniteTasks = (totals: Totals, unkeyed?: Unkeyed): InfiniteTasks =>
  infiniteQueryOptionsFactory(listTasks, orderOf(totals), 'tasks-api', ['tasks', 'list'], unkeyed);

export const getTasksQueryOptions: QueryOptionsFactory<TasksInput, Task[], never> = queryOptionsFactory(
  listTasks,
  'tasks-api',
  ['tasks', 'list'],
);
export const getTasksInfiniteQueryOptions: InfiniteTasks = infiniteTasks('meta');
export const useGetTasksInfiniteQuery: InfiniteQueryHook<TasksInput, TasksResponse, never> =
  infiniteQueryHook(getTasksInfiniteQueryOptions, context);
export const useGetTasksSuspenseInfiniteQuery: SuspenseInfiniteQueryHook<TasksInput, TasksResponse, never> =
  suspenseInfiniteQueryHook(getTasksInfiniteQueryOptions, context);

const api: ApiDescription = {
  baseUrl: 'https://api.example.com',
  envelope: ['data', 'success'],
};

export interface TasksServer {
  readonly client: CoreClient;
  /** The page of each request, as the URL has it. */
  readonly asked: (string | null)[];
}

/** A server with `count` tasks, two to a page. One that `repeats` gives its first page whatever is asked for. */
export function tasksServer(count: number, totals: Totals, repeats = false): TasksServer {
  const asked: (string | null)[] = [];
  const fetch = async (url: string, { signal }: RequestInit): Promise<Response> => {
    // What is given up at once, as under StrictMode, does not arrive.
    await Promise.resolve();
    signal?.throwIfAborted();
    const { searchParams } = new URL(url);
    asked.push(searchParams.get('page'));
    const page = repeats ? 1 : Number(searchParams.get('page') ?? 1);
    const size = Number(searchParams.get('per_page') ?? 2);
    const all = Array.from({ length: count }, (_, index): Task => ({ id: index + 1 }));
    const pagination = { last_page: Math.ceil(count / size) };
    return Response.json({
      success: true,
      data: all.slice((page - 1) * size, page * size),
      ...(totals === 'meta' && { meta: { pagination } }),
      ...(totals === 'pagination' && { pagination }),
    });
  };
  return { client: createClient(api, { fetch, token: 'canary-token', retries: 0 }), asked };
}
