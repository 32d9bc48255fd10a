import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import { Field } from './field';

/** Something that breaks things on purpose: one types its name first. */
export function ConfirmByTyping({
  word,
  title,
  onConfirm,
  onClose,
  children,
}: {
  word: string;
  title: string;
  onConfirm: () => void;
  onClose: () => void;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [typed, setTyped] = useState('');
  useEffect(() => dialog.current?.showModal(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() !== word) return;
    // Closing gives the focus back to where it came from.
    dialog.current?.close();
    onConfirm();
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      className="m-auto w-[min(28rem,92vw)] rounded-2xl bg-card p-5 text-ink shadow-card"
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <h2 id={id} className="text-lg font-bold">
          {title}
        </h2>
        {children}
        <Field
          label={t('action.typeToConfirm', { word })}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div className="flex gap-2">
          <Button look="quiet" className="flex-1" onClick={() => dialog.current?.close()}>
            {t('action.cancel')}
          </Button>
          <Button look="danger" type="submit" className="flex-1" disabled={typed.trim() !== word}>
            {t('action.confirm')}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
