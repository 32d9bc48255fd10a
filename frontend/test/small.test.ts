import { describe, expect, it } from 'vitest';
import { NO_CROWN, remember, watchCrown } from '@/features/cluster-map/crown';
import { verdicts, type Drill } from '@/features/drills/drill';
import { toCsv } from '@/features/history/csv';
import { withQuery } from '@/lib/api/client';
import type { ClusterView } from '@/lib/api/operate';
import { Meter, percentile } from '@/lib/meter';

const view = (primary: string, ...nodes: string[]) =>
  ({
    leader: primary,
    coordinator: { primary, backup: null },
    members: nodes.map((node, index) => ({ node, gateway_port: 5000 + 10 * index })),
  }) as unknown as ClusterView;

describe('the cluster map', () => {
  it('tells how long the crown was nowhere', () => {
    let crown = watchCrown(NO_CROWN, view('node-1'), 1000);
    crown = watchCrown(crown, view('node-1'), 2000);
    crown = watchCrown(crown, view('node-2'), 6200);
    expect(crown).toMatchObject({ node: 'node-2', previous: 'node-1', tookMs: 4200 });
  });

  it('keeps those who are gone', () => {
    const seen = remember(remember([], view('node-1', 'node-1', 'node-2'), 1), view('node-2', 'node-2'), 2);
    expect(seen.map(({ node, lastSeen }) => [node, lastSeen])).toEqual([
      ['node-1', 1],
      ['node-2', 2],
    ]);
  });
});

describe('the meter', () => {
  const event = (kind: string, began: number, ended: number) => ({
    kind,
    id: '',
    data: { initiated_at: new Date(began).toISOString(), completed_at: new Date(ended).toISOString() },
  });

  it('counts by the second in which a payment ended', () => {
    const meter = new Meter();
    meter.take(event('payment.completed', 10_000, 10_020), 10_100);
    meter.take(event('payment.failed', 10_500, 10_540), 10_600);
    meter.take(event('payment.completed', 11_990, 12_010), 12_050);
    expect(meter.take({ kind: 'fraud.screened', id: '', data: {} }, 0)).toBe(false);
    expect(meter.span(10_000, 12_999).map(({ succeeded, failed }) => [succeeded, failed])).toEqual([
      [1, 1],
      [0, 0],
      [1, 0],
    ]);
    expect(meter.lag()).toBe(60);
  });

  it('knows no percentile of nothing', () => {
    expect(percentile([], 50)).toBeNull();
    expect(percentile([5, 1, 3], 50)).toBe(3);
    expect(percentile([5, 1, 3], 99)).toBe(5);
  });
});

it('gives a verdict only on what a drill measured', () => {
  const drill = {
    status: 'REVERTED',
    payments: { lost: 0, doubled: 1, in_doubt_at_end: 0 },
    measured: {},
    sum_before: '5.00',
    sum_after: '5.00',
  } as unknown as Drill;
  expect(verdicts(drill).map(({ what, good }) => [what, good])).toEqual([
    ['inDoubt', true],
    ['lost', true],
    ['doubled', false],
    ['sum', true],
  ]);
  expect(verdicts({ ...drill, status: 'RUNNING' })).toEqual([]);
});

it('writes no cell that a spreadsheet would run', () => {
  const csv = toCsv([{ note: '=HYPERLINK("x")', counterparty: 'a,b', amount: '-1.00' } as never]);
  expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
  expect(csv).toContain('"a,b",-1.00');
});

it('leaves empty parameters out', () => {
  expect(withQuery('/x', { a: '', b: null, c: undefined, d: 0, e: 'ü' })).toBe('/x?d=0&e=%C3%BC');
});
