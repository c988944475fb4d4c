import { useEffect, useId, useRef, type ReactNode } from 'react';

interface ModalProps {
  readonly title: string;
  readonly description?: string;
  /** After it was closed, by Escape or a button; the focus is back where it was. */
  readonly onClosed: () => void;
  readonly children: ReactNode;
}

/** Closes the dialog that an element is in. */
export function closeModal(element: Element): void {
  element.closest('dialog')?.close();
}

/** A modal dialog of the platform: it holds the focus, and Escape closes it. */
export function Modal({ title, description, onClosed, children }: ModalProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const descriptionId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element?.open === false) element.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="modal"
      aria-labelledby={titleId}
      aria-describedby={description === undefined ? undefined : descriptionId}
      onClose={onClosed}
    >
      <header className="modal-header">
        <div>
          <h2 id={titleId}>{title}</h2>
          {description !== undefined && (
            <p id={descriptionId} className="muted">
              {description}
            </p>
          )}
        </div>
        <button
          type="button"
          className="icon-button"
          aria-label="Close"
          onClick={(event) => closeModal(event.currentTarget)}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M4 4l8 8M12 4l-8 8" />
          </svg>
        </button>
      </header>
      {children}
    </dialog>
  );
}
