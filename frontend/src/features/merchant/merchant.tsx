import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Store as StoreIcon } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/button';
import { Copyable, ErrorNote, Unavailable } from '@/components/feedback';
import { Field } from '@/components/field';
import { Card, Empty, Page, Skeleton, SkeletonRows } from '@/components/layout';
import { QrCode } from '@/components/qr-code';
import { Stat } from '@/components/stat';
import { say } from '@/lib/announce';
import { Problem } from '@/lib/api/problem';
import { groupWhileTyping, readAmount, rupees } from '@/lib/money';
import { fieldError } from '@/lib/i18n/server-words';
import { useUser } from '@/lib/session';
import { moment } from '@/lib/time';
import { makeUpi } from '@/lib/upi';
import { merchants, type Merchant as Shop, type Summary } from './shapes';
import { Settlements } from './settlements';
import { Takings } from './takings';

export function Merchant() {
  const { t } = useTranslation();
  const { user_id } = useUser();
  const search = useSearch({ from: '/inside/merchant' });
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const mine = useQuery({ queryKey: ['merchant', 'mine', user_id], queryFn: merchants.mine });
  const shops = mine.data?.data ?? [];
  const shown = shops.find((shop) => shop.merchant_id === search.id) ?? shops[0];
  return (
    <Page
      title={t('nav.merchant')}
      intro={t('merchant.intro')}
      wide
      actions={
        shops.length > 0 && (
          <Button look="soft" onClick={() => setAdding(!adding)}>
            {t('merchant.add')}
          </Button>
        )
      }
    >
      {mine.isPending && <SkeletonRows count={4} />}
      {mine.isError && (
        <Card>
          <Unavailable error={mine.error} onRetry={() => void mine.refetch()} />
        </Card>
      )}
      {mine.isSuccess && (shops.length === 0 || adding) && (
        <div className="mb-4">
          <Register
            onDone={(id) => {
              setAdding(false);
              void navigate({ to: '/merchant', search: { id } });
            }}
          />
        </div>
      )}
      {shops.length > 1 && (
        <nav aria-label={t('merchant.shops')} className="mb-4 flex flex-wrap gap-2">
          {shops.map((shop) => (
            <Button
              key={shop.merchant_id}
              look={shop === shown ? 'primary' : 'quiet'}
              aria-pressed={shop === shown}
              onClick={() => void navigate({ to: '/merchant', search: { id: shop.merchant_id } })}
            >
              {shop.name}
            </Button>
          ))}
        </nav>
      )}
      {shown && <One key={shown.merchant_id} shop={shown} />}
    </Page>
  );
}

function Register({ onDone }: { onDone: (id: string) => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const register = useMutation({
    mutationFn: merchants.register,
    onSuccess: async (shop) => {
      say(t('merchant.registered', { name: shop.name }), 'ok');
      await queries.invalidateQueries({ queryKey: ['merchant'] });
      onDone(shop.merchant_id);
    },
  });
  const problem = register.error instanceof Problem ? register.error : null;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    register.mutate({
      name: text('name'),
      email: text('email'),
      merchant_id: text('merchant_id').toLowerCase() || undefined,
    });
  };
  return (
    <Card className="mx-auto max-w-lg">
      <Empty icon={<StoreIcon className="size-6" />} title={t('merchant.begin')}>
        {t('merchant.beginDetail')}
      </Empty>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Field
          label={t('merchant.name')}
          name="name"
          required
          maxLength={100}
          autoComplete="organization"
          error={fieldError('name', problem?.at('name'))}
        />
        <Field
          label={t('auth.email')}
          name="email"
          type="email"
          required
          autoComplete="email"
          error={fieldError('email', problem?.at('email'))}
        />
        <Field
          label={t('merchant.id')}
          name="merchant_id"
          pattern="[a-zA-Z0-9][a-zA-Z0-9._\-]{2,63}"
          hint={t('auth.userIdHint')}
          autoComplete="off"
          error={fieldError('merchant_id', problem?.at('merchant_id'))}
        />
        {register.isError && <ErrorNote error={register.error} />}
        <Button type="submit" busy={register.isPending}>
          {t('merchant.register')}
        </Button>
      </form>
    </Card>
  );
}

function One({ shop }: { shop: Shop }) {
  const summary = useQuery({
    queryKey: ['merchant', shop.merchant_id, 'summary'],
    queryFn: () => merchants.summary(shop.merchant_id),
    refetchInterval: 10_000,
  });
  return (
    <div className="flex flex-col gap-4">
      {summary.isPending && <Skeleton className="h-28" />}
      {summary.isError && <Unavailable error={summary.error} onRetry={() => void summary.refetch()} />}
      {summary.data && <Figures summary={summary.data} />}
      <div className="grid items-start gap-4 lg:grid-cols-[20rem_1fr]">
        <ShopQr shop={shop} />
        <Takings merchant={shop.merchant_id} />
      </div>
      <Settlements merchant={shop.merchant_id} payable={summary.data?.payable} />
    </div>
  );
}

function Figures({ summary }: { summary: Summary }) {
  const { t } = useTranslation();
  const open = summary.current_window;
  return (
    <section aria-label={t('merchant.figures')} className="grid grid-cols-2 gap-3 md:grid-cols-4">
      <Stat
        name={t('merchant.takings')}
        value={rupees(open.gross)}
        note={t('merchant.payments', { count: open.payment_count })}
      />
      <Stat
        name={t('merchant.windowNet')}
        value={rupees(open.net)}
        note={t('merchant.feeTax', { fee: rupees(open.fee), tax: rupees(open.tax) })}
      />
      <Stat
        name={t('merchant.payable')}
        value={rupees(summary.payable)}
        note={t('merchant.balance', { amount: rupees(summary.balance ?? '0') })}
        look="ok"
      />
      <Stat
        name={t('merchant.lifetime')}
        value={rupees(summary.lifetime.gross)}
        note={summary.next_cut_off ? t('merchant.nextCutOff', { when: moment(summary.next_cut_off) }) : ''}
      />
    </section>
  );
}

function ShopQr({ shop }: { shop: Shop }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const amount = readAmount(typed);
  return (
    <Card title={t('merchant.qr')}>
      <div className="mx-auto w-full max-w-56 rounded-2xl border border-line bg-white p-2">
        <QrCode
          text={makeUpi(shop.vpa, shop.name, amount)}
          label={t('qr.label', { who: shop.vpa })}
          className="w-full"
        />
      </div>
      <p className="mt-3 text-center font-semibold">{shop.name}</p>
      <p className="text-center text-sm">
        <Copyable text={shop.vpa} label="VPA" />
      </p>
      <Field
        className="mt-3"
        label={t('qr.amount')}
        prefix="₹"
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(groupWhileTyping(event.target.value))}
      />
      <p className="mt-3 text-xs text-muted">
        {t('merchant.plan', {
          mdr: percent(shop.fee_plan.mdr_basis_points),
          tax: percent(shop.fee_plan.tax_basis_points),
        })}
      </p>
    </Card>
  );
}

/** Basis points as a percentage: 200 is 2 %. */
function percent(points: number): string {
  return `${points / 100} %`;
}
