import type {
  AssignProjectToViewerError,
  GetProjectViewersError,
  OperationError,
  RestoreProjectViewerError,
  StartTimeTrackingError,
  StopTimeTrackingError,
} from '@webwork-sdk/client';

/**
 * What the operations of this page can fail with. Each is a closed union: what the document lists, a status that it
 * does not list, and the faults of transport.
 */
export type PageError =
  | OperationError<GetProjectViewersError>
  | OperationError<AssignProjectToViewerError>
  | OperationError<RestoreProjectViewerError>
  | OperationError<StartTimeTrackingError>
  | OperationError<StopTimeTrackingError>;

/** The same error for a person: what happened, and what to do. */
export interface ErrorWords {
  readonly title: string;
  readonly advice: string;
}

/** `kind` narrows to one class of errors. A kind that is new in the SDK is a type error here. */
export function errorWords(error: PageError): ErrorWords {
  switch (error.kind) {
    case 'api':
      return documentedWords(error);
    case 'unexpected':
      return unexpectedWords(error.status);
    case 'connection':
      return { title: 'The server cannot be reached.', advice: 'Check your connection.' };
    case 'timeout':
      return { title: 'The server took too long to answer.', advice: 'It may be busy. Wait a moment.' };
    case 'abort':
      return { title: 'The request was cancelled.', advice: 'Nothing more will come of it.' };
    case 'decode':
    case 'envelope':
      return {
        title: 'The answer made no sense.',
        advice: 'The change may be done all the same: reload to see.',
      };
    case 'auth':
      return { title: 'You are not signed in.', advice: 'Sign in, then come back to this page.' };
  }
}

/** Only what the document lists comes here, so `status` is a literal and `body` has its documented type. */
function documentedWords(error: Extract<PageError, { kind: 'api' }>): ErrorWords {
  switch (error.status) {
    case 400:
      return { title: 'The server refused this.', advice: error.body.message };
    case 401:
      return { title: 'Your session has ended.', advice: 'Sign in again to go on.' };
    case 403:
      return { title: 'You may not do this.', advice: 'Ask an owner of the workspace.' };
    case 404:
      return { title: 'This is no longer there.', advice: 'Someone may have removed it. Reload the page.' };
    case 500:
      return { title: 'The server failed.', advice: error.body.error ?? error.body.message };
  }
}

/** The document says nothing of these, so there is no more to go by than what HTTP says. */
function unexpectedWords(status: number): ErrorWords {
  if (status === 422)
    return { title: 'The server did not accept the values.', advice: 'Check what you entered.' };
  if (status === 429) return { title: 'Too many requests.', advice: 'Wait a minute.' };
  if (status === 403) return { title: 'You may not do this.', advice: 'Ask an owner of the workspace.' };
  if (status === 404) return { title: 'This is no longer there.', advice: 'Reload the page.' };
  return { title: `The server answered with status ${status}.`, advice: 'Wait a moment.' };
}
