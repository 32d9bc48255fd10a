import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ReceiptIndianRupee, Undo2 } from 'lucide-react';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/button';
import { EntryRow } from '@/components/entry-row';
import { ErrorNote, Unavailable } from '@/components/feedback';
import { Field } from '@/components/field';
import { Card, Empty, SkeletonRows } from '@/components/layout';
import { say } from '@/lib/announce';
import { api } from '@/lib/api/client';
import { Problem } from '@/lib/api/problem';
import { routes, type Entry, type Page } from '@/lib/api/routes';
import { newKey } from '@/lib/intents';
import { groupWhileTyping, readAmount, rupees, toPaise } from '@/lib/money';
import { dayOf } from '@/lib/time';
import { merchants } from './shapes';

/** Today's payments of a shop; each can be refunded, in part or whole. */
export function Takings({ merchant }: { merchant: string }) {
  const { t } = useTranslation();
  const [refunding, setRefunding] = useState<Refundable | null>(null);
  const today = dayOf(new Date());
  const list = useQuery({
    queryKey: ['merchant', merchant, 'history', today],
    queryFn: () => api.get<Page<Entry>>('/api/transactions/history', { user_id: merchant, from: today, limit: 50 }),
    refetchInterval: 10_000,
  });
  const entries = list.data?.data ?? [];
  const refundable = (entry: Entry) =>
    entry.type === 'CREDIT' && (entry.kind ?? 'PAYMENT') === 'PAYMENT' && /^T[0-9a-f]{36}$/.test(entry.transaction_id);
  return (
    <Card title={t('merchant.today')}>
      {list.isPending && <SkeletonRows count={4} />}
      {list.isError && isForbidden(list.error) && <ByPaymentId onFound={setRefunding} />}
      {list.isError && !isForbidden(list.error) && (
        <Unavailable error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.isSuccess && entries.length === 0 && (
        <Empty icon={<ReceiptIndianRupee className="size-6" />} title={t('merchant.noneToday')}>
          {t('merchant.noneTodayDetail')}
        </Empty>
      )}
      <ul className="-mx-2">
        {entries.map((entry) => (
          <li key={entry.transaction_id + entry.type} className="flex items-center gap-1">
            <div className="min-w-0 flex-1">
              <EntryRow entry={entry} />
            </div>
            {refundable(entry) && (
              <button
                type="button"
                onClick={() => setRefunding(entry)}
                aria-label={t('merchant.refundWhat', { amount: rupees(entry.amount), who: entry.counterparty })}
                className="grid size-11 shrink-0 place-items-center rounded-xl text-brand hover:bg-soft"
              >
                <Undo2 aria-hidden className="size-5" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {refunding && (
        <Refund
          key={refunding.transaction_id}
          entry={refunding}
          merchant={merchant}
          onClose={() => setRefunding(null)}
        />
      )}
    </Card>
  );
}

type Refundable = Pick<Entry, 'transaction_id' | 'amount' | 'counterparty'>;

const isForbidden = (error: unknown) => error instanceof Problem && error.status === 403;

/** Where the cluster lists a shop's payments to administrators only, a payment can still be refunded by its id. */
function ByPaymentId({ onFound }: { onFound: (payment: Refundable) => void }) {
  const { t } = useTranslation();
  const find = useMutation({
    mutationFn: (id: string) => routes.payment(id),
    onSuccess: (payment) =>
      onFound({ transaction_id: payment.transaction_id, amount: payment.amount, counterparty: payment.sender_id }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    find.mutate(String(new FormData(event.currentTarget).get('id') ?? '').trim());
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <p className="text-sm text-muted">{t('merchant.notListed')}</p>
      <Field label={t('receipt.id')} name="id" required pattern="T[0-9a-f]{36}" autoComplete="off" spellCheck={false} />
      {find.isError && <ErrorNote error={find.error} />}
      <Button type="submit" look="soft" busy={find.isPending}>
        {t('merchant.refund')}
      </Button>
    </form>
  );
}

function Refund({ entry, merchant, onClose }: { entry: Refundable; merchant: string; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const intent = useRef({ amount: '', key: '' });
  const [typed, setTyped] = useState(rupees(entry.amount).slice(1));
  useEffect(() => dialog.current?.showModal(), []);
  const amount = readAmount(typed);
  const valid = amount !== null && amount <= toPaise(entry.amount);
  const refund = useMutation({
    mutationFn: (wanted: bigint) => {
      if (intent.current.amount !== String(wanted)) intent.current = { amount: String(wanted), key: newKey() };
      return merchants.refund(entry.transaction_id, wanted, intent.current.key);
    },
    onSuccess: (answer) => {
      say(
        t('merchant.refundIs', { status: t(`state.${answer.status as 'SUCCESS'}`) }),
        answer.status === 'SUCCESS' ? 'ok' : 'info',
      );
      void queries.invalidateQueries({ queryKey: ['merchant', merchant] });
      dialog.current?.close();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (valid && !refund.isPending) refund.mutate(amount);
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      className="m-auto w-[min(24rem,92vw)] rounded-2xl bg-card p-5 text-ink shadow-card"
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <h2 id={id} className="text-lg font-bold">
          {t('merchant.refundTo', { who: entry.counterparty })}
        </h2>
        <Field
          label={t('pay.amount')}
          prefix="₹"
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          hint={t('merchant.refundAtMost', { amount: rupees(entry.amount) })}
          error={valid ? undefined : t('pay.amountInvalid')}
          onChange={(event) => setTyped(groupWhileTyping(event.target.value))}
        />
        {refund.isError && <ErrorNote error={refund.error} />}
        <div className="flex gap-2">
          <Button look="quiet" className="flex-1" onClick={() => dialog.current?.close()}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" className="flex-1" busy={refund.isPending}>
            {t('merchant.refund')}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
