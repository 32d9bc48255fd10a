import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Banknote, CalendarCheck } from 'lucide-react';
import { Fragment, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/button';
import { ErrorNote, Health, Unavailable } from '@/components/feedback';
import { Card, Empty, SkeletonRows } from '@/components/layout';
import { Table } from '@/components/table';
import { say } from '@/lib/announce';
import { newKey } from '@/lib/intents';
import { rupees, toPaise } from '@/lib/money';
import { moment } from '@/lib/time';
import { merchants, type Payout, type Window } from './shapes';
import { WindowPayments } from './window-payments';

const GOOD = { OPEN: 'warn', CLOSED: 'warn', SETTLING: 'warn', SETTLED: true, FAILED: false } as const;

/** Window by window: what came in, what it cost, and where the money is. */
export function Settlements({ merchant, payable }: { merchant: string; payable: string | undefined }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const list = useQuery({
    queryKey: ['merchant', merchant, 'settlements'],
    queryFn: () => merchants.settlements(merchant),
    refetchInterval: (query) =>
      query.state.data?.payouts.some((payout) => payout.status === 'SETTLING') ? 2000 : 15_000,
  });
  const again = () => queries.invalidateQueries({ queryKey: ['merchant', merchant] });
  // One key until a payout is answered: pressing again asks for the same payout.
  const key = useRef('');
  const payout = useMutation({
    mutationFn: () => merchants.payout(merchant, (key.current ||= newKey())),
    onSuccess: (answer) => {
      key.current = '';
      say(
        t('merchant.payoutIs', { amount: rupees(answer.amount), status: t(`merchant.status.${answer.status}`) }),
        answer.status === 'FAILED' ? 'bad' : 'ok',
      );
      void again();
    },
  });
  const close = useMutation({ mutationFn: () => merchants.close(merchant), onSuccess: () => void again() });
  const windows = list.data?.data ?? [];
  return (
    <Card
      title={t('merchant.settlements')}
      actions={
        <div className="flex flex-wrap gap-2">
          <Button look="quiet" busy={close.isPending} onClick={() => close.mutate()}>
            <CalendarCheck aria-hidden className="size-4" />
            {t('merchant.closeWindow')}
          </Button>
          <Button
            busy={payout.isPending}
            disabled={payable === undefined || toPaise(payable) <= 0n}
            onClick={() => payout.mutate()}
          >
            <Banknote aria-hidden className="size-4" />
            {t('merchant.payOut')}
          </Button>
        </div>
      }
    >
      {payout.isError && <ErrorNote error={payout.error} />}
      {close.isError && <ErrorNote error={close.error} />}
      {list.isPending && <SkeletonRows count={3} />}
      {list.isError && <Unavailable error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && windows.length === 0 && <Empty title={t('merchant.noWindows')} />}
      {windows.length > 0 && <Windows windows={windows} />}
      {list.data && list.data.payouts.length > 0 && <Payouts payouts={list.data.payouts} />}
    </Card>
  );
}

function Windows({ windows }: { windows: Window[] }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <Table
      label={t('merchant.settlements')}
      heads={[
        t('merchant.window'),
        t('history.state'),
        t('merchant.count'),
        t('merchant.gross'),
        t('merchant.refunds'),
        t('merchant.fee'),
        t('merchant.tax'),
        t('merchant.net'),
      ]}
    >
      {windows.map((window) => (
        <Fragment key={window.batch_id}>
          <tr className="tabular">
            <th scope="row" className="text-left font-medium whitespace-nowrap">
              <button
                type="button"
                aria-expanded={opened === window.batch_id}
                onClick={() => setOpened(opened === window.batch_id ? null : window.batch_id)}
                className="min-h-6 font-semibold text-brand underline underline-offset-2"
              >
                {window.batch_id.split('-').at(-1)}
              </button>
              <span className="block text-xs font-normal text-muted">
                {moment(window.closed_at ?? window.opened_at)}
              </span>
            </th>
            <td>
              <Health good={GOOD[window.status]} word={t(`merchant.status.${window.status}`)} />
            </td>
            <td>{window.payment_count}</td>
            <td className="whitespace-nowrap">{rupees(window.gross)}</td>
            <td className="whitespace-nowrap">{rupees(window.refunds)}</td>
            <td className="whitespace-nowrap">{rupees(window.fee)}</td>
            <td className="whitespace-nowrap">{rupees(window.tax)}</td>
            <td className="font-semibold whitespace-nowrap">{rupees(window.net)}</td>
          </tr>
          {opened === window.batch_id && (
            <tr>
              <td colSpan={8}>
                <WindowPayments window={window} />
              </td>
            </tr>
          )}
        </Fragment>
      ))}
    </Table>
  );
}

function Payouts({ payouts }: { payouts: Payout[] }) {
  const { t } = useTranslation();
  return (
    <>
      <h3 className="mt-6 mb-1 text-sm font-semibold">{t('merchant.payouts')}</h3>
      <Table
        label={t('merchant.payouts')}
        heads={[t('transactions.when'), t('history.state'), t('pay.amount'), t('merchant.bankReference')]}
      >
        {payouts.map((payout) => (
          <tr key={payout.payout_id} className="tabular">
            <td className="sm:whitespace-nowrap">{moment(payout.requested_at)}</td>
            <td>
              <Health good={GOOD[payout.status]} word={t(`merchant.status.${payout.status}`)} />
            </td>
            <td className="font-semibold whitespace-nowrap">{rupees(payout.amount)}</td>
            <td>{payout.bank_reference ?? payout.reason ?? '–'}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}
