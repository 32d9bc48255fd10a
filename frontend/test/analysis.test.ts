import { describe, expect, it } from 'vitest';
import { draw, stateOf, type Analysis, type AnalysisSummary, type Run } from '@/features/control-room/analysis';

const job: AnalysisSummary = {
  job: 'status-counts',
  description: '',
  run_id: null,
  outcome: null,
  computed_at: null,
  duration_ms: null,
  rows_total: null,
  last_failure: null,
};
const run: Run = {
  run_id: 'run-1',
  status: 'RUNNING',
  jobs: ['ledger-proof', 'status-counts'],
  current: 'ledger-proof',
  computed: [],
  failed: [],
  requested_at: '2026-11-24T00:00:00Z',
};
const answer = (name: string, rows: Record<string, unknown>[]): Analysis => ({
  job: name,
  outcome: 'CLEAN',
  from: null,
  to: null,
  computed_at: '2026-11-24T00:00:00Z',
  duration_ms: 1,
  counters: {},
  columns: [],
  rows,
  rows_total: rows.length,
});

describe('the state of a job', () => {
  it('says first what goes on now', () => {
    const failed = { ...job, outcome: 'CLEAN' as const, last_failure: { run_id: 'r', at: '', message: null } };
    expect(stateOf(job, null)).toBe('NEVER');
    expect(stateOf(failed, null)).toBe('FAILED');
    expect(stateOf(failed, run)).toBe('WAITING');
    expect(stateOf(failed, { ...run, current: 'status-counts' })).toBe('RUNNING');
    expect(stateOf(failed, { ...run, computed: ['status-counts'] })).toBe('FAILED');
    expect(stateOf({ ...job, outcome: 'NOT_CLEAN' }, null)).toBe('NOT_CLEAN');
  });
});

describe('the drawing of an answer', () => {
  it('adds up what shares a place on the axis', () => {
    const drawn = draw(
      answer('settlement-report', [
        { merchant_id: 'a', day: '2026-11-01', gross: '10.50', refunds: '0.00', net: '10.00' },
        { merchant_id: 'b', day: '2026-11-01', gross: '4.50', refunds: '1.00', net: '3.00' },
        { merchant_id: 'a', day: '2026-11-02', gross: '1.00', refunds: '0.00', net: '1.00' },
      ]),
    );
    expect(drawn?.points).toEqual([
      { day: '2026-11-01', gross: 15, refunds: 1, net: 13 },
      { day: '2026-11-02', gross: 1, refunds: 0, net: 1 },
    ]);
  });

  it('counts differences by their kind', () => {
    const drawn = draw(answer('reconciliation', [{ difference: 'MISMATCH' }, { difference: 'MISMATCH' }]));
    expect(drawn?.points).toEqual([{ difference: 'MISMATCH', count: 2 }]);
  });

  it('draws nothing where nothing was found, or where a proof is no figure', () => {
    expect(draw(answer('status-counts', []))).toBeNull();
    expect(draw(answer('ledger-proof', [{ break: 'GAP' }]))).toBeNull();
  });
});
