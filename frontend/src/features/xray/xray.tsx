import { useNavigate, useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Download, ScanSearch, Search } from 'lucide-react';
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/button';
import { Copyable, StateBadge, Unavailable } from '@/components/feedback';
import { Field } from '@/components/field';
import { Card, Empty, Page, Skeleton } from '@/components/layout';
import { useRecent } from '@/lib/api/queries';
import { routes, type Timeline } from '@/lib/api/routes';
import { rupees } from '@/lib/money';
import { recallHeard, recallTrip } from '@/lib/round-trips';
import { meterTick } from '@/lib/meter';
import { useUser } from '@/lib/session';
import { useStore } from '@/lib/store';
import { duration, exactClock } from '@/lib/time';
import { CausalLog } from './causal-log';
import { byUtr } from './find';
import { Replay } from './replay';
import { balancesAfter, tell, type Story } from './story';
import { SwimLanes } from './swim-lanes';

const ID = /^T[0-9a-f]{36}$/;

export function Xray() {
  const { t } = useTranslation();
  const { id: wanted } = useParams({ strict: false });
  const { role } = useUser();
  const found = useQuery({
    queryKey: ['find', wanted, role],
    queryFn: () => byUtr(wanted ?? '', role === 'admin'),
    enabled: wanted !== undefined && !ID.test(wanted),
  });
  const id = wanted && ID.test(wanted) ? wanted : found.data;
  return (
    <Page title={t('nav.xray')} intro={t('xray.intro')} wide>
      <Finder key={wanted} start={wanted ?? ''} />
      {found.isError && <Unavailable error={found.error} />}
      {found.data === null && (
        <Card>
          <Empty icon={<ScanSearch className="size-6" />} title={t('xray.notFound')} />
        </Card>
      )}
      {id ? <OneTransaction key={id} id={id} /> : wanted === undefined ? <Suggestions /> : null}
    </Page>
  );
}

function Finder({ start }: { start: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(start);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const id = typed.trim();
    if (id) void navigate({ to: '/xray/$id', params: { id } });
  };
  return (
    <form onSubmit={submit} className="mb-4 flex items-end gap-2">
      <Field
        label={t('xray.find')}
        className="flex-1"
        spellCheck={false}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" aria-label={t('xray.look')}>
        <Search aria-hidden className="size-4" />
        <span className="hidden sm:inline">{t('xray.look')}</span>
      </Button>
    </form>
  );
}

function Suggestions() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const recent = useRecent();
  const payments = (recent.data?.data ?? []).filter((entry) => ID.test(entry.transaction_id)).slice(0, 5);
  return (
    <Card>
      {payments.length === 0 ? (
        <Empty icon={<ScanSearch className="size-6" />} title={t('xray.choose')}>
          {t('xray.chooseDetail')}
        </Empty>
      ) : (
        <>
          <p className="mb-3 text-sm text-muted">{t('xray.recent')}</p>
          <ul className="flex flex-col gap-2">
            {payments.map((entry) => (
              <li key={entry.transaction_id + entry.type}>
                <Button
                  look="quiet"
                  className="w-full !justify-between"
                  onClick={() => void navigate({ to: '/xray/$id', params: { id: entry.transaction_id } })}
                >
                  <span className="truncate">{entry.counterparty}</span>
                  <span className="tabular">{rupees(entry.amount)}</span>
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function OneTransaction({ id }: { id: string }) {
  const { t } = useTranslation();
  const timeline = useQuery({
    queryKey: ['timeline', id],
    queryFn: () => routes.timeline(id),
    // The index follows the journal a moment behind; a finished transaction shows its last step soon.
    refetchInterval: (query) => (isWhole(query.state.data) ? false : 1000),
  });
  if (timeline.isPending) return <Skeleton className="h-[32rem]" />;
  if (timeline.isError) return <Unavailable error={timeline.error} onRetry={() => void timeline.refetch()} />;
  return timeline.data.steps.length ? (
    <Told timeline={timeline.data} />
  ) : (
    <Card>
      <Empty icon={<ScanSearch className="size-6" />} title={t('xray.notYet')} />
    </Card>
  );
}

function isWhole(timeline: Timeline | undefined): boolean {
  return timeline?.steps.some((step) => step.what === 'Completed' || step.what === 'PresumedAborted') ?? false;
}

function Told({ timeline }: { timeline: Timeline }) {
  const { t } = useTranslation();
  const { role } = useUser();
  // Heard when the event came, which may be after the timeline did.
  useStore(meterTick);
  const heard = recallHeard(timeline.transaction_id);
  const story = useMemo(() => tell(timeline, recallTrip(timeline.transaction_id), heard), [timeline, heard]);
  const [shown, setShown] = useState<number | null>(null);
  const upTo = shown ?? story.moments.length;
  return (
    <div className="flex flex-col gap-4">
      <Card>
        <Summary timeline={timeline} story={story} />
        <SwimLanes story={story} shown={upTo} />
        <Replay total={story.moments.length} shown={upTo} onShow={setShown} />
        <p className="mt-3 text-xs text-muted">{t('xray.honest')}</p>
      </Card>
      <div className="grid gap-4 lg:grid-cols-[1fr_1.4fr]">
        <Ledger story={story} shown={upTo} />
        <Steps story={story} shown={upTo} />
      </div>
      {role === 'admin' && <CausalLog id={timeline.transaction_id} />}
    </div>
  );
}

function Summary({ timeline, story }: { timeline: Timeline; story: Story }) {
  const { t } = useTranslation();
  const first = story.moments.find((moment) => moment.what === 'Initiated')?.step;
  const last = Math.max(0, ...story.moments.map((moment) => moment.after ?? 0));
  const trip = recallTrip(timeline.transaction_id);
  const save = () => {
    const anchor = document.createElement('a');
    anchor.href = URL.createObjectURL(new Blob([JSON.stringify(timeline, null, 2)], { type: 'application/json' }));
    anchor.download = `${timeline.transaction_id}.json`;
    anchor.click();
    URL.revokeObjectURL(anchor.href);
  };
  return (
    <div className="mb-4 flex flex-wrap items-start justify-between gap-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2">
          <StateBadge state={timeline.status} />
          {first && (
            <span className="font-semibold">
              {first.facts.payer} → {first.facts.payee} · {rupees(first.facts.amount ?? '0')}
            </span>
          )}
        </p>
        <p className="mt-1 text-sm text-muted">
          <Copyable text={timeline.transaction_id} label={t('receipt.id')} />
        </p>
        <p className="text-sm text-muted">
          {t('xray.took', { writes: story.moments.filter((moment) => moment.step).length, time: duration(last) })}
          {trip && ` ${t('xray.trip', { time: duration(trip.answeredAt - trip.sentAt), attempts: trip.attempts })}`}
        </p>
      </div>
      <Button look="quiet" onClick={save}>
        <Download aria-hidden className="size-4" />
        JSON
      </Button>
    </div>
  );
}

/** The money before and after, up to where the replay stands. It adds up to zero at each moment. */
function Ledger({ story, shown }: { story: Story; shown: number }) {
  const { t } = useTranslation();
  const changes = balancesAfter(story, shown);
  const sum = changes.reduce((total, [, change]) => total + change, 0n);
  const color = (change: bigint) => (change > 0n ? 'text-ok' : change < 0n ? 'text-bad' : 'text-muted');
  return (
    <Card title={t('xray.ledger')}>
      {changes.length === 0 ? (
        <Empty title={t('xray.noPostings')} />
      ) : (
        <table className="w-full text-sm">
          <thead>
            <tr className="text-left text-xs text-muted">
              <th scope="col" className="py-1 font-medium">
                {t('xray.account')}
              </th>
              <th scope="col" className="py-1 text-right font-medium">
                {t('xray.change')}
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.map(([account, change]) => (
              <tr key={account} className="border-t border-line">
                <th scope="row" className="py-2 text-left font-medium break-all">
                  {account}
                </th>
                <td className={`tabular py-2 text-right font-semibold ${color(change)}`}>
                  {change > 0n ? '+' : ''}
                  {rupees(change)}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="border-t-2 border-ink/30">
              <th scope="row" className="py-2 text-left">
                {t('xray.sum')}
              </th>
              <td className="tabular py-2 text-right font-bold">{rupees(sum)}</td>
            </tr>
          </tfoot>
        </table>
      )}
      <p className="mt-3 text-xs text-muted">{t('xray.ledgerNote')}</p>
    </Card>
  );
}

function Steps({ story, shown }: { story: Story; shown: number }) {
  const { t } = useTranslation();
  return (
    <Card title={t('xray.steps')}>
      <ol className="flex flex-col">
        {story.moments.map((moment, index) => (
          <li
            key={moment.key}
            className={`border-t border-line py-2.5 first:border-0 ${index < shown ? '' : 'opacity-40'}`}
          >
            <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
              <span className="font-semibold">
                {t(`xray.what.${moment.what as 'Held'}`, { defaultValue: moment.what })}
                <span className="ml-2 font-normal text-muted">{t(`xray.lane.${moment.lane}`)}</span>
              </span>
              <span className="tabular text-xs text-muted">{exactClock(moment.at)}</span>
            </p>
            <p className="mt-0.5 text-xs text-muted">{t(`xray.why.${moment.what as 'Held'}`, { defaultValue: '' })}</p>
            {moment.step && (
              <p className="mt-0.5 text-xs break-words text-muted">
                {t('xray.row', {
                  slice: moment.step.slice,
                  node: moment.step.node,
                  epoch: moment.step.epoch,
                  sequence: moment.step.sequence,
                })}
                {factsOf(moment.step.facts)}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

const TOLD_ELSEWHERE = new Set(['payer', 'payee', 'note', 'fingerprint', 'initiated_at', 'resolve_by', 'decided_at']);

function factsOf(facts: Record<string, string>): string {
  const told = Object.entries(facts).filter(([name, value]) => !TOLD_ELSEWHERE.has(name) && value !== '');
  return told.length ? ` · ${told.map(([name, value]) => `${name.replaceAll('_', ' ')} ${value}`).join(', ')}` : '';
}
