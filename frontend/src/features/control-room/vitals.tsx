import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Stat } from '@/components/stat';
import { useInDoubt, useLbStats, useProof } from '@/lib/api/operate';
import { meter, meterTick, percentile } from '@/lib/meter';
import { rupees, toPaise } from '@/lib/money';
import { streamState } from '@/lib/events';
import { useStore } from '@/lib/store';
import { duration, moment } from '@/lib/time';

const WINDOW_S = 60;

/** The numbers to look at first. What cannot be known now is a dash, never a guess. */
export function Vitals() {
  const { t } = useTranslation();
  const live = useStore(streamState) === 'live';
  useStore(meterTick);
  const now = useNow(1000);
  const seconds = meter.span(now - WINDOW_S * 1000, now);
  const succeeded = seconds.reduce((sum, second) => sum + second.succeeded, 0);
  const failed = seconds.reduce((sum, second) => sum + second.failed, 0);
  const took = seconds.flatMap((second) => second.took);
  const ended = succeeded + failed;
  const ms = (percent: number) => {
    const value = percentile(took, percent);
    return value === null ? '–' : duration(value);
  };
  const lag = meter.lag();
  return (
    <section aria-label={t('control.vitals')} className="grid grid-cols-2 gap-3 md:grid-cols-4">
      <Stat
        name={t('control.perSecond')}
        value={live ? (ended / WINDOW_S).toFixed(1) : '–'}
        note={live ? t('control.lastMinute', { count: ended }) : t('stream.absentShort')}
      />
      <Stat
        name={t('control.success')}
        value={ended ? `${((succeeded / ended) * 100).toFixed(1)} %` : '–'}
        note={ended ? t('control.failed', { count: failed }) : t('control.noPayments')}
        look={ended && failed === 0 ? 'ok' : 'plain'}
      />
      <Stat name={t('control.latency')} value={ms(50)} note={`p95 ${ms(95)} · p99 ${ms(99)}`} />
      <Stat name={t('control.eventLag')} value={lag === null ? '–' : duration(lag)} note={t('control.eventLagNote')} />
      <Imbalance />
      <InDoubtCount />
      <Requests />
      <Audited />
    </section>
  );
}

function Imbalance() {
  const { t } = useTranslation();
  const proof = useProof();
  const amount = proof.data?.imbalance;
  const zero = amount != null && toPaise(amount) === 0n;
  const known = proof.data && proof.data.status !== 'PENDING' && amount != null;
  return (
    <Stat
      name={t('control.imbalance')}
      value={<span data-testid="imbalance">{known ? rupees(amount) : '–'}</span>}
      look={known ? (zero && proof.data.status === 'BALANCED' ? 'ok' : 'bad') : 'plain'}
      note={
        known
          ? t(proof.data.status === 'BALANCED' ? 'control.balanced' : 'control.violations', {
              count: proof.data.violations?.length ?? 0,
            })
          : t('control.noProof')
      }
    />
  );
}

function Audited() {
  const { t } = useTranslation();
  const proof = useProof().data;
  const total = proof?.transactions
    ? proof.transactions.committed + proof.transactions.aborted + proof.transactions.open
    : null;
  return (
    <Stat
      name={t('control.audited')}
      value={total === null ? '–' : total.toLocaleString('en-IN')}
      note={proof?.checked_at ? moment(proof.checked_at) : t('control.noProof')}
    />
  );
}

function InDoubtCount() {
  const { t } = useTranslation();
  const list = useInDoubt().data;
  const count = list?.total;
  return (
    <Stat
      name={t('control.inDoubt')}
      value={count === undefined ? '–' : count.toLocaleString('en-IN')}
      look={count === 0 ? 'ok' : count ? 'warn' : 'plain'}
      note={t('control.inDoubtNote')}
    />
  );
}

function Requests() {
  const { t } = useTranslation();
  const stats = useLbStats().data;
  const perSecond = stats?.nodes.reduce((sum, node) => sum + node.requests_per_second, 0);
  return (
    <Stat
      name={t('control.requests')}
      value={perSecond === undefined ? '–' : perSecond.toFixed(1)}
      note={
        stats ? t('control.requestsNote', { count: stats.nodes.reduce((sum, node) => sum + node.requests, 0) }) : ''
      }
    />
  );
}

function useNow(every: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
