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
import { draw, stateOf, type Analysis, type AnalysisSummary, type Overview, type State } from './analysis';
import { AnalysisChart } from './analysis-chart';

/** The nightly jobs and what they answered. Opening this computes nothing. */
export function Analytics() {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useQuery({
    queryKey: ['analytics'],
    queryFn: () => api.get<Overview>('/admin/analytics'),
    refetchInterval: (query) => (query.state.data?.running ? 1500 : 15_000),
  });
  const run = useRun();
  const jobs = list.data?.data ?? [];
  const running = list.data?.running ?? null;
  const shown = jobs.find((job) => job.job === chosen) ?? jobs.find((job) => job.computed_at !== null) ?? jobs[0];
  return (
    <AdminOnly title={t('nav.analytics')}>
      <Page title={t('nav.analytics')} intro={t('analytics.intro')} wide>
        <div className="grid items-start gap-4 lg:grid-cols-[22rem_1fr]">
          <Card
            title={t('analytics.jobs')}
            actions={
              <Button look="soft" busy={run.isPending || running !== null} onClick={() => run.mutate(null)}>
                <Play aria-hidden className="size-4" />
                {t('analytics.runAll')}
              </Button>
            }
          >
            {list.isPending && <SkeletonRows count={8} />}
            {list.isError && <Unavailable error={list.error} onRetry={() => void list.refetch()} />}
            {run.isError && <ErrorNote error={run.error} />}
            <ul className="flex flex-col gap-1">
              {jobs.map((job) => (
                <li key={job.job}>
                  <button
                    type="button"
                    aria-pressed={job.job === shown?.job}
                    onClick={() => setChosen(job.job)}
                    className={`flex w-full flex-col gap-0.5 rounded-xl px-3 py-2 text-left text-sm ${job.job === shown?.job ? 'bg-soft' : 'hover:bg-sunken'}`}
                  >
                    <span className="flex w-full items-center justify-between gap-2">
                      <span className="font-semibold">{job.job}</span>
                      <JobState state={stateOf(job, running)} />
                    </span>
                    <span className="text-xs text-muted">{job.description}</span>
                  </button>
                </li>
              ))}
            </ul>
          </Card>
          {shown && <Answer key={shown.job} job={shown} isRunning={running !== null} />}
        </div>
      </Page>
    </AdminOnly>
  );
}

function useRun() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (job: string | null) => api.post('/admin/analytics/runs', job === null ? {} : { job }),
    onSuccess: () => say(t('analytics.started'), 'ok'),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['analytics'] }),
  });
}

function JobState({ state }: { state: State }) {
  const { t } = useTranslation();
  const good = state === 'CLEAN' ? true : state === 'FAILED' || state === 'NOT_CLEAN' ? false : 'warn';
  return <Health good={good} word={t(`analytics.${state}`)} />;
}

function Answer({ job, isRunning }: { job: AnalysisSummary; isRunning: boolean }) {
  const { t } = useTranslation();
  const run = useRun();
  const answer = useQuery({
    queryKey: ['analytics', job.job, job.run_id, job.computed_at],
    queryFn: () => api.get<Analysis>(`/admin/analytics/${encodeURIComponent(job.job)}`),
    enabled: job.computed_at !== null,
    retry: false,
  });
  return (
    <Card
      title={job.job}
      actions={
        <Button look="soft" busy={run.isPending || isRunning} onClick={() => run.mutate(job.job)}>
          <Play aria-hidden className="size-4" />
          {t('analytics.run')}
        </Button>
      }
    >
      {run.isError && <ErrorNote error={run.error} />}
      {job.last_failure && (
        <p className="mb-3 text-sm whitespace-pre-line text-bad">
          {t('analytics.failedAt', { when: moment(job.last_failure.at), why: job.last_failure.message ?? '' })}
        </p>
      )}
      {job.computed_at === null && <Empty title={t('analytics.NEVER')}>{t('analytics.neverDetail')}</Empty>}
      {answer.isError && <Unavailable error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data && <Told analysis={answer.data} />}
    </Card>
  );
}

/** An answer: when it was computed, a drawing where there is one, the rows, and what was counted. */
export function Told({ analysis }: { analysis: Analysis }) {
  const { t } = useTranslation();
  const drawing = draw(analysis);
  const isClean = analysis.outcome === 'CLEAN';
  return (
    <>
      <p className="mb-3 text-sm text-muted">
        {t('analytics.computed', { when: moment(analysis.computed_at), time: duration(analysis.duration_ms) })}{' '}
        {analysis.from && analysis.to && t('analytics.days', { from: analysis.from, to: analysis.to })}
      </p>
      {drawing && <AnalysisChart drawing={drawing} />}
      {analysis.rows.length === 0 ? (
        <Empty title={t(isClean ? 'analytics.noRowsClean' : 'analytics.noRows')} />
      ) : (
        <Table label={analysis.job} heads={analysis.columns.map((column) => column.replaceAll('_', ' '))}>
          {analysis.rows.slice(0, 500).map((row, index) => (
            <tr key={index} className="tabular">
              {analysis.columns.map((column) => (
                <td key={column} className="max-w-72 break-words">
                  {cell(column, row[column])}
                </td>
              ))}
            </tr>
          ))}
        </Table>
      )}
      {analysis.rows_total > Math.min(500, analysis.rows.length) && (
        <p className="mt-2 text-xs text-muted">{t('analytics.more', { total: analysis.rows_total })}</p>
      )}
      <dl className="mt-4 flex flex-wrap gap-x-6 gap-y-1 border-t border-line pt-3 text-xs">
        {Object.entries(analysis.counters).map(([counter, value]) => (
          <div key={counter} className="flex gap-1.5">
            <dt className="text-muted">{counter.replaceAll('_', ' ')}</dt>
            <dd className="tabular font-semibold">{value.toLocaleString('en-IN')}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

const MONEY = /^(amount|gross|refunds|fee|tax|net|reversed_amount|settled)$/;

function cell(column: string, value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (MONEY.test(column) && /^-?\d+(\.\d{1,2})?$/.test(String(value))) return rupees(String(value));
  return Array.isArray(value) ? value.join(', ') : String(value);
}
