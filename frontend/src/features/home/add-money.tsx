import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/button';
import { ErrorNote } from '@/components/feedback';
import { Field } from '@/components/field';
import { say } from '@/lib/announce';
import { routes } from '@/lib/api/routes';
import { newKey } from '@/lib/intents';
import { groupWhileTyping, readAmount, rupees } from '@/lib/money';

/** From the bank into the wallet. The key belongs to the amount: pressing again after a lost answer adds nothing twice. */
export function AddMoney({ className, children }: { className: string; children: ReactNode }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const intent = useRef({ amount: '', key: '' });
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState('');
  const add = useMutation({
    mutationFn: (amount: bigint) => {
      if (intent.current.amount !== String(amount)) intent.current = { amount: String(amount), key: newKey() };
      return routes.recharge(amount, intent.current.key);
    },
    onSuccess: (answer) => {
      intent.current = { amount: '', key: '' };
      say(t('home.added', { amount: rupees(answer.amount) }), 'ok');
      void queries.invalidateQueries({ queryKey: ['balance'] });
      void queries.invalidateQueries({ queryKey: ['history'] });
      setTyped('');
      dialog.current?.close();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const amount = readAmount(typed);
    setWrong(amount === null ? t('pay.amountInvalid') : '');
    if (amount !== null && !add.isPending) add.mutate(amount);
  };
  return (
    <>
      <button type="button" className={className} onClick={() => dialog.current?.showModal()}>
        {children}
      </button>
      <dialog
        ref={dialog}
        aria-labelledby="add-money"
        className="m-auto w-[min(24rem,92vw)] rounded-2xl bg-card p-5 text-ink shadow-card"
      >
        <form onSubmit={submit} noValidate className="flex flex-col gap-4">
          <h2 id="add-money" className="text-lg font-bold">
            {t('home.addMoney')}
          </h2>
          <Field
            label={t('pay.amount')}
            prefix="₹"
            inputMode="decimal"
            autoComplete="off"
            value={typed}
            error={wrong}
            onChange={(event) => setTyped(groupWhileTyping(event.target.value))}
          />
          <div className="grid grid-cols-3 gap-2">
            {['500', '1,000', '5,000'].map((amount) => (
              <Button key={amount} look="soft" onClick={() => setTyped(amount)}>
                ₹{amount}
              </Button>
            ))}
          </div>
          {add.isError && <ErrorNote error={add.error} />}
          <div className="flex gap-2">
            <Button look="quiet" className="flex-1" onClick={() => dialog.current?.close()}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" className="flex-1" busy={add.isPending}>
              {t('home.add')}
            </Button>
          </div>
        </form>
      </dialog>
    </>
  );
}
