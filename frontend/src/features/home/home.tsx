import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Clock3, Eye, EyeOff, History, Plus, QrCode, Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '@/components/avatar';
import { ButtonLink } from '@/components/button';
import { EntryRow } from '@/components/entry-row';
import { Unavailable } from '@/components/feedback';
import { Card, Empty, Page, Skeleton, SkeletonRows } from '@/components/layout';
import { useBalance, usePayment, useRecent } from '@/lib/api/queries';
import { routes, type Entry } from '@/lib/api/routes';
import { intents, unfinished, type Intent } from '@/lib/intents';
import { rupees } from '@/lib/money';
import { useUser } from '@/lib/session';
import { useStore } from '@/lib/store';
import { AddMoney } from './add-money';

export function Home() {
  const { t } = useTranslation();
  const user = useUser();
  return (
    <Page title={t('home.hello', { name: user.name.split(' ')[0] || user.user_id })} intro={t('home.intro')}>
      <div className="flex flex-col gap-4">
        <PendingPayments />
        <BalanceCard />
        <Actions />
        <People />
        <Activity />
      </div>
    </Page>
  );
}

function BalanceCard() {
  const { t } = useTranslation();
  const balance = useBalance();
  const user = useUser();
  const [shown, setShown] = useState(false);
  const hidden = '₹ ••••••';
  return (
    <section
      aria-label={t('home.balance')}
      className="hero relative overflow-hidden rounded-3xl p-5 shadow-card sm:p-7"
    >
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="text-sm text-white/90">{t('home.balance')}</p>
          {balance.isPending ? (
            <Skeleton className="mt-2 h-10 w-48 !bg-white/20" />
          ) : (
            <p data-testid="balance" className="tabular mt-1 text-3xl font-bold tracking-tight break-words sm:text-4xl">
              {shown && balance.data ? rupees(balance.data.balance) : hidden}
            </p>
          )}
        </div>
        <button
          type="button"
          aria-pressed={shown}
          aria-label={t('home.reveal')}
          onClick={() => setShown(!shown)}
          className="grid size-11 shrink-0 place-items-center rounded-full bg-white/15 hover:bg-white/25 focus-visible:outline-white"
        >
          {shown ? <EyeOff aria-hidden className="size-5" /> : <Eye aria-hidden className="size-5" />}
        </button>
      </div>
      <dl className="mt-5 flex flex-wrap gap-x-8 gap-y-2 text-sm">
        <Part name={t('home.available')} value={shown && balance.data ? rupees(balance.data.available) : hidden} />
        <Part name={t('home.held')} value={shown && balance.data ? rupees(balance.data.held) : hidden} />
        <Part name="VPA" value={`${user.user_id}@phonepay`} />
      </dl>
      {balance.data && balance.data.status !== 'ACTIVE' && (
        <p role="alert" className="mt-4 rounded-xl bg-black/30 p-3 text-sm font-medium">
          {t(balance.data.status === 'FROZEN' ? 'home.frozen' : 'home.closed')}
        </p>
      )}
      {balance.isError && (
        <div className="mt-4 text-ink">
          <Unavailable error={balance.error} onRetry={() => void balance.refetch()} />
        </div>
      )}
    </section>
  );
}

function Part({ name, value }: { name: string; value: string }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-white/85">{name}</dt>
      <dd className="tabular font-semibold break-all">{value}</dd>
    </div>
  );
}

function Actions() {
  const { t } = useTranslation();
  const look =
    'flex min-h-20 flex-col items-center justify-center gap-2 rounded-2xl border border-line bg-card p-2 text-center text-sm font-semibold shadow-card hover:bg-sunken';
  const icon = 'grid size-10 place-items-center rounded-2xl bg-soft text-brand';
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      <Link to="/pay" className={look}>
        <span aria-hidden className={icon}>
          <Send className="size-5" />
        </span>
        {t('nav.pay')}
      </Link>
      <Link to="/my-qr" className={look}>
        <span aria-hidden className={icon}>
          <QrCode className="size-5" />
        </span>
        {t('nav.myQr')}
      </Link>
      <AddMoney className={look}>
        <span aria-hidden className={icon}>
          <Plus className="size-5" />
        </span>
        {t('home.addMoney')}
      </AddMoney>
      <Link to="/history" className={look}>
        <span aria-hidden className={icon}>
          <History className="size-5" />
        </span>
        {t('nav.history')}
      </Link>
    </div>
  );
}

/** Payments that were sent and are not known to have ended: nothing of them is lost. */
function PendingPayments() {
  const { user_id } = useUser();
  useStore(intents);
  const open = unfinished(user_id);
  return open.length ? (
    <div className="flex flex-col gap-2">
      {open.map((intent) => (
        <PendingPayment key={intent.key} intent={intent} />
      ))}
    </div>
  ) : null;
}

function PendingPayment({ intent }: { intent: Intent }) {
  const { t } = useTranslation();
  const look = 'flex items-center gap-3 rounded-2xl bg-warn-soft p-3.5 text-sm text-warn';
  const words = (
    <>
      <Clock3 aria-hidden className="size-5 shrink-0" />
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">
          {t('home.pending', { amount: rupees(BigInt(intent.paise)), who: intent.receiverName })}
        </span>
        <span className="block text-ink">{t('home.pendingDetail')}</span>
      </span>
    </>
  );
  return intent.transactionId ? (
    <>
      <Ended id={intent.transactionId} />
      <Link to="/payments/$id" params={{ id: intent.transactionId }} className={look}>
        {words}
      </Link>
    </>
  ) : (
    <Link to="/pay" className={look}>
      {words}
    </Link>
  );
}

/** Keeps asking, so that the banner goes when the payment has ended. */
function Ended({ id }: { id: string }) {
  usePayment(id);
  return null;
}

function People() {
  const { t } = useTranslation();
  const recent = useRecent();
  const people = latestPeople(recent.data?.data ?? []);
  if (!people.length) return null;
  return (
    <Card title={t('home.people')}>
      <ul className="flex gap-1 overflow-x-auto pb-1">
        {people.map((who) => (
          <li key={who}>
            <Person id={who} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Person({ id }: { id: string }) {
  const person = useQuery({
    queryKey: ['person', id],
    queryFn: ({ signal }) => routes.resolve(id, signal),
    staleTime: Infinity,
  });
  return (
    <Link
      to="/pay"
      search={{ to: id }}
      className="flex w-20 flex-col items-center gap-1.5 rounded-xl p-2 hover:bg-sunken"
    >
      <Avatar name={person.data?.name ?? id} size="size-12" />
      <span className="w-full truncate text-center text-xs font-medium">{person.data?.name ?? id}</span>
    </Link>
  );
}

function latestPeople(entries: Entry[]): string[] {
  const system = /^(bank_funding|promotion|payout|fees|tax|clearing)$/;
  return [...new Set(entries.map((entry) => entry.counterparty).filter((who) => !system.test(who)))].slice(0, 8);
}

function Activity() {
  const { t } = useTranslation();
  const recent = useRecent();
  return (
    <Card
      title={t('home.recent')}
      actions={
        <Link to="/history" className="text-sm font-semibold text-brand underline-offset-2 hover:underline">
          {t('home.all')}
        </Link>
      }
    >
      {recent.isPending && <SkeletonRows />}
      {recent.isError && <Unavailable error={recent.error} onRetry={() => void recent.refetch()} />}
      {recent.data?.data.length === 0 && (
        <Empty icon={<Send className="size-6" />} title={t('home.nothing')}>
          <p>{t('home.nothingDetail')}</p>
          <ButtonLink to="/pay" className="mt-4">
            {t('nav.pay')}
          </ButtonLink>
        </Empty>
      )}
      <div className="-mx-2 flex flex-col">
        {recent.data?.data.slice(0, 6).map((entry) => (
          <EntryRow key={`${entry.transaction_id}${entry.type}`} entry={entry} />
        ))}
      </div>
    </Card>
  );
}
