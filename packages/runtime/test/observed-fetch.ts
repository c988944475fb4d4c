/** What a client sent, as `fetch` got it. */
export interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

export interface Observed {
  readonly sent: Sent[];
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
}

/** A fetch that answers with `answers` in turn, the last one over and over, and keeps what was sent. */
export function answering(...answers: readonly (Response | Error)[]): Observed {
  const sent: Sent[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    sent.push({ url, init });
    const answer = answers[Math.min(sent.length, answers.length) - 1];
    if (!(answer instanceof Response)) throw answer;
    return answer.clone();
  };
  return { sent, fetch };
}

export const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  Response.json(body, { status, headers });
