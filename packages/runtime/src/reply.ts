import type { ApiDescription, OperationSpec } from './descriptor.ts';
import { SdkError, type RequestContext } from './sdk-error.ts';

/** A success that was read to its end. */
export interface Reply {
  readonly response: Response;
  /** The whole body, parsed. */
  readonly body: unknown;
  /** What the envelope holds; the body itself where there is no envelope. */
  readonly data: unknown;
}

/** What reading a reply needs to know of its call. */
export interface Reading {
  readonly api: ApiDescription;
  readonly spec: OperationSpec;
  readonly context: RequestContext;
}

type JsonObject = Readonly<Record<string, unknown>>;

/** Reads the body to its end. Throws the SdkError that an error status or a broken promise is. */
export async function read({ api, spec, context }: Reading, response: Response): Promise<Reply> {
  const { ok, status, headers } = response;
  const { success, data: key } = (spec.envelope ?? api.envelope) || {};
  const bytes = await response.arrayBuffer();
  let text = '';
  let body: JsonObject | undefined;
  let cause: unknown;
  try {
    // An error page may come in any encoding; JSON is UTF-8, or broken.
    text = new TextDecoder('utf-8', { fatal: ok }).decode(bytes);
    if (text || !spec.empty) body = JSON.parse(text) as JsonObject;
  } catch (error) {
    if (ok) cause = error;
  }
  const data = key ? body?.[key] : body;
  const broken = success && (body?.[success] === false || (data === undefined && !spec.empty));
  if (ok && !cause && !broken) return { response, body, data };
  const listed = (spec.errors ?? api.errors)?.some(
    (code) => code === status || code === Math.floor(status / 100),
  );
  const said = ((cause ?? body) as Error | undefined)?.message ?? text;
  throw new SdkError(
    ok ? (cause ? 'Decode' : 'Envelope') : 'Api',
    `${status} ${String(said).slice(0, 200) || headers.get('location') || response.statusText}`,
    context,
    {
      status,
      headers,
      body: body ?? text,
      cause,
      requestId: headers.get('x-request-id') ?? undefined,
      ...(ok || (listed && body instanceof Object) ? {} : { kind: 'unexpected' }),
    },
  );
}
