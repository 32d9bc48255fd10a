import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Unavailable } from '@/components/feedback';
import { Card, Empty, SkeletonRows } from '@/components/layout';
import { api } from '@/lib/api/client';
import { exactClock } from '@/lib/time';

interface Logs {
  transaction_id: string;
  logs: {
    lamport: number;
    timestamp: string;
    service: string;
    node: string;
    step: string;
    detail: Record<string, unknown> | string | null;
  }[];
  has_gaps: boolean;
}

/** What every node logged about it, put into causal order by Lamport clocks. */
export function CausalLog({ id }: { id: string }) {
  const { t } = useTranslation();
  const log = useQuery({
    queryKey: ['logs', id],
    queryFn: () => api.get<Logs>('/admin/logs', { transaction_id: id }),
    refetchInterval: 5000,
  });
  return (
    <Card title={t('xray.log')}>
      {log.isPending && <SkeletonRows count={3} />}
      {log.isError && <Unavailable error={log.error} onRetry={() => void log.refetch()} />}
      {log.data?.has_gaps && <p className="mb-2 rounded-xl bg-warn-soft p-3 text-sm text-warn">{t('xray.gaps')}</p>}
      {log.data && log.data.logs.length === 0 && <Empty title={t('xray.noLog')} />}
      {log.data && log.data.logs.length > 0 && (
        <div role="group" aria-label={t('xray.log')} tabIndex={0} className="overflow-x-auto">
          <table className="w-full min-w-[40rem] text-sm">
            <thead>
              <tr className="text-left text-xs text-muted">
                <th scope="col" className="py-1 pr-4 font-medium">
                  Lamport
                </th>
                <th scope="col" className="py-1 pr-4 font-medium">
                  {t('xray.logTime')}
                </th>
                <th scope="col" className="py-1 pr-4 font-medium">
                  {t('xray.logService')}
                </th>
                <th scope="col" className="py-1 pr-4 font-medium">
                  {t('xray.logNode')}
                </th>
                <th scope="col" className="py-1 pr-4 font-medium">
                  {t('xray.logStep')}
                </th>
                <th scope="col" className="py-1 font-medium">
                  {t('xray.logDetail')}
                </th>
              </tr>
            </thead>
            <tbody>
              {log.data.logs.map((entry, index) => (
                <tr key={index} className="border-t border-line align-top">
                  <td className="tabular py-1.5 pr-4 font-semibold">{entry.lamport}</td>
                  <td className="tabular py-1.5 pr-4 text-muted">{exactClock(entry.timestamp)}</td>
                  <td className="py-1.5 pr-4">{entry.service}</td>
                  <td className="py-1.5 pr-4">{entry.node}</td>
                  <td className="py-1.5 pr-4 font-medium">{entry.step}</td>
                  <td className="py-1.5 text-xs break-words text-muted">{detailOf(entry.detail)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

function detailOf(detail: Record<string, unknown> | string | null): string {
  if (detail === null || typeof detail === 'string') return detail ?? '';
  return Object.entries(detail)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(' · ');
}
