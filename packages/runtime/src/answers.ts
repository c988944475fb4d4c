import type { AnyCall, Outcome } from './call.ts';
import type { Answer, Location } from './descriptor.ts';
import { disconnected, type Fail } from './sdk-error.ts';

/**
 * An answer that is no JSON. The attempt ends with the headers, so a download may take longer than
 * `attemptTimeout`; the caller's signal ends it at any time.
 */
export function bodyAs(read: (response: Response, fail: Fail) => Promise<unknown>): Answer {
  return {
    extend(call, _input, fail) {
      let taken = false;
      const response = call.response();
      const data = response.then((found) => (taken ? found : read(found, fail)));
      return Object.assign(data, {
        envelope: () => data,
        response() {
          taken = true;
          // Whoever takes the response hears of the failure there; nobody reads the data.
          data.catch(() => {});
          return response;
        },
        result: () =>
          data.then(
            (body): Outcome<unknown, unknown> => ({ ok: true, data: body }),
            (error) => ({ ok: false, error }),
          ),
      }) as AnyCall;
    },
  };
}

/** A file. */
export const blobAnswer: Answer = /* @__PURE__ */ bodyAs((response, fail) =>
  response.blob().catch(disconnected(fail)),
);

/** A text: plain, HTML, CSV, XML. */
export const textAnswer: Answer = /* @__PURE__ */ bodyAs((response, fail) =>
  response.text().catch(disconnected(fail)),
);

/** A text of whatever media type: where it comes as JSON, the text that this holds. */
export const anyTextAnswer: Answer = /* @__PURE__ */ bodyAs(async (response, fail) => {
  const text = await response.text().catch(disconnected(fail));
  if (!/json/.test(response.headers.get('content-type') ?? '')) return text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : text;
  } catch {
    // Some servers call every text JSON.
    return text;
  }
});

/** An answer that is a file or a text when it is awaited, and may come as events: `eitherAnswer(blobAnswer, jsonEvents)`. */
export function eitherAnswer(whole: Answer, events: Answer): Answer {
  return {
    extend: (call, input, fail, again) =>
      events.extend(whole.extend(call, input, fail, again), input, fail, again),
  };
}

/** What the call takes for an answer, where that is not JSON. An `accept` of the caller wins. */
export function accepts(type: string): Location {
  return ({ headers }) => {
    if (headers['accept'] === 'application/json') headers['accept'] = type;
  };
}
