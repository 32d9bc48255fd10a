import { describe, expect, it } from 'vitest';
import { most, reportedCurve, silentMs, watchedCurve } from '@/features/drills/curve';
import type { Drill } from '@/features/drills/drill';
import { Meter } from '@/lib/meter';

const drill = (more: Partial<Drill> = {}): Drill => ({
  drill_id: 'D1',
  kind: 'lag',
  node_id: null,
  status: 'REVERTED',
  started_at: '2026-11-30T10:00:00.000Z',
  ended_at: '2026-11-30T10:00:09.000Z',
  seconds: 5,
  load_per_second: 20,
  timeline: [{ at: '2026-11-30T10:00:03.500Z', after_ms: 0, what: 'FAULT', detail: '' }],
  measured: {},
  payments: null,
  ...more,
});

describe('the curve of a drill', () => {
  it('comes with the report, in payments per second', () => {
    const curve = reportedCurve(
      drill({ throughput: { from_ms: -4000, every_ms: 2000, acknowledged: [40, 40, 0, 36], declined: [0, 0, 3, 0] } }),
    );
    const kept = { fromMs: -4000, everyMs: 2000, acknowledged: [20, 20, 0, 18], declined: [0, 0, 1.5, 0] };
    expect(curve).toEqual(kept);
    expect(most(kept)).toBe(20);
  });

  it('is absent from reports that were kept without one', () => {
    expect(reportedCurve(drill())).toBeNull();
    expect(reportedCurve(drill({ throughput: null }))).toBeNull();
  });

  it('says how long nobody had an answer after the fault, and not before it', () => {
    const curve = { fromMs: -2000, everyMs: 1000, acknowledged: [0, 20, 0, 0, 0, 18], declined: [0, 0, 0, 2, 0, 0] };
    expect(silentMs(curve)).toBe(2000);
  });

  it('is what this page heard while there is no report, with the fault at zero', () => {
    const meter = new Meter();
    expect(watchedCurve(drill(), meter)).toBeNull();
    const ended = '2026-11-30T10:00:04.200Z';
    meter.take({ kind: 'payment.completed', id: '', data: { completed_at: ended } }, Date.parse(ended));
    const curve = watchedCurve(drill({ status: 'RUNNING', ended_at: null }), meter);
    // Ten seconds before the load began, 3.5 before the fault.
    expect(curve?.fromMs).toBe(-13_500);
    expect(curve?.acknowledged[14]).toBe(1);
    expect(curve?.acknowledged.reduce((sum, next) => sum + next, 0)).toBe(1);
  });
});
