import { bodyAs } from './answers.ts';
import type { Answer, Location } from './descriptor.ts';
import type { Fetch } from './options.ts';

/** How many redirects in a row are followed. */
const mostHops = 5;

/**
 * For operations that are documented to redirect to what they answer with, such as a download from a storage. Follows as
 * `fetch` does, but takes no header, and nothing that was to be sent, to another origin. In browsers, which keep from
 * their pages where a redirect leads, the call fails with the status 0.
 */
export const followRedirects: Location = (draft) => {
  draft.fetch = following(draft.fetch ?? fetch);
};

/** For operations whose documented answer is a redirect: that is their success. */
export const expectRedirect: Location = (draft) => {
  const send = draft.fetch ?? fetch;
  draft.fetch = async (url, init, context) => {
    const response = await send(url, init, context);
    return isRedirect(response) ? Object.defineProperty(response, 'ok', { value: true }) : response;
  };
};

/** Where a redirect leads. */
export const redirectTarget: Answer = /* @__PURE__ */ bodyAs(async (response, fail) => {
  const { url, status, headers } = response;
  const location = headers.get('location');
  await response.body?.cancel();
  if (location === null) throw fail('Decode', `${status} leads nowhere`, { status, headers });
  return URL.canParse(location, url) ? new URL(location, url).href : location;
});

function following(send: Fetch): Fetch {
  return async (url, init, context) => {
    let [at, sent] = [url, init];
    for (let hops = 0; ; hops++) {
      const response = await send(at, sent, context);
      const next = isRedirect(response) && hops < mostHops && nextRequest(response, at, sent);
      if (!next) return response;
      await response.body?.cancel();
      [at, sent] = next;
    }
  };
}

function isRedirect({ status }: Response): boolean {
  return /^30[12378]$/.test(String(status));
}

/** What follows a redirect (Fetch Standard, HTTP-redirect fetch); undefined where that would take something along. */
function nextRequest(
  { status, headers }: Response,
  from: string,
  { body, ...init }: RequestInit,
): [url: string, init: RequestInit] | undefined {
  const location = headers.get('location') ?? ':';
  if (!URL.canParse(location, from)) return undefined;
  const [was, to] = [new URL(from), new URL(location, from)];
  // A password would stand in the platform's message.
  if (to.username !== '' || to.password !== '') return undefined;
  const isGet = /^(GET|HEAD)$/.test(String(init.method));
  const becomesGet = !isGet && (status === 303 || (status < 303 && init.method === 'POST'));
  const next: RequestInit = becomesGet ? { ...init, method: 'GET' } : { ...init, body: body ?? null };
  if (to.origin === was.origin) return [to.href, becomesGet ? withoutContentType(next) : next];
  // Not to where anybody could listen.
  const isSafe = to.protocol === 'https:' || (to.protocol === 'http:' && was.protocol === 'http:');
  return !isSafe || !(isGet || becomesGet) ? undefined : [to.href, { ...next, headers: {} }];
}

function withoutContentType(init: RequestInit): RequestInit {
  const { 'content-type': _, ...headers } = init.headers as Record<string, string>;
  return { ...init, headers };
}
