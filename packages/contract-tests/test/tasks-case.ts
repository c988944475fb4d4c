import { defineCase, type ContractCase } from '../src/contract-case.ts';

/** What the fake package throws. */
export class FakeApiError extends Error {
  override readonly name = 'FakeApiError';
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    super(`status ${status}`);
    this.status = status;
    this.body = body;
  }
}

/** Sends one request, as a client package would; `change` puts a fault into it. */
export class FakeClient {
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly change: (request: FakeRequest) => FakeRequest;

  constructor(
    baseUrl: string,
    headers: Readonly<Record<string, string>> = {},
    change: (request: FakeRequest) => FakeRequest = (request) => request,
  ) {
    this.baseUrl = baseUrl;
    this.headers = headers;
    this.change = change;
  }

  async send(request: FakeRequest): Promise<unknown> {
    const { method, target, headers, body } = this.change(request);
    const sent = { authorization: 'Bearer fake-token', ...this.headers, ...headers };
    const response = await fetch(this.baseUrl + target, { method, headers: sent, ...(body && { body }) });
    const answer: unknown = await response.json();
    if (!response.ok) throw new FakeApiError(response.status, answer);
    return answer;
  }
}

export interface FakeRequest {
  readonly method: string;
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface ListInput {
  readonly page?: number;
}

interface CreateInput {
  readonly title: string;
}

function listTasks(
  client: FakeClient,
  { page }: ListInput,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  return client.send({
    method: 'GET',
    target: `/tasks${page === undefined ? '' : `?page=${page}`}`,
    headers,
  });
}

function createTask(
  client: FakeClient,
  input: CreateInput,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const sent = { 'content-type': 'application/json', ...headers };
  return client.send({ method: 'POST', target: '/tasks', headers: sent, body: JSON.stringify(input) });
}

export const getTasksCase: ContractCase<FakeClient> = defineCase<ListInput, FakeClient>({
  operation: 'getTasks',
  method: 'GET',
  path: '/tasks',
  kind: 'query',
  parameters: ['query:page'],
  bodyFields: [],
  statuses: [200, 404],
  secured: true,
  calls: [
    {
      name: 'required',
      input: {},
      request: { path: '/tasks', query: [] },
      response: { status: 200, body: [{ id: 1 }], data: [{ id: 1 }] },
    },
    {
      name: 'all',
      input: { page: 2 },
      request: { path: '/tasks', query: [['page', '2']] },
      response: { status: 200, body: [{ id: 1 }], data: [{ id: 1 }] },
    },
  ],
  errors: [{ status: 404, body: { message: 'no such page' } }],
  client: (client, input, { headers }) => listTasks(client, input, headers),
  reactQuery: (client, input) => ({ queryKey: ['tasks'], queryFn: () => listTasks(client, input) }),
});

export const createTaskCase: ContractCase<FakeClient> = defineCase<CreateInput, FakeClient>({
  operation: 'createTask',
  method: 'POST',
  path: '/tasks',
  kind: 'mutation',
  parameters: [],
  bodyFields: ['title'],
  statuses: [201, 202],
  secured: true,
  calls: [
    {
      name: 'all',
      input: { title: 'Paint' },
      request: { path: '/tasks', query: [], body: { title: 'Paint' }, contentType: 'application/json' },
      response: { status: 201, body: { id: 2, title: 'Paint' }, data: { id: 2, title: 'Paint' } },
    },
    {
      name: 'later',
      input: { title: 'Paint' },
      request: { path: '/tasks', query: [], body: { title: 'Paint' }, contentType: 'application/json' },
      response: { status: 202, body: { id: 3 }, data: { id: 3 }, prefer: 'code=202' },
    },
  ],
  errors: [],
  client: (client, input, { headers }) => createTask(client, input, headers),
  reactQuery: (client) => ({ mutationFn: (input) => createTask(client, input) }),
});
