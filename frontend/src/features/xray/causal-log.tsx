import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Unavailable } from '@/components/feedback';
import { Card, Empty, SkeletonRows } from '@/components/layout';
import { Table } from '@/components/table';
import { api } from '@/lib/api/client';
import { exactClock } from '@/lib/time';
import { draw, type CausalLog as Log, type LogStep } from './causal';
import { CausalLanes } from './causal-lanes';
import { Replay } from './replay';

const MOST = 500;

/** What every node saw of it, the gateways too, put into causal order by Lamport clocks. For administrators. */
export function CausalLog({ id }: { id: string }) {
  const { t } = useTranslation();
  const log = useQuery({
    queryKey: ['logs', id],
    queryFn: ({ signal }) => api.get<Log>('/admin/logs', { transaction_id: id, limit: MOST }, signal),
    refetchInterval: 5000,
  });
  return (
    <Card title={t('xray.log')}>
      {log.isPending && <SkeletonRows count={3} />}
      {log.isError && !log.data && <Unavailable error={log.error} onRetry={() => void log.refetch()} />}
      {log.data && <Gaps log={log.data} />}
      {log.data?.data.length === 0 && <Empty title={t('xray.noLog')}>{t('xray.noLogDetail')}</Empty>}
      {log.data && log.data.data.length > 0 && <Story steps={log.data.data} />}
    </Card>
  );
}

/** The log is kept in memory and bounded; what it cannot tell is said. */
function Gaps({ log }: { log: Log }) {
  const { t } = useTranslation();
  const silent = log.nodes.filter((node) => !node.answered).map(({ node }) => node);
  const words = [
    silent.length ? t('xray.gaps', { nodes: silent.join(', ') }) : '',
    log.has_more ? t('xray.cut', { most: MOST }) : '',
  ].filter(Boolean);
  return words.length ? <p className="mb-3 rounded-xl bg-warn-soft p-3 text-sm text-warn">{words.join(' ')}</p> : null;
}

function Story({ steps }: { steps: LogStep[] }) {
  const { t } = useTranslation();
  const drawing = useMemo(() => draw(steps), [steps]);
  const [shown, setShown] = useState<number | null>(null);
  const upTo = shown ?? steps.length;
  return (
    <>
      <CausalLanes steps={steps} drawing={drawing} shown={upTo} />
      <Replay total={steps.length} shown={upTo} onShow={setShown} />
      <p className="mt-3 mb-4 text-xs text-muted">{t('xray.logNote')}</p>
      <Table
        label={t('xray.logTable')}
        heads={[
          t('xray.lamport'),
          t('xray.logTime'),
          t('xray.logNode'),
          t('xray.logService'),
          t('xray.logStep'),
          t('xray.logWay'),
          t('xray.logDetail'),
        ]}
      >
        {steps.map((step, row) => (
          <tr key={row} className={row < upTo ? undefined : 'opacity-40'}>
            <td className="tabular font-semibold">{step.lamport}</td>
            <td className="tabular text-muted">{exactClock(step.at)}</td>
            <td className="whitespace-nowrap">{step.node}</td>
            <td className="whitespace-nowrap">
              {t(`xray.service.${step.service as 'gateway'}`, { defaultValue: step.service })}
            </td>
            <th scope="row" className="text-left font-medium whitespace-nowrap">
              {t(`xray.step.${step.step as 'PREPARE'}`, { defaultValue: step.step })}
            </th>
            <td className="whitespace-nowrap">
              {t(`xray.event.${step.event}`)}
              {step.from !== step.to && <span className="text-xs text-muted">{` ${step.from} → ${step.to}`}</span>}
            </td>
            <td className="text-xs text-muted">{step.detail ?? ''}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}
