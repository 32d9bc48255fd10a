import { useMutation } from '@tanstack/react-query';
import { Crown as CrownIcon, Power, Repeat } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminOnly } from '@/components/admin-only';
import { Button } from '@/components/button';
import { ConfirmByTyping } from '@/components/confirm';
import { ErrorNote, Health, Unavailable } from '@/components/feedback';
import { Card, Page, Skeleton } from '@/components/layout';
import { Table } from '@/components/table';
import { say } from '@/lib/announce';
import { api } from '@/lib/api/client';
import { gateways } from '@/lib/api/gateways';
import { useCluster, type ClusterView } from '@/lib/api/operate';
import { useStore } from '@/lib/store';
import { clock, duration } from '@/lib/time';
import { NO_CROWN, remember, watchCrown, type Seen } from './crown';
import { COLOR, Map } from './map';

export function ClusterMap() {
  const { t } = useTranslation();
  return (
    <AdminOnly title={t('nav.cluster')}>
      <Page title={t('nav.cluster')} intro={t('cluster.intro')} wide>
        <Live />
      </Page>
    </AdminOnly>
  );
}

function Live() {
  const { t } = useTranslation();
  const cluster = useCluster();
  const { seen, crown } = useHistory(cluster.data, cluster.dataUpdatedAt);
  const { current } = useStore(gateways);
  const port = Number(new URL(current).port) || null;
  if (cluster.isPending) return <Skeleton className="h-[30rem]" />;
  if (!cluster.data) return <Unavailable error={cluster.error} onRetry={() => void cluster.refetch()} />;
  const members = cluster.data.members;
  return (
    <div className="flex flex-col gap-4">
      {cluster.isError && <ErrorNote error={cluster.error} onRetry={() => void cluster.refetch()} />}
      <Card>
        <Map seen={seen} members={members} crown={crown.node} talkingTo={port} />
        <div className="mt-2 flex flex-wrap items-center justify-between gap-3 text-sm">
          <p role="status" className="flex items-center gap-2">
            <CrownIcon aria-hidden className="size-5 text-warn" />
            {crown.movedAt && crown.tookMs !== null
              ? t('cluster.moved', {
                  from: crown.previous,
                  to: crown.node,
                  time: duration(crown.tookMs),
                  when: clock(crown.movedAt),
                })
              : t('cluster.crown', { node: crown.node ?? '–', backup: cluster.data.coordinator.backup ?? '–' })}
          </p>
          <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
            {Object.entries(COLOR).map(([kind, color]) => (
              <li key={kind} className="flex items-center gap-1.5">
                <span aria-hidden className="size-2.5 rounded-full" style={{ background: color }} />
                {t(`cluster.kind.${kind as 'wallets'}`)}
              </li>
            ))}
          </ul>
        </div>
      </Card>
      <Twin view={cluster.data} seen={seen} talkingTo={port} />
    </div>
  );
}

/** The past that an answer does not tell: who is gone, and where the crown came from. */
function useHistory(view: ClusterView | undefined, at: number) {
  const [history, setHistory] = useState<{ seen: Seen[]; crown: typeof NO_CROWN }>({ seen: [], crown: NO_CROWN });
  useEffect(() => {
    if (!view) return;
    // eslint-disable-next-line react-hooks/set-state-in-effect -- a history of answers, which only an effect sees
    setHistory((earlier) => ({ seen: remember(earlier.seen, view, at), crown: watchCrown(earlier.crown, view, at) }));
  }, [view, at]);
  return history;
}

/** The same facts as a table, and what an operator may do. */
function Twin({ view, seen, talkingTo }: { view: ClusterView; seen: Seen[]; talkingTo: number | null }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<{ node: string } | 'leader' | null>(null);
  const act = useMutation({
    mutationFn: (what: { node: string } | 'leader') =>
      what === 'leader' ? api.post('/admin/switch-leader', {}) : api.post('/admin/toggle-node', { node_id: what.node }),
    onSuccess: () => say(t('cluster.requested'), 'ok'),
  });
  return (
    <Card
      title={t('cluster.table')}
      actions={
        <Button look="quiet" busy={act.isPending} onClick={() => setAsked('leader')}>
          <Repeat aria-hidden className="size-4" />
          {t('cluster.handOver')}
        </Button>
      }
    >
      {act.isError && <ErrorNote error={act.error} />}
      <Table
        label={t('cluster.table')}
        heads={[
          t('control.node'),
          t('control.state'),
          t('control.role'),
          t('cluster.slices'),
          t('cluster.load'),
          t('cluster.uptime'),
          t('cluster.address'),
          t('transactions.action'),
        ]}
      >
        {seen.map(({ node, lastSeen }) => {
          const member = view.members.find((one) => one.node === node);
          const alive = member?.reachable === true && member.state === 'Up';
          return (
            <tr key={node}>
              <th scope="row" className="text-left font-semibold whitespace-nowrap">
                {node}
                {member && member.gateway_port === talkingTo && (
                  <span className="block text-xs font-normal text-brand">{t('cluster.talking')}</span>
                )}
              </th>
              <td>
                <Health
                  good={alive ? true : member ? 'warn' : false}
                  word={
                    member
                      ? member.reachable
                        ? member.state
                        : t('control.unreachable')
                      : t('cluster.goneSince', { when: clock(lastSeen) })
                  }
                />
              </td>
              <td className="whitespace-nowrap">
                {node === view.coordinator.primary
                  ? t('control.primary')
                  : node === view.coordinator.backup
                    ? t('control.backup')
                    : '–'}
                {member?.leader && <span className="block text-xs text-muted">{t('cluster.leader')}</span>}
                {member && <span className="block text-xs text-muted">{member.roles.join(', ')}</span>}
              </td>
              <td className="min-w-52 text-xs">
                {member
                  ? Object.entries(member.slices).map(([kind, slices]) => (
                      <span key={kind} className="block">
                        {t(`cluster.kind.${kind as 'wallets'}`, { defaultValue: kind })}: {slices.join(', ') || '–'}
                      </span>
                    ))
                  : '–'}
              </td>
              <td className="tabular text-xs whitespace-nowrap">
                {member?.load ? (
                  <>
                    {t('cluster.cpu', { percent: member.load.cpu == null ? '–' : Math.round(member.load.cpu * 100) })}
                    <span className="block">
                      {member.load.heap_used_mb}/{member.load.heap_max_mb} MB
                    </span>
                    <span className="block">{t('cluster.inFlight', { count: member.load.requests_in_flight })}</span>
                  </>
                ) : (
                  '–'
                )}
              </td>
              <td className="tabular whitespace-nowrap">
                {member?.uptime_seconds == null ? '–' : duration(member.uptime_seconds * 1000)}
              </td>
              <td className="tabular text-xs">{member?.address ?? '–'}</td>
              <td>
                <Button look="quiet" onClick={() => setAsked({ node })}>
                  <Power aria-hidden className="size-4" />
                  {t(alive ? 'cluster.takeOut' : 'cluster.bringBack')}
                  <span className="sr-only">{node}</span>
                </Button>
              </td>
            </tr>
          );
        })}
      </Table>
      {asked && (
        <ConfirmByTyping
          word={asked === 'leader' ? (view.coordinator.primary ?? 'coordinator') : asked.node}
          title={asked === 'leader' ? t('cluster.handOver') : t('cluster.toggleTitle', { node: asked.node })}
          onClose={() => setAsked(null)}
          onConfirm={() => {
            act.mutate(asked);
            setAsked(null);
          }}
        >
          <p className="text-sm text-muted">{t('cluster.safe')}</p>
        </ConfirmByTyping>
      )}
    </Card>
  );
}
