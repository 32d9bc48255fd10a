import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminOnly } from '@/components/admin-only';
import { Button } from '@/components/button';
import { ErrorNote, Health, Unavailable } from '@/components/feedback';
import { Card, Empty, Page, SkeletonRows } from '@/components/layout';
import { Table } from '@/components/table';
import { say } from '@/lib/announce';
import { api } from '@/lib/api/client';
import { rupees } from '@/lib/money';
import { duration, moment } from '@/lib/time';

interface Job {
  job: string;
  description: string;
  status: 'COMPUTED' | 'RUNNING' | 'FAILED' | 'NEVER';
  computed_at: string | null;
  duration_ms: number | null;
  clean: boolean | null;
  rows: number | null;
  message: string | null;
}
interface Result {
  job: string;
  computed_at: string;
  duration_ms: number;
  clean: boolean;
  counters: Record<string, number>;
  columns: string[];
  rows: Record<string, unknown>[];
}

export function Analytics() {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const jobs = useQuery({
    queryKey: ['analytics'],
    queryFn: () => api.get<{ data: Job[] }>('/admin/analytics'),
    refetchInterval: (query) => (query.state.data?.data.some((job) => job.status === 'RUNNING') ? 1500 : 15_000),
  });
  const shown = chosen ?? jobs.data?.data.find((job) => job.status === 'COMPUTED')?.job ?? null;
  return (
    <AdminOnly title={t('nav.analytics')}>
      <Page title={t('nav.analytics')} intro={t('analytics.intro')} wide>
        <div className="grid items-start gap-4 lg:grid-cols-[22rem_1fr]">
          <Card title={t('analytics.jobs')}>
            {jobs.isPending && <SkeletonRows count={8} />}
            {jobs.isError && <Unavailable error={jobs.error} onRetry={() => void jobs.refetch()} />}
            <ul className="flex flex-col gap-1">
              {jobs.data?.data.map((job) => (
                <li key={job.job}>
                  <button
                    type="button"
                    aria-pressed={job.job === shown}
                    onClick={() => setChosen(job.job)}
                    className={`flex w-full flex-col gap-0.5 rounded-xl px-3 py-2 text-left text-sm ${job.job === shown ? 'bg-soft' : 'hover:bg-sunken'}`}
                  >
                    <span className="flex w-full items-center justify-between gap-2">
                      <span className="font-semibold">{job.job}</span>
                      <JobState job={job} />
                    </span>
                    <span className="text-xs text-muted">{job.description}</span>
                  </button>
                </li>
              ))}
            </ul>
          </Card>
          {shown && (
            <JobResult key={shown} job={jobs.data?.data.find((job) => job.job === shown) ?? null} name={shown} />
          )}
        </div>
      </Page>
    </AdminOnly>
  );
}

function JobState({ job }: { job: Job }) {
  const { t } = useTranslation();
  const good = job.status === 'COMPUTED' ? job.clean !== false : job.status === 'FAILED' ? false : 'warn';
  return (
    <Health
      good={good}
      word={t(job.status === 'COMPUTED' && job.clean === false ? 'analytics.unclean' : `analytics.${job.status}`)}
    />
  );
}

function JobResult({ name, job }: { name: string; job: Job | null }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const result = useQuery({
    queryKey: ['analytics', name, job?.computed_at],
    queryFn: () => api.get<Result>(`/admin/analytics/${encodeURIComponent(name)}`),
    enabled: job?.status === 'COMPUTED' || job?.computed_at != null,
    retry: false,
  });
  const run = useMutation({
    mutationFn: () => api.post(`/admin/analytics/${encodeURIComponent(name)}/runs`, {}),
    onSuccess: () => {
      say(t('analytics.started'), 'ok');
      void queries.invalidateQueries({ queryKey: ['analytics'] });
    },
  });
  return (
    <Card
      title={name}
      actions={
        <Button look="soft" busy={run.isPending || job?.status === 'RUNNING'} onClick={() => run.mutate()}>
          <Play aria-hidden className="size-4" />
          {t('analytics.run')}
        </Button>
      }
    >
      {run.isError && <ErrorNote error={run.error} />}
      {job?.message && <p className="mb-3 text-sm text-bad">{job.message}</p>}
      {!job?.computed_at && <Empty title={t('analytics.NEVER')}>{t('analytics.neverDetail')}</Empty>}
      {result.isError && <Unavailable error={result.error} onRetry={() => void result.refetch()} />}
      {result.data && (
        <>
          <p className="mb-3 text-sm text-muted">
            {t('analytics.computed', {
              when: moment(result.data.computed_at),
              time: duration(result.data.duration_ms),
            })}
          </p>
          {result.data.rows.length === 0 ? (
            <Empty title={t(result.data.clean ? 'analytics.noRowsClean' : 'analytics.noRows')} />
          ) : (
            <Table label={name} heads={result.data.columns.map((column) => column.replaceAll('_', ' '))}>
              {result.data.rows.map((row, index) => (
                <tr key={index} className="tabular">
                  {result.data.columns.map((column) => (
                    <td key={column} className="max-w-72 break-words">
                      {cell(column, row[column])}
                    </td>
                  ))}
                </tr>
              ))}
            </Table>
          )}
          <dl className="mt-4 flex flex-wrap gap-x-6 gap-y-1 border-t border-line pt-3 text-xs">
            {Object.entries(result.data.counters).map(([counter, value]) => (
              <div key={counter} className="flex gap-1.5">
                <dt className="text-muted">{counter.replaceAll('_', ' ')}</dt>
                <dd className="tabular font-semibold">{value.toLocaleString('en-IN')}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Card>
  );
}

const MONEY = /^(amount|gross|refunds|fee|tax|net|reversed_amount|settled)$/;

function cell(column: string, value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (MONEY.test(column) && /^-?\d+(\.\d{1,2})?$/.test(String(value))) return rupees(String(value));
  return Array.isArray(value) ? value.join(', ') : String(value);
}
