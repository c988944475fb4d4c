import type { Subject } from './change.ts';

/** How the fields of any name are called in the path of a field. */
export const nameOfRest = '[*]';

/** The same subject one step further down, with the pointers of that place. */
export function within(
  subject: Subject,
  step: string,
  before: string | undefined,
  after: string | undefined,
): Subject {
  const { field = '', path = [] } = subject;
  const separator = field === '' || step.startsWith('[') ? '' : '.';
  return {
    ...subject,
    field: `${field}${separator}${step}`,
    path: [...path, step],
    pointers: {
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    },
  };
}
