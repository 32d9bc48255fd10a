import { Link, useParams } from '@tanstack/react-router';
import { Check, Clock3, Printer, ScanSearch, Send, Share2, ShieldAlert, X } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '@/components/button';
import { Copyable, Unavailable, type State } from '@/components/feedback';
import { Card, Page, Skeleton } from '@/components/layout';
import { ServerText } from '@/components/server-text';
import { say } from '@/lib/announce';
import { usePayment } from '@/lib/api/queries';
import type { Payment } from '@/lib/api/routes';
import { facts, fraudReason } from '@/lib/i18n/server-words';
import { closeIntent, intents } from '@/lib/intents';
import { rupees } from '@/lib/money';
import { useUser } from '@/lib/session';
import { moment } from '@/lib/time';

export function Receipt() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/inside/payments/$id' });
  const payment = usePayment(id);
  const status = payment.data?.status;

  useEffect(() => {
    if (status && status !== 'PENDING') {
      intents
        .get()
        .filter((intent) => intent.transactionId === id)
        .forEach((intent) => closeIntent(intent.key));
    }
  }, [id, status]);
  return (
    <Page title={t('receipt.title')}>
      <div className="mx-auto max-w-lg">
        {payment.isPending && <Skeleton className="h-96" />}
        {payment.isError && <Unavailable error={payment.error} onRetry={() => void payment.refetch()} />}
        {payment.data && <Paper payment={payment.data} />}
      </div>
    </Page>
  );
}

function Paper({ payment }: { payment: Payment }) {
  const { t } = useTranslation();
  const { user_id } = useUser();
  const state = payment.status as State;
  const incoming = payment.receiver_id === user_id;
  const other = incoming ? payment.sender_id : payment.receiver_id;
  return (
    <>
      <Card>
        <div role="status" className="flex flex-col items-center gap-2 pt-3 text-center">
          <StateIcon state={state} />
          <p data-testid="payment-state" className="text-lg font-bold">
            {t(`receipt.${state}`)}
          </p>
          <p className="tabular text-4xl font-bold tracking-tight">{rupees(payment.amount)}</p>
          <p className="text-sm text-muted">
            {t(incoming ? 'receipt.from' : 'receipt.to')} <span className="font-semibold text-ink">{other}</span>
          </p>
          <Explanation payment={payment} />
        </div>
        <Facts payment={payment} />
      </Card>
      <div className="screen-only mt-4 grid grid-cols-2 gap-3">
        <ButtonLink to="/xray/$id" params={{ id: payment.transaction_id }} className="col-span-2">
          <ScanSearch aria-hidden className="size-5" />
          {t('receipt.how')}
        </ButtonLink>
        {!incoming && (
          <ButtonLink look="soft" to="/pay" search={{ to: payment.receiver_id }}>
            <Send aria-hidden className="size-4" />
            {t('receipt.again')}
          </ButtonLink>
        )}
        <Share payment={payment} />
        <Button look="quiet" onClick={() => window.print()}>
          <Printer aria-hidden className="size-4" />
          {t('action.print')}
        </Button>
        <Link
          to="/"
          className="grid min-h-11 place-items-center rounded-xl text-sm font-semibold text-brand hover:bg-soft"
        >
          {t('receipt.done')}
        </Link>
      </div>
    </>
  );
}

function StateIcon({ state }: { state: State }) {
  const look = {
    SUCCESS: 'bg-ok-soft text-ok',
    FAILED: 'bg-bad-soft text-bad',
    BLOCKED: 'bg-bad-soft text-bad',
    PENDING: 'bg-warn-soft text-warn',
  }[state];
  const Icon = { SUCCESS: Check, FAILED: X, BLOCKED: ShieldAlert, PENDING: Clock3 }[state];
  return (
    <span aria-hidden className={`animate-pop grid size-20 place-items-center rounded-full ${look}`}>
      <Icon className="animate-draw size-10" strokeWidth={2.5} />
    </span>
  );
}

/** What is certain, in words: a pending payment is neither lost nor failed. */
function Explanation({ payment }: { payment: Payment }) {
  const { t } = useTranslation();
  if (payment.status === 'PENDING' && 'resolve_by' in payment) {
    return (
      <p className="max-w-sm rounded-xl bg-warn-soft p-3 text-sm text-ink">
        {t('receipt.pendingDetail', { when: moment(payment.resolve_by) })}
      </p>
    );
  }
  if (payment.status === 'FAILED') {
    const detail = 'detail' in payment ? payment.detail : undefined;
    const reason = 'reason' in payment ? payment.reason : undefined;
    return (
      <p className="max-w-sm rounded-xl bg-bad-soft p-3 text-sm text-ink">
        {reason
          ? t(`problem.${reason as 'fraud'}`, { defaultValue: detail ?? reason.replaceAll('_', ' ') })
          : (detail ?? t('receipt.notTold'))}
        {'. '}
        {'limit' in payment && facts(payment).join(' · ')} {t('receipt.nothingMoved')}
      </p>
    );
  }
  if (payment.status === 'BLOCKED') {
    const reasons = 'reasons' in payment ? payment.reasons : undefined;
    return (
      <div className="max-w-sm rounded-xl bg-bad-soft p-3 text-left text-sm text-ink">
        <ul className="list-disc pl-5">
          {reasons?.map((reason) => (
            <li key={reason}>
              <ServerText english={reason} own={fraudReason(reason)} />
            </li>
          ))}
        </ul>
        <p className="mt-1">{t('receipt.nothingMoved')}</p>
      </div>
    );
  }
  return null;
}

function Facts({ payment }: { payment: Payment }) {
  const { t } = useTranslation();
  const utr = 'utr' in payment ? payment.utr : undefined;
  return (
    <dl className="mt-6 flex flex-col divide-y divide-line border-t border-line text-sm">
      {utr && (
        <Fact name="UTR">
          <span data-testid="utr">
            <Copyable text={utr} label="UTR" />
          </span>
        </Fact>
      )}
      <Fact name={t('receipt.id')}>
        <Copyable text={payment.transaction_id} label={t('receipt.id')} />
      </Fact>
      <Fact name={t('receipt.payer')}>{payment.sender_id}</Fact>
      <Fact name={t('receipt.payee')}>{payment.receiver_id}</Fact>
      {payment.note && <Fact name={t('receipt.note')}>{payment.note}</Fact>}
      <Fact name={t('receipt.begun')}>{moment(payment.initiated_at)}</Fact>
      {'decided_at' in payment && payment.decided_at && (
        <Fact name={t('receipt.decided')}>{moment(payment.decided_at)}</Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-0.5 py-2.5">
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 font-medium break-words">{children}</dd>
    </div>
  );
}

function Share({ payment }: { payment: Payment }) {
  const { t } = useTranslation();
  const share = async () => {
    const words = [
      t(`receipt.${payment.status as State}`),
      rupees(payment.amount),
      `${payment.sender_id} → ${payment.receiver_id}`,
    ];
    if ('utr' in payment && payment.utr) words.push(`UTR ${payment.utr}`);
    const text = words.join(' · ');
    try {
      if ('share' in navigator) await navigator.share({ title: 'PhonePay', text });
      else {
        await (navigator as Navigator).clipboard.writeText(text);
        say(t('action.copied'), 'ok');
      }
    } catch {
      // The person closed the sheet.
    }
  };
  return (
    <Button look="quiet" onClick={() => void share()}>
      <Share2 aria-hidden className="size-4" />
      {t('receipt.share')}
    </Button>
  );
}
