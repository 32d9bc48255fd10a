/** What the jobs answered, as the API tells it, and what of it can be drawn. */

export interface AnalysisSummary {
  job: string;
  description: string;
  run_id: string | null;
  outcome: 'CLEAN' | 'NOT_CLEAN' | null;
  computed_at: string | null;
  duration_ms: number | null;
  rows_total: number | null;
  last_failure: { run_id: string; at: string; message: string | null } | null;
}

export interface Run {
  run_id: string;
  status: 'REQUESTED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED';
  jobs: string[];
  current: string | null;
  computed: string[];
  failed: string[];
  requested_at: string;
}

export interface Overview {
  data: AnalysisSummary[];
  running: Run | null;
}

export interface Analysis {
  job: string;
  outcome: 'CLEAN' | 'NOT_CLEAN';
  from: string | null;
  to: string | null;
  computed_at: string;
  duration_ms: number;
  counters: Record<string, number>;
  columns: string[];
  rows: Record<string, unknown>[];
  rows_total: number;
}

export type State = 'RUNNING' | 'WAITING' | 'FAILED' | 'NEVER' | 'NOT_CLEAN' | 'CLEAN';

/** The one word on a job: what goes on now counts more than what was, and a failure more than the answer before it. */
export function stateOf(job: AnalysisSummary, run: Run | null): State {
  if (run?.current === job.job) return 'RUNNING';
  if (run && run.jobs.includes(job.job) && !run.computed.includes(job.job) && !run.failed.includes(job.job))
    return 'WAITING';
  if (job.last_failure) return 'FAILED';
  return job.outcome ?? 'NEVER';
}

export interface Drawing {
  kind: 'bars' | 'lines';
  /** The column along the axis, and those that are drawn. */
  along: string;
  columns: string[];
  points: Record<string, string | number>[];
}

interface Plan {
  kind: Drawing['kind'];
  along: string;
  columns: string[];
  /** Rows with the same value along the axis are added up. */
  sum?: boolean;
}

const PLANS: Record<string, Plan> = {
  'status-counts': { kind: 'bars', along: 'status', columns: ['transactions'] },
  'top-merchants': { kind: 'bars', along: 'merchant_id', columns: ['amount'] },
  'hourly-health': { kind: 'lines', along: 'hour', columns: ['p50_ms', 'p95_ms', 'p99_ms'] },
  'settlement-report': { kind: 'bars', along: 'day', columns: ['gross', 'refunds', 'net'], sum: true },
  'fraud-by-rule': { kind: 'bars', along: 'rule', columns: ['screened'], sum: true },
  'payer-baseline': { kind: 'bars', along: 'account_id', columns: ['amount'], sum: true },
  'aml-structuring': { kind: 'bars', along: 'account_id', columns: ['payments'], sum: true },
  reconciliation: { kind: 'bars', along: 'difference', columns: [], sum: true },
};
const MOST_POINTS = 400;

/** Null where there is nothing to draw: then the table says it all. Numbers are for the eye; the table has the exact ones. */
export function draw(analysis: Analysis): Drawing | null {
  const plan = PLANS[analysis.job];
  if (!plan || analysis.rows.length === 0) return null;
  const columns = plan.columns.length > 0 ? plan.columns : ['count'];
  const points = new Map<string, Record<string, string | number>>();
  analysis.rows.forEach((row, index) => {
    const name = String(row[plan.along] ?? '–');
    const key = plan.sum ? name : `${index}`;
    const point = points.get(key) ?? { [plan.along]: name };
    for (const column of columns) {
      const value = column === 'count' ? 1 : Number(row[column] ?? 0);
      point[column] = Number(point[column] ?? 0) + (Number.isFinite(value) ? value : 0);
    }
    points.set(key, point);
  });
  return { kind: plan.kind, along: plan.along, columns, points: [...points.values()].slice(-MOST_POINTS) };
}
