import { tellAll, type Hooks } from './hooks.ts';
import type { Fetch } from './options.ts';
import type { RequestContext } from './sdk-error.ts';

/** An operation that the server says is deprecated or will be gone. */
export interface DeprecationEvent extends RequestContext {
  /** The `deprecation` header (RFC 9745): `@` and the Unix time in seconds; drafts had a date or `true`. */
  readonly deprecation: string | null;
  /** The `sunset` header (RFC 8594): from when on the operation may be gone, as HTTP writes dates. */
  readonly sunset: string | null;
  /** All headers of the answer; `link` may lead to what to use instead. */
  readonly headers: Headers;
}

/**
 * `send`, which tells the hooks what the headers of an answer say of the end of its operation, once for each; the
 * console where no hook listens.
 */
export function noticing(send: Fetch | undefined, hooks: ReadonlySet<Hooks>): Fetch {
  const told = new Set<string>();
  return async (url, init, context) => {
    const response = await (send ?? fetch)(url, init, context);
    const { headers } = response;
    const deprecation = headers.get('deprecation');
    const sunset = headers.get('sunset');
    const { size } = told;
    if ((deprecation || sunset) && told.add(context.operation).size > size) {
      const event = { ...context, deprecation, sunset, headers };
      const listeners = [...hooks].filter((hook) => hook.onDeprecation);
      if (listeners.length === 0) console.warn(deprecationLine(event));
      tellAll(listeners, (hook) => hook.onDeprecation?.(event));
    }
    return response;
  };
}

/** One line about it. */
export function deprecationLine({ operation, method, url, deprecation, sunset }: DeprecationEvent): string {
  return `${operation}: deprecated (deprecation: ${deprecation}, sunset: ${sunset}). ${method} ${url}`;
}
