import { createClient, operation, type ApiDescription, type OperationSpec } from '../src/index.ts';

export const api: ApiDescription = { baseUrl: 'https://api.example.com/v1' };

export interface Sent {
  readonly url: URL;
  readonly method: string | undefined;
  readonly headers: Headers;
  readonly body: RequestInit['body'];
}

/** Sends an operation and gives the request as `fetch` got it. */
export async function sent(
  spec: Omit<OperationSpec, 'id' | 'method'> & Partial<Pick<OperationSpec, 'method'>>,
  input: object = {},
  options: object = {},
  description: ApiDescription = api,
): Promise<Sent> {
  let seen: Sent | undefined;
  const fetch = async (url: string, { method, headers, body }: RequestInit): Promise<Response> => {
    seen = { url: new URL(url), method, headers: new Headers(headers), body };
    return new Response(null, { status: 204 });
  };
  const run = operation<object, void, never, void>({ id: 'op', method: 'GET', empty: true, ...spec });
  await run(createClient(description, { fetch, token: 'secret', ...options }), input, options);
  if (!seen) throw new Error('nothing was sent');
  return seen;
}
