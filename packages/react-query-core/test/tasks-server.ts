// A task list over the real runtime, behind a server that keeps state, answers late and can be told to fail.
import {
  createClient,
  inBody,
  inPath,
  inQuery,
  type CoreClient,
  type OperationSpec,
} from '@sdkwright/runtime';
import { MutationObserver, QueryClient, QueryObserver } from '@tanstack/react-query';
import {
  createOptimistic,
  mutationOptionsFactory,
  queryOptionsFactory,
  type CacheEffect,
  type CacheEffectOptions,
  type MutationOptionsFactory,
  type Optimistic,
  type OptimisticChange,
  type QueryOptionsFactory,
} from '../src/index.ts';

export interface Member {
  id: number;
  name: string;
}
export interface Task {
  id: number;
  title: string;
  members: Member[];
}
type Empty = Record<never, never>;
interface TaskInput {
  taskId: number;
}

const list: OperationSpec = {
  id: 'getTasks',
  method: 'GET',
  path: '/tasks',
  fields: [[inQuery, 0, 'page']],
};
const members: OperationSpec = { id: 'getMembers', method: 'GET', path: '/members' };
const get: OperationSpec = {
  id: 'getTask',
  method: 'GET',
  path: '/tasks/{taskId}',
  fields: [[inPath, 1, 'taskId']],
};
const update: OperationSpec = {
  id: 'updateTask',
  method: 'PATCH',
  path: '/tasks/{taskId}',
  fields: [
    [inPath, 1, 'taskId'],
    [inBody, 1, 'title'],
  ],
};
const remove: OperationSpec = {
  id: 'deleteTask',
  method: 'DELETE',
  path: '/tasks/{taskId}',
  fields: [[inPath, 1, 'taskId']],
  empty: true,
};
const assign: OperationSpec = {
  id: 'assignMember',
  method: 'POST',
  path: '/tasks/{taskId}/assign',
  fields: [
    [inPath, 1, 'taskId'],
    [inBody, 1, 'member_id'],
  ],
  empty: true,
};
const unassign: OperationSpec = {
  id: 'unassignMember',
  method: 'POST',
  path: '/tasks/{taskId}/unassign',
  fields: [
    [inPath, 1, 'taskId'],
    [inBody, 1, 'member_id'],
  ],
  empty: true,
};

const listed: OptimisticChange = { query: ['tasks', 'list'], match: [], item: 'taskId', kind: 'drop' };
const detailed: OptimisticChange = { query: ['tasks', 'get'], match: ['taskId'], kind: 'drop' };
const both = (change: Partial<OptimisticChange>): OptimisticChange[] => [
  { ...listed, ...change },
  { ...detailed, ...change },
];
const member = { list: 'members', id: 'member_id', key: 'id' } as const;

export const optimistic: Optimistic = createOptimistic({
  'tasks.update': both({ kind: 'merge', fields: ['title'] }),
  'tasks.delete': [listed],
  'tasks.assign': both({
    kind: 'add',
    ...member,
    from: ['members', 'list'],
    take: { id: 'id', name: 'name' },
  }),
  'tasks.unassign': both({ kind: 'remove', ...member }),
});

const stale: readonly CacheEffect[] = [
  ['tasks', 'list', []],
  ['tasks', 'get', ['taskId']],
];
const gone: readonly CacheEffect[] = [
  ['tasks', 'list', []],
  ['tasks', 'get', ['taskId'], null],
];

export const listOptions: QueryOptionsFactory<Empty, Task[], never> = queryOptionsFactory(list, 'api', [
  'tasks',
  'list',
]);
const memberOptions: QueryOptionsFactory<Empty, Member[], never> = queryOptionsFactory(members, 'api', [
  'members',
  'list',
]);
export const getOptions: QueryOptionsFactory<TaskInput, Task, never> = queryOptionsFactory(get, 'api', [
  'tasks',
  'get',
]);

const mutations: Readonly<Record<Step['kind'], unknown>> = {
  update: mutationOptionsFactory(update, 'api', ['tasks', 'update'], stale),
  delete: mutationOptionsFactory(remove, 'api', ['tasks', 'delete'], gone),
  assign: mutationOptionsFactory(assign, 'api', ['tasks', 'assign'], stale),
  unassign: mutationOptionsFactory(unassign, 'api', ['tasks', 'unassign'], stale),
};

export type Step =
  | { readonly kind: 'update'; readonly taskId: number; readonly title: string }
  | { readonly kind: 'delete'; readonly taskId: number }
  | { readonly kind: 'assign' | 'unassign'; readonly taskId: number; readonly member_id: number };

/** What a mutation meets: milliseconds on the way there and back, and whether the server takes it, or says so. */
export interface Fate {
  readonly there: number;
  readonly back: number;
  readonly fails: boolean | 'after all';
}

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export class TasksServer {
  readonly members: readonly Member[] = [1, 2].map((id) => ({ id, name: `Member ${id}` }));
  tasks: Task[] = [1, 2, 3].map((id) => ({ id, title: `Task ${id}`, members: [] }));
  readonly fates: Fate[] = [];
  readDelay = 1;
  readonly client: CoreClient = createClient(
    { baseUrl: 'https://api.example.com' },
    { fetch: (url, init) => this.#answer(new URL(url).pathname, init), retries: 0 },
  );

  async #answer(path: string, { method, body, signal }: RequestInit): Promise<Response> {
    if (method === 'GET') {
      // Reads first: what comes late is old.
      const { tasks } = this;
      await sleep(this.readDelay);
      signal?.throwIfAborted();
      const [, what, id] = path.split('/');
      if (what === 'members') return Response.json(this.members);
      const found = id === undefined ? tasks : tasks.find((task) => task.id === Number(id));
      return found ? Response.json(found) : Response.json({}, { status: 404 });
    }
    const { there, back, fails } = this.fates.shift() ?? { there: 0, back: 0, fails: false };
    await sleep(there);
    const answer = fails === true ? undefined : this.#change(path, method, body);
    await sleep(back);
    return fails || !answer ? Response.json({}, { status: 409 }) : answer;
  }

  #change(path: string, method: string | undefined, body: RequestInit['body']): Response {
    const [, , id, action] = path.split('/');
    const task = this.tasks.find((each) => each.id === Number(id));
    if (!task) return Response.json({}, { status: 404 });
    const { title, member_id } = JSON.parse(String(body ?? '{}')) as { title?: string; member_id?: number };
    const rest = task.members.filter((each) => each.id !== member_id);
    const added = this.members.filter((each) => each.id === member_id && action === 'assign');
    const changed = {
      ...task,
      title: title ?? task.title,
      members: rest.length < task.members.length && action === 'assign' ? task.members : [...rest, ...added],
    };
    this.tasks = this.tasks.flatMap((each) => {
      if (each.id !== task.id) return [each];
      return method === 'DELETE' ? [] : [changed];
    });
    return method === 'PATCH' ? Response.json(changed) : new Response(null, { status: 204 });
  }
}

/** A cache with the lists and every task on the screen. */
export async function openApp(server: TasksServer): Promise<{
  readonly queryClient: QueryClient;
  readonly shown: () => readonly Task[] | undefined;
  readonly run: (step: Step, options?: CacheEffectOptions) => Promise<unknown>;
  readonly close: () => void;
}> {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  const queries = [
    listOptions(server.client),
    memberOptions(server.client),
    ...server.tasks.map(({ id }) => getOptions(server.client, { taskId: id })),
  ];
  const stops = queries.map((each) => new QueryObserver(queryClient, each as never).subscribe(() => {}));
  while (queryClient.isFetching() > 0) await sleep(1);
  return {
    queryClient,
    shown: () => queryClient.getQueryData(listOptions(server.client).queryKey),
    run: ({ kind, ...input }, options = { optimistic }) => {
      const factory = mutations[kind] as MutationOptionsFactory<object, unknown, never>;
      const mutation = factory(server.client, options);
      return new MutationObserver(queryClient, mutation).mutate(input);
    },
    close: () => {
      for (const stop of stops) stop();
      queryClient.clear();
    },
  };
}

/** Until nothing is under way. */
export async function settled(queryClient: QueryClient): Promise<void> {
  do await sleep(2);
  while (queryClient.isFetching() + queryClient.isMutating() > 0);
}
