import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminOnly } from '@/components/admin-only';
import { Button } from '@/components/button';
import { ConfirmByTyping } from '@/components/confirm';
import { ErrorNote, StateBadge, Unavailable } from '@/components/feedback';
import { Field, Select } from '@/components/field';
import { Card, Empty, Page, SkeletonRows } from '@/components/layout';
import { Table } from '@/components/table';
import { say } from '@/lib/announce';
import { api } from '@/lib/api/client';
import type { components } from '@/lib/api/schema';
import { rupees } from '@/lib/money';
import { moment } from '@/lib/time';

type List = components['schemas']['EndedTransactions'];

export function Transactions() {
  const { t } = useTranslation();
  return (
    <AdminOnly title={t('nav.transactions')}>
      <Page title={t('nav.transactions')} wide>
        <div className="flex flex-col gap-4">
          <All />
          <AccountAction />
        </div>
      </Page>
    </AdminOnly>
  );
}

function All() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/operate/transactions' });
  const list = useInfiniteQuery({
    queryKey: ['all-transactions', search],
    queryFn: ({ pageParam }) =>
      api.get<List>('/admin/transactions', { state: 'ANY', ...search, limit: 30, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    refetchInterval: 10_000,
  });
  const all = list.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <Card>
      <FilterForm />
      {list.isPending && <SkeletonRows count={6} />}
      {list.isError && <Unavailable error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && all.length === 0 && <Empty icon={<SearchX className="size-6" />} title={t('history.none')} />}
      {all.length > 0 && (
        <Table
          label={t('nav.transactions')}
          heads={[
            t('transactions.when'),
            t('transactions.parties'),
            t('pay.amount'),
            t('history.state'),
            'UTR',
            t('transactions.score'),
          ]}
        >
          {all.map((one) => (
            <tr key={one.transaction_id}>
              <td className="text-muted sm:whitespace-nowrap">{moment(one.initiated_at)}</td>
              <th scope="row" className="text-left font-medium">
                <Link
                  to="/xray/$id"
                  params={{ id: one.transaction_id }}
                  className="text-brand underline-offset-2 hover:underline"
                >
                  {one.payer_id} → {one.payee_id}
                </Link>
                <span className="block text-xs font-normal text-muted">
                  {[one.kind === 'REFUND' ? t('transactions.refund') : '', one.note].filter(Boolean).join(' · ')}
                </span>
              </th>
              <td className="tabular font-semibold whitespace-nowrap">{rupees(one.amount)}</td>
              <td>
                <StateBadge state={one.status} />
                {one.reason && (
                  <span className="block text-xs text-muted">
                    {t(`problem.${one.reason as 'fraud'}`, { defaultValue: one.reason.replaceAll('_', ' ') })}
                  </span>
                )}
              </td>
              <td className="tabular text-xs">{one.utr ?? '–'}</td>
              <td className="tabular">{one.fraud_score ?? '–'}</td>
            </tr>
          ))}
        </Table>
      )}
      {list.hasNextPage && (
        <Button
          look="quiet"
          className="mt-3 w-full"
          busy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('action.more')}
        </Button>
      )}
    </Card>
  );
}

function FilterForm() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/operate/transactions' });
  const navigate = useNavigate();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim() || undefined;
    void navigate({
      to: '/transactions',
      search: { state: text('state'), payer: text('payer'), payee: text('payee'), utr: text('utr') },
    });
  };
  return (
    <form onSubmit={submit} className="mb-4 grid grid-cols-2 items-end gap-3 md:grid-cols-5">
      <Select label={t('history.state')} name="state" defaultValue={search.state ?? ''}>
        <option value="">{t('history.any')}</option>
        {(['SUCCESS', 'FAILED', 'BLOCKED'] as const).map((state) => (
          <option key={state} value={state}>
            {t(`state.${state}`)}
          </option>
        ))}
      </Select>
      <Field label={t('receipt.payer')} name="payer" defaultValue={search.payer} />
      <Field label={t('receipt.payee')} name="payee" defaultValue={search.payee} />
      <Field label="UTR" name="utr" defaultValue={search.utr} />
      <Button type="submit" look="soft">
        {t('transactions.search')}
      </Button>
    </form>
  );
}

const ACTIONS = ['freeze', 'unfreeze', 'close'] as const;

interface Deed {
  account: string;
  action: (typeof ACTIONS)[number];
  reason: string;
}

/** Each of these needs a reason, which goes into the audit trail. */
function AccountAction() {
  const { t } = useTranslation();
  const [done, setDone] = useState('');
  const [asked, setAsked] = useState<Deed | null>(null);
  const act = useMutation({
    mutationFn: ({ account, action, reason }: Deed) =>
      api.post<{ user_id: string; status: string }>(`/admin/accounts/${encodeURIComponent(account)}/${action}`, {
        reason,
      }),
    onSuccess: (answer) => {
      const words = t('transactions.accountIs', {
        who: answer.user_id,
        status: t(`transactions.status.${answer.status as 'ACTIVE'}`),
      });
      setDone(words);
      say(words, 'ok');
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setDone('');
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const deed = { account: text('account'), action: text('action') as Deed['action'], reason: text('reason') };
    if (deed.action === 'unfreeze') act.mutate(deed);
    else setAsked(deed);
  };
  return (
    <Card title={t('transactions.account')}>
      <form onSubmit={submit} className="grid items-end gap-3 md:grid-cols-[1fr_10rem_2fr_auto]">
        <Field label={t('transactions.accountId')} name="account" required autoComplete="off" />
        <Select label={t('transactions.action')} name="action">
          {ACTIONS.map((action) => (
            <option key={action} value={action}>
              {t(`transactions.${action}`)}
            </option>
          ))}
        </Select>
        <Field label={t('transactions.reason')} name="reason" required maxLength={200} autoComplete="off" />
        <Button type="submit" look="danger" busy={act.isPending}>
          {t('transactions.carryOut')}
        </Button>
      </form>
      {asked && (
        <ConfirmByTyping
          word={asked.account}
          title={`${t(`transactions.${asked.action}`)}: ${asked.account}`}
          onClose={() => setAsked(null)}
          onConfirm={() => act.mutate(asked)}
        >
          <p className="text-sm text-muted">
            {t(asked.action === 'close' ? 'transactions.closes' : 'transactions.freezes')}
          </p>
        </ConfirmByTyping>
      )}
      <div className="mt-3">
        {act.isError && <ErrorNote error={act.error} />}
        {done && (
          <p role="status" className="rounded-xl bg-ok-soft p-3 text-sm text-ok">
            {done}
          </p>
        )}
      </div>
    </Card>
  );
}
