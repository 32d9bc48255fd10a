import { useQuery } from '@tanstack/react-query';
import { BadgeCheck, ImageUp, LoaderCircle } from 'lucide-react';
import { useEffect, useState, type ChangeEvent, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '@/components/avatar';
import { Button } from '@/components/button';
import { ErrorNote } from '@/components/feedback';
import { Field } from '@/components/field';
import { Card } from '@/components/layout';
import { say } from '@/lib/announce';
import { Problem } from '@/lib/api/problem';
import { useBalance, useRecent } from '@/lib/api/queries';
import { routes, type Person } from '@/lib/api/routes';
import { groupWhileTyping, readAmount, rupees, toDecimal, toPaise, type Paise } from '@/lib/money';
import { parseUpi } from '@/lib/upi';
import { useUser } from '@/lib/session';

export interface Wish {
  person: Person;
  amount: Paise;
  note: string;
}

interface Start {
  to?: string;
  amount?: string;
  note?: string;
  upi?: string;
}

/** Receiver, amount, note. A `upi://` link fills all three, pasted, as an image of its QR, or in the page's address. */
export function PayForm({ start, error, onReview }: { start: Start; error?: unknown; onReview: (wish: Wish) => void }) {
  const { t } = useTranslation();
  const { user_id } = useUser();
  const linked = start.upi ? parseUpi(start.upi) : null;
  const [receiver, setReceiver] = useState(linked?.payee ?? start.to ?? '');
  const [typed, setTyped] = useState(
    groupWhileTyping(linked?.amount ? toDecimal(linked.amount) : (start.amount ?? '')),
  );
  const [note, setNote] = useState(linked?.note ?? start.note ?? '');
  const [tried, setTried] = useState(false);
  const alias = useDelayed(receiver.trim().toLowerCase(), 250);
  const person = useQuery({
    queryKey: ['person', alias],
    queryFn: ({ signal }) => routes.resolve(alias, signal),
    enabled: alias.length >= 3,
    staleTime: 60_000,
  });
  const amount = readAmount(typed);
  const yourself = person.data?.user_id === user_id;
  const found = person.isSuccess && alias === receiver.trim().toLowerCase() && !yourself ? person.data : null;

  const fill = (text: string): boolean => {
    const link = parseUpi(text);
    if (!link) return false;
    setReceiver(link.payee);
    if (link.amount !== null) setTyped(groupWhileTyping(toDecimal(link.amount)));
    if (link.note) setNote(link.note);
    return true;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (found && amount !== null) onReview({ person: found, amount, note: note.trim() });
  };
  const receiverError = receiverTrouble();
  function receiverTrouble(): string | undefined {
    if (yourself) return t('pay.yourself');
    if (person.error instanceof Problem && person.error.status === 404) return t('pay.nobody');
    return tried && !found && !person.isFetching ? t('pay.receiverNeeded') : undefined;
  }
  return (
    <form onSubmit={submit} noValidate className="mx-auto flex max-w-lg flex-col gap-4">
      {error !== undefined && <ErrorNote error={error} />}
      <Card className="flex flex-col gap-4">
        <Field
          label={t('pay.to')}
          name="receiver"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
          placeholder="asha@phonepay"
          value={receiver}
          error={receiverError}
          onChange={(event) => fill(event.target.value) || setReceiver(event.target.value)}
          trailing={
            <QrUpload onText={(text) => (fill(text) ? say(t('pay.qrRead'), 'ok') : say(t('pay.qrNotUpi'), 'bad'))} />
          }
        />
        <div aria-live="polite" className="min-h-16">
          {found ? (
            <Verified person={found} />
          ) : person.isFetching ? (
            <Searching again={person.failureCount > 0} />
          ) : (
            <Recents onChoose={setReceiver} />
          )}
          {person.error !== null && !(person.error instanceof Problem && person.error.status === 404) && (
            <ErrorNote error={person.error} onRetry={() => void person.refetch()} />
          )}
        </div>
      </Card>
      <Card className="flex flex-col gap-4">
        <Field
          label={t('pay.amount')}
          name="amount"
          prefix="₹"
          inputMode="decimal"
          autoComplete="off"
          required
          placeholder="0.00"
          value={typed}
          error={tried && amount === null ? t('pay.amountInvalid') : undefined}
          hint={<Affordable amount={amount} />}
          onChange={(event) => setTyped(groupWhileTyping(event.target.value))}
        />
        <Field
          label={t('pay.note')}
          name="note"
          autoComplete="off"
          maxLength={140}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <Button type="submit">{t('pay.continue')}</Button>
      </Card>
    </form>
  );
}

function Verified({ person }: { person: Person }) {
  const { t } = useTranslation();
  return (
    <div data-testid="verified" className="flex items-center gap-3 rounded-xl bg-ok-soft p-3">
      <Avatar name={person.name} />
      <div className="min-w-0">
        <p className="flex items-center gap-1.5 font-semibold">
          <span className="truncate">{person.name}</span>
          <BadgeCheck aria-hidden className="size-5 shrink-0 text-ok" />
        </p>
        <p className="truncate text-xs">
          {t(person.merchant ? 'pay.verifiedMerchant' : 'pay.verified')} · {person.vpa}
        </p>
      </div>
    </div>
  );
}

function Searching({ again }: { again: boolean }) {
  const { t } = useTranslation();
  return (
    <p className="flex items-center gap-2 p-3 text-sm text-muted">
      <LoaderCircle aria-hidden className="size-4 animate-spin" />
      {t(again ? 'pay.lookingAgain' : 'pay.looking')}
    </p>
  );
}

function Recents({ onChoose }: { onChoose: (who: string) => void }) {
  const { t } = useTranslation();
  const recent = useRecent();
  const people = [...new Set((recent.data?.data ?? []).map((entry) => entry.counterparty))].filter(
    (who) => !who.includes('_') && who !== 'promotion',
  );
  if (!people.length) return <p className="p-3 text-sm text-muted">{t('pay.toHint')}</p>;
  return (
    <div className="flex flex-wrap gap-2">
      {people.slice(0, 5).map((who) => (
        <button
          key={who}
          type="button"
          onClick={() => onChoose(who)}
          className="inline-flex min-h-10 items-center gap-2 rounded-full border border-line py-1 pr-3 pl-1 text-sm hover:bg-sunken"
        >
          <Avatar name={who} size="size-8" />
          {who}
        </button>
      ))}
    </div>
  );
}

function Affordable({ amount }: { amount: Paise | null }) {
  const { t } = useTranslation();
  const balance = useBalance();
  if (!balance.data) return <span>&nbsp;</span>;
  const available = toPaise(balance.data.available);
  return amount !== null && amount > available ? (
    <span className="font-medium text-warn">{t('pay.tooMuch', { amount: rupees(available) })}</span>
  ) : (
    <span>{t('pay.available', { amount: rupees(available) })}</span>
  );
}

function QrUpload({ onText }: { onText: (text: string) => void }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (!file) return;
    setBusy(true);
    try {
      const { readQr } = await import('./read-qr');
      onText(await readQr(file));
    } catch {
      say(t('pay.qrUnreadable'), 'bad');
    } finally {
      setBusy(false);
    }
  };
  return (
    <label
      title={t('pay.qrUpload')}
      className="grid size-11 shrink-0 cursor-pointer place-items-center rounded-xl bg-soft text-brand focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-brand hover:bg-line"
    >
      {busy ? <LoaderCircle aria-hidden className="size-5 animate-spin" /> : <ImageUp aria-hidden className="size-5" />}
      <span className="sr-only">{t('pay.qrUpload')}</span>
      <input type="file" accept="image/*" className="sr-only" onChange={(event) => void read(event)} />
    </label>
  );
}

function useDelayed<T>(value: T, ms: number): T {
  const [late, setLate] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLate(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return late;
}
