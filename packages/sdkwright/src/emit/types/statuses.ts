import type { SuccessResponse } from '../../model/sdk-model.ts';

/** `status 200`; `status 200 or 202` where the bodies differ. */
export function statuses({ status, further = [] }: SuccessResponse): string {
  return status === 'default' ? 'whatever the status' : `status ${[status, ...further].join(' or ')}`;
}
