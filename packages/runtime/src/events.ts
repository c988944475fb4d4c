import type { Call } from './call.ts';
import type { Answer } from './descriptor.ts';
import { disconnected, type Fail } from './sdk-error.ts';

/** One event of a `text/event-stream` (WHATWG HTML, 9.2), or one line of JSON Lines. */
export interface ServerEvent<Data = unknown> {
  /** Its `event` field; `message` where it has none, as lines have. */
  readonly event: string;
  /** Its data, parsed where the document says that it is JSON. */
  readonly data: Data;
  /** The last `id` of the stream; empty where there was none. */
  readonly id: string;
}

/** A call whose answer may come as a stream of events. */
export interface EventCall<
  R,
  E = never,
  Res = R,
  Data = unknown,
  Raw extends Response = Response,
> extends Call<R, E, Res, Raw> {
  /**
   * The events, or the lines of JSON, as they come, until the server ends the stream or sends `[DONE]`. Ask for them
   * in the expression that makes the call. Leaving the loop ends the request.
   * @throws DecodeError when the answer is no such stream, or an event not the JSON that it should be.
   */
  events(): AsyncGenerator<ServerEvent<Data>, void>;
}

/** An answer of events; `parse` makes data of their text. */
export function streamOf(parse: (text: string) => unknown): Answer {
  return {
    extend: (call, _input, fail) =>
      Object.assign(call, {
        events() {
          const answer = call.response();
          // It may fail before anybody reads, who hears of it then.
          answer.catch(() => {});
          return eventsOf(answer, fail, parse);
        },
      }),
  };
}

/** Events with JSON in them. */
export const jsonEvents: Answer = /* @__PURE__ */ streamOf((text) => JSON.parse(text));

/** Events with text in them. */
export const textEvents: Answer = /* @__PURE__ */ streamOf((text) => text);

/** What kind of stream headers announce, if any: events, or JSON in lines or, each behind a mark, in records. */
export function streamKind(headers: Headers): 'events' | 'lines' | undefined {
  const type = headers.get('content-type') ?? '';
  if (/^text\/event-stream/i.test(type)) return 'events';
  return /^application\/(x-)?(nd-?json|json-?(l|lines|seq))\b/i.test(type) ? 'lines' : undefined;
}

async function* eventsOf(
  answer: Promise<Response>,
  fail: Fail,
  parse: (text: string) => unknown,
): AsyncGenerator<ServerEvent, void> {
  const { body, headers, status } = await answer;
  const details = { status, headers };
  const kind = streamKind(headers);
  if (!body || !kind) {
    await body?.cancel();
    throw fail('Decode', `${status} no event stream`, details);
  }
  let event: Partial<Record<string, string>> = {};
  let id = '';
  for await (const line of linesOf(body, fail)) {
    if (kind === 'lines') {
      const text = line.replace('\x1e', '');
      if (text.trim()) yield { event: 'message', data: parsed(text, parse, fail, details), id };
      continue;
    }
    const [, field = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === 'id' && !value.includes('\0')) id = value;
    else if (line !== '')
      event[field] = field === 'data' && event['data'] !== undefined ? `${event['data']}\n${value}` : value;
    else {
      const { data, event: type = 'message' } = event;
      event = {};
      if (data === '[DONE]') return;
      if (data !== undefined) yield { event: type, data: parsed(data, parse, fail, details), id };
    }
  }
}

function parsed(
  text: string,
  parse: (text: string) => unknown,
  fail: Fail,
  details: Pick<Response, 'status' | 'headers'>,
): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw fail('Decode', `an event is not JSON: ${String(cause)}`, { ...details, body: text, cause });
  }
}

/** The lines of a body, which end in LF, CR or both, but for the last. */
async function* linesOf(body: ReadableStream<Uint8Array>, fail: Fail): AsyncGenerator<string, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(disconnected(fail));
      if (done) {
        if (rest !== '') yield rest.replace(/\r$/, '');
        return;
      }
      // A CR at the end may be half of a line end.
      const lines = (rest + decoder.decode(value, { stream: true })).split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } finally {
    // Frees the connection where the caller had enough; after an error there is nothing left to free.
    await reader.cancel().catch(() => {});
  }
}
