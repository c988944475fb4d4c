import { useId, useState } from 'react';

interface ViewerSearchProps {
  /** What is searched for now, or nothing. */
  readonly email: string;
  readonly onSearch: (email: string) => void;
}

/** Searches by whole address, as the API does: it refuses a part of one. */
export function ViewerSearch({ email, onSearch }: ViewerSearchProps): React.ReactNode {
  const [isIncomplete, setIncomplete] = useState(false);
  const inputId = useId();
  const hintId = useId();
  const search = (form: HTMLFormElement): void => {
    const wanted = String(new FormData(form).get('email')).trim();
    const isComplete = form.checkValidity();
    setIncomplete(!isComplete);
    if (isComplete) onSearch(wanted);
  };
  return (
    <search>
      <form
        // A search that was cleared elsewhere starts over with an empty field.
        key={email}
        className="viewer-search"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          search(event.currentTarget);
        }}
      >
        <label htmlFor={inputId} className="visually-hidden">
          Search by e-mail
        </label>
        <input
          id={inputId}
          name="email"
          type="email"
          defaultValue={email}
          placeholder="Search by e-mail"
          autoComplete="off"
          aria-describedby={hintId}
          aria-invalid={isIncomplete}
        />
        <button type="submit" className="button">
          Search
        </button>
        {email !== '' && (
          <button type="button" className="button quiet" onClick={() => onSearch('')}>
            Clear
          </button>
        )}
        <p id={hintId} className={isIncomplete ? 'field-error' : 'visually-hidden'}>
          Enter a whole address, such as ann@example.com.
        </p>
      </form>
    </search>
  );
}
