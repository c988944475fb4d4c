import type { ErrorResponse, Operation } from '../../model/sdk-model.ts';

/** An error response with a status that a server can send. */
export interface ConcreteError {
  readonly status: number;
  readonly error: ErrorResponse;
}

/** Registered statuses for a range, without those a client acts on by itself: 401, 407, 408, 429, 503. */
const candidates: Readonly<Record<string, readonly number[]>> = {
  '4XX': [400, 402, 403, 404, 405, 406, 409, 410, 411, 412, 413, 414, 415, 416, 417, 422],
  '5XX': [500, 501, 502, 504, 505, 506, 507, 508],
};

/**
 * The documented errors, each with a status that gets it from Prism: `Prefer: code=…` finds the status itself, else
 * its range, else `default`. One that no status is left for, such as `default` beside both ranges, is left out.
 */
export function concreteErrors({ errors }: Pick<Operation, 'errors'>): ConcreteError[] {
  const documented = new Set(errors.map(({ status }) => status));
  return errors.flatMap((error) => {
    const status = standingStatus(error.status, documented);
    return status === undefined ? [] : [{ status, error }];
  });
}

function standingStatus(status: string, documented: ReadonlySet<string>): number | undefined {
  if (/^\d{3}$/.test(status)) return Number(status);
  const ranges = status === 'default' ? ['5XX', '4XX'].filter((range) => !documented.has(range)) : [status];
  return ranges
    .flatMap((range) => candidates[range] ?? [])
    .find((candidate) => !documented.has(String(candidate)));
}

/** `2XX` is answered with its lowest. */
export function successStatus(status: string): number {
  return status === 'default' ? 200 : Number(status.replace(/xx$/i, '00'));
}
