import { useId } from 'react';

interface InviteFieldProps {
  readonly name: string;
  readonly label: string;
  readonly type: 'email' | 'text';
  /** What to enter, shown when it is invalid. */
  readonly complaint: string;
  readonly isInvalid: boolean;
}

/** One required field of the invitation, with its complaint below it. The document allows 255 characters. */
export function InviteField({ name, label, type, complaint, isInvalid }: InviteFieldProps): React.ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type={type}
        required
        maxLength={255}
        // A blank would pass `required`; the server refuses it.
        pattern={type === 'text' ? '.*\\S.*' : undefined}
        autoComplete="off"
        aria-invalid={isInvalid}
        aria-describedby={isInvalid ? `${id}-complaint` : undefined}
      />
      {isInvalid && (
        <p id={`${id}-complaint`} className="field-error">
          {complaint}
        </p>
      )}
    </div>
  );
}
