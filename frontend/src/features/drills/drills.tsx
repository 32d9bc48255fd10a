import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, CircleX, Download, Flame, LifeBuoy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminOnly } from '@/components/admin-only';
import { Button } from '@/components/button';
import { ConfirmByTyping } from '@/components/confirm';
import { ErrorNote, Health, Unavailable } from '@/components/feedback';
import { Field, Select } from '@/components/field';
import { Card, Empty, Page, SkeletonRows } from '@/components/layout';
import { ServerText } from '@/components/server-text';
import { say } from '@/lib/announce';
import { api } from '@/lib/api/client';
import { useCluster } from '@/lib/api/operate';
import { rupees } from '@/lib/money';
import { duration, moment } from '@/lib/time';
import { KINDS, verdicts, type Drill, type Drills as List, type Kind } from './drill';
import { failureInOwnWords, stepInOwnWords } from './own-words';
import { Throughput } from './throughput';

export function Drills() {
  const { t } = useTranslation();
  return (
    <AdminOnly title={t('nav.drills')}>
      <Page title={t('nav.drills')} intro={t('drills.intro')} wide>
        <Room />
      </Page>
    </AdminOnly>
  );
}

function Room() {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const drills = useQuery({
    queryKey: ['drills'],
    queryFn: () => api.get<List>('/admin/drills'),
    refetchInterval: (query) => (query.state.data?.running ? 1000 : 5000),
  });
  if (drills.isPending) return <SkeletonRows count={4} />;
  if (!drills.data) {
    return (
      <Card>
        <Unavailable error={drills.error} onRetry={() => void drills.refetch()} />
      </Card>
    );
  }
  const shown =
    drills.data.data.find((drill) => drill.drill_id === (drills.data.running ?? chosen)) ?? drills.data.data[0];
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[22rem_1fr]">
      <div className="flex flex-col gap-4">
        <Chooser list={drills.data} onStarted={setChosen} />
        <Past list={drills.data} shown={shown?.drill_id} onChoose={setChosen} />
      </div>
      {shown ? (
        <Report key={shown.drill_id} drill={shown} />
      ) : (
        <Card>
          <Empty icon={<Flame className="size-6" />} title={t('drills.none')}>
            {t('drills.noneDetail')}
          </Empty>
        </Card>
      )}
    </div>
  );
}

const NEEDS_NODE = new Set<Kind>(['stop-node', 'pause-node', 'partition']);

function Chooser({ list, onStarted }: { list: List; onStarted: (id: string) => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const nodes = useCluster().data?.members.map((member) => member.node) ?? [];
  const [kind, setKind] = useState<Kind>('kill-coordinator');
  const [node, setNode] = useState('');
  const [seconds, setSeconds] = useState('10');
  const [asking, setAsking] = useState(false);
  const again = () => queries.invalidateQueries({ queryKey: ['drills'] });
  const start = useMutation({
    mutationFn: () =>
      api.post<Drill>('/admin/drills', {
        kind,
        confirm: kind,
        seconds: Number(seconds),
        node_id: NEEDS_NODE.has(kind) && node ? node : undefined,
      }),
    onSuccess: (drill) => {
      onStarted(drill.drill_id);
      void again();
    },
  });
  const heal = useMutation({
    mutationFn: () => api.post('/admin/reset-system', {}),
    onSuccess: () => {
      say(t('drills.healed'), 'ok');
      void again();
    },
  });
  return (
    <Card title={t('drills.choose')}>
      {!list.enabled && <p className="mb-3 rounded-xl bg-warn-soft p-3 text-sm text-warn">{t('drills.disabled')}</p>}
      <fieldset disabled={!list.enabled || list.running !== null} className="flex flex-col gap-3">
        <legend className="sr-only">{t('drills.choose')}</legend>
        <Select label={t('drills.fault')} value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`drills.kind.${one}`)}
            </option>
          ))}
        </Select>
        <p className="text-xs text-muted">{t(`drills.what.${kind}`)}</p>
        {NEEDS_NODE.has(kind) && (
          <Select label={t('control.node')} value={node} onChange={(event) => setNode(event.target.value)}>
            <option value="">{t('drills.anyNode')}</option>
            {nodes.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Select>
        )}
        <Field
          label={t('drills.seconds')}
          type="number"
          min={1}
          max={60}
          value={seconds}
          onChange={(event) => setSeconds(event.target.value)}
        />
        <Button look="danger" busy={start.isPending} onClick={() => setAsking(true)}>
          <Flame aria-hidden className="size-4" />
          {t('drills.start')}
        </Button>
      </fieldset>
      <Button look="quiet" className="mt-3 w-full" busy={heal.isPending} onClick={() => heal.mutate()}>
        <LifeBuoy aria-hidden className="size-4" />
        {t('drills.heal')}
      </Button>
      <div className="mt-3 flex flex-col gap-2">
        {start.isError && <ErrorNote error={start.error} />}
        {heal.isError && <ErrorNote error={heal.error} />}
      </div>
      {asking && (
        <ConfirmByTyping
          word={kind}
          title={t(`drills.kind.${kind}`)}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            start.mutate();
          }}
        >
          <p className="text-sm text-muted">{t(`drills.what.${kind}`)}</p>
        </ConfirmByTyping>
      )}
    </Card>
  );
}

const stateOf = (drill: Drill) =>
  drill.status === 'RUNNING' ? 'warn' : drill.status === 'REVERTED' && verdicts(drill).every((line) => line.good);

function Past({ list, shown, onChoose }: { list: List; shown: string | undefined; onChoose: (id: string) => void }) {
  const { t } = useTranslation();
  if (!list.data.length) return null;
  return (
    <Card title={t('drills.past')}>
      <ul className="flex flex-col gap-1">
        {list.data.map((drill) => (
          <li key={drill.drill_id}>
            <button
              type="button"
              aria-pressed={drill.drill_id === shown}
              onClick={() => onChoose(drill.drill_id)}
              className={`flex min-h-11 w-full items-center justify-between gap-2 rounded-xl px-3 py-1.5 text-left text-sm ${drill.drill_id === shown ? 'bg-soft' : 'hover:bg-sunken'}`}
            >
              <span className="min-w-0">
                <span className="block truncate font-medium">
                  {t(`drills.kind.${drill.kind as Kind}`, { defaultValue: drill.kind })}
                </span>
                <span className="block text-xs text-muted">{moment(drill.started_at)}</span>
              </span>
              <Health
                good={stateOf(drill)}
                word={t(
                  drill.status === 'REVERTED' && !stateOf(drill) ? 'drills.unclean' : `drills.status.${drill.status}`,
                )}
              />
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Report({ drill }: { drill: Drill }) {
  const { t } = useTranslation();
  const save = () => {
    const anchor = document.createElement('a');
    anchor.href = URL.createObjectURL(new Blob([JSON.stringify(drill, null, 2)], { type: 'application/json' }));
    anchor.download = `${drill.drill_id}.json`;
    anchor.click();
    URL.revokeObjectURL(anchor.href);
  };
  return (
    <Card
      title={`${t(`drills.kind.${drill.kind as Kind}`, { defaultValue: drill.kind })}${drill.node_id ? ` · ${drill.node_id}` : ''}`}
      actions={
        <Button look="quiet" onClick={save}>
          <Download aria-hidden className="size-4" />
          JSON
        </Button>
      }
    >
      <ol
        aria-live="polite"
        aria-label={t('drills.timeline')}
        className="relative ml-2 flex flex-col gap-4 border-l-2 border-line pl-5"
      >
        {drill.timeline.map((entry) => (
          <li key={entry.what + entry.after_ms} className="relative animate-rise">
            <span
              aria-hidden
              className={`absolute top-1 -left-[1.72rem] size-3.5 rounded-full border-2 border-card ${entry.what === 'FAULT' ? 'bg-bad' : 'bg-fill'}`}
            />
            <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
              <span className="tabular font-bold">+{duration(entry.after_ms)}</span>
              <span className="font-semibold">
                {t(`drills.step.${entry.what as 'FAULT'}`, {
                  defaultValue: entry.what.replaceAll('_', ' ').toLowerCase(),
                })}
              </span>
            </p>
            {entry.detail && (
              <p className="text-sm text-muted">
                <ServerText english={entry.detail} own={stepInOwnWords(drill, entry)} />
              </p>
            )}
          </li>
        ))}
        {drill.status === 'RUNNING' && (
          <li className="relative text-sm font-semibold text-warn">
            <span aria-hidden className="absolute top-1 -left-[1.72rem] size-3.5 animate-pulse rounded-full bg-warn" />
            {t('drills.running')}
          </li>
        )}
      </ol>
      {drill.reason && (
        <p className="mt-4 rounded-xl bg-bad-soft p-3 text-sm text-bad">
          <ServerText english={drill.reason} own={failureInOwnWords(drill)} />
        </p>
      )}
      <Throughput drill={drill} />
      <Verdicts drill={drill} />
      <Numbers drill={drill} />
    </Card>
  );
}

function Verdicts({ drill }: { drill: Drill }) {
  const { t } = useTranslation();
  const lines = verdicts(drill);
  if (!lines.length) return null;
  return (
    <ul aria-label={t('drills.verdict')} className="mt-5 flex flex-col gap-2">
      {lines.map((line) => {
        const Icon = line.good ? CircleCheck : CircleX;
        const value =
          line.what === 'stall'
            ? duration(Number(line.value))
            : line.what === 'sum'
              ? line.value
                  .split(' → ')
                  .map((part) => rupees(part))
                  .join(' → ')
              : line.value;
        return (
          <li
            key={line.what}
            className={`flex items-center gap-2 rounded-xl px-3 py-2 text-sm font-medium ${line.good ? 'bg-ok-soft text-ok' : 'bg-bad-soft text-bad'}`}
          >
            <Icon aria-hidden className="size-5 shrink-0" />
            {t(`drills.line.${line.what}`, { value })}
          </li>
        );
      })}
    </ul>
  );
}

function Numbers({ drill }: { drill: Drill }) {
  const { t } = useTranslation();
  const numbers = [
    ...Object.entries(drill.payments ?? {}).map(([name, value]) => [name, value.toLocaleString('en-IN')] as const),
    ...Object.entries(drill.measured).flatMap(([name, value]) =>
      value == null ? [] : [[name.replace(/_ms$/, ''), duration(value)] as const],
    ),
  ];
  return (
    <dl className="mt-5 grid grid-cols-2 gap-x-6 gap-y-2 border-t border-line pt-4 text-sm sm:grid-cols-3">
      {numbers.map(([name, value]) => (
        <div key={name}>
          <dt className="text-xs text-muted">
            {t(`drills.number.${name as 'sent'}`, { defaultValue: name.replaceAll('_', ' ') })}
          </dt>
          <dd className="tabular font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
