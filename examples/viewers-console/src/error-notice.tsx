import { errorWords, type PageError } from './error-words.ts';

interface ErrorNoticeProps {
  readonly error: PageError;
  readonly onRetry: () => void;
  /** What was being done, such as `Ann Lee was not archived.` */
  readonly context?: string;
}

/** Says what went wrong, at once for screen readers too, and offers to try again. */
export function ErrorNotice({ error, onRetry, context }: ErrorNoticeProps): React.ReactNode {
  const { title, advice } = errorWords(error);
  return (
    <div className="error-notice" role="alert">
      <div>
        <p className="error-title">
          {context} {title}
        </p>
        <p>{advice}</p>
        {error.requestId && <p className="error-reference">Reference: {error.requestId}</p>}
      </div>
      <button type="button" className="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
