/** What kept a call from going through. Only the last two can be ours. */
export const faultKinds = {
  deadline: 'Prism had no answer in time',
  connection: "Prism's own connection broke",
  form: 'Prism cannot read objects in a list of a form',
  refusal: 'Prism refuses what the schema allows',
  undescribed: 'the document requires a field that it does not describe',
  answer: 'the answer that Prism made breaks the schema',
  sample: 'no value was found that the schema allows',
  unexplained: 'unexplained',
} as const;

export type FaultKind = keyof typeof faultKinds;

/** What Prism holds against a request or its own answer. */
export interface Violation {
  readonly location: readonly string[];
  readonly message: string;
}

/** A call that did not go through, and what there is to say why. */
export interface FailedCall {
  /** What the client threw. */
  readonly error: unknown;
  /** Undefined where Prism did not say, being busy. */
  readonly violations: readonly Violation[] | undefined;
  /** Whether the document says nothing of a field but that it is required. */
  readonly isUndescribed: (location: readonly string[], field: string) => boolean;
  /** Whether the document allows the value that was sent at a place of the request, by another validator than Prism's. */
  readonly isAllowed: (location: readonly string[]) => boolean;
}

export interface Fault {
  readonly kind: FaultKind;
  /** Prism's own words, shortened. */
  readonly said: string;
}

/** Each kind has its evidence; what has none is unexplained. */
export function faultOf({ error, violations, isAllowed, isUndescribed }: FailedCall): Fault {
  const status: unknown = Reflect.get(Object(error), 'status');
  const name: unknown = Reflect.get(Object(error), 'name');
  const body: unknown = Reflect.get(Object(error), 'body');
  const detail: unknown = Reflect.get(Object(body), 'detail');
  if (name === 'TimeoutError' || status === 504) return { kind: 'deadline', said: '' };
  if (status === 502 && typeof detail === 'string' && detail.startsWith('Prism could not answer'))
    return { kind: 'connection', said: shortened(detail.replace(/^Prism could not answer \S+ \S+: /, '')) };
  const [first] = violations ?? [];
  if (first === undefined) return { kind: 'unexplained', said: shortened(String(error)) };
  const said = shortened(`${first.location.join('.')}: ${first.message}`);
  if (first.location[0] === 'response') return { kind: 'answer', said };
  if (first.message.startsWith('Cannot deserialize JSON object array in form data'))
    return { kind: 'form', said };
  const missing = /required property '(.+)'$/.exec(first.message)?.[1];
  if (missing !== undefined && isUndescribed(first.location, missing)) return { kind: 'undescribed', said };
  const refused = (violations ?? []).filter(({ location }) => location[0] === 'request');
  return { kind: refused.every(({ location }) => isAllowed(location)) ? 'refusal' : 'sample', said };
}

const longest = 140;

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
