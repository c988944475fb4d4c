import type { ProjectViewer } from '@webwork-sdk/client';
import { useCreateProjectViewerMutation } from '@webwork-sdk/react-query';
import { useRef, useState } from 'react';
import { ErrorNotice } from './error-notice.tsx';
import { InviteField } from './invite-field.tsx';
import { closeModal, Modal } from './modal.tsx';

interface InviteDialogProps {
  readonly onClosed: () => void;
  readonly onInvited: (viewer: ProjectViewer) => void;
}

const fields = [
  {
    name: 'email',
    label: 'E-mail',
    type: 'email',
    complaint: 'Enter a whole address, such as ann@example.com.',
  },
  { name: 'firstname', label: 'First name', type: 'text', complaint: 'Enter the first name.' },
  { name: 'lastname', label: 'Last name', type: 'text', complaint: 'Enter the last name.' },
] as const;

/** Invites a viewer; the server sends them an e-mail. */
export function InviteDialog({ onClosed, onInvited }: InviteDialogProps): React.ReactNode {
  const create = useCreateProjectViewerMutation();
  const formElement = useRef<HTMLFormElement>(null);
  const [invalid, setInvalid] = useState<readonly string[]>([]);
  const submit = (form: HTMLFormElement): void => {
    const inputs = [...form.elements].filter((element) => element instanceof HTMLInputElement);
    const wrong = inputs.filter((input) => !input.checkValidity());
    setInvalid(wrong.map(({ name }) => name));
    wrong[0]?.focus();
    if (wrong.length > 0 || create.isPending) return;
    const values = new FormData(form);
    const text = (name: (typeof fields)[number]['name']): string => String(values.get(name)).trim();
    create.mutate(
      { email: text('email'), firstname: text('firstname'), lastname: text('lastname') },
      {
        onSuccess: (viewer) => {
          onInvited(viewer);
          closeModal(form);
        },
      },
    );
  };
  return (
    <Modal title="Invite a viewer" description="They get an e-mail with a link." onClosed={onClosed}>
      <form
        ref={formElement}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit(event.currentTarget);
        }}
      >
        <div className="fields">
          {fields.map((field) => (
            <InviteField key={field.name} {...field} isInvalid={invalid.includes(field.name)} />
          ))}
        </div>
        {create.error && (
          <ErrorNotice
            context="The invitation was not sent."
            error={create.error}
            // What is in the fields may have been corrected since.
            onRetry={() => formElement.current?.requestSubmit()}
          />
        )}
        <footer className="modal-footer">
          <button type="button" className="button" onClick={(event) => closeModal(event.currentTarget)}>
            Cancel
          </button>
          <button type="submit" className="button primary" aria-disabled={create.isPending}>
            {create.isPending ? 'Sending…' : 'Send invitation'}
          </button>
        </footer>
      </form>
    </Modal>
  );
}
