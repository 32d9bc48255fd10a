export const KINDS = [
  'kill-coordinator',
  'kill-backup',
  'stop-node',
  'pause-node',
  'partition',
  'lag',
  'journal-outage',
] as const;
export type Kind = (typeof KINDS)[number];

export interface Drill {
  drill_id: string;
  kind: string;
  node_id: string | null;
  status: 'RUNNING' | 'REVERTED' | 'FAILED';
  started_at: string;
  ended_at: string | null;
  seconds: number;
  load_per_second: number;
  timeline: { at: string; after_ms: number; what: string; detail: string }[];
  measured: Record<string, number | null>;
  payments: Record<string, number> | null;
  reason?: string | null;
  sum_before?: string | null;
  sum_after?: string | null;
  throughput?: { from_ms: number; every_ms: number; acknowledged: number[]; declined: number[] } | null;
}

export interface Drills {
  enabled: boolean;
  running: string | null;
  data: Drill[];
}

export interface Verdict {
  what: 'inDoubt' | 'lost' | 'doubled' | 'accountsOff' | 'sum' | 'stall';
  good: boolean;
  value: string;
}

/** What a drill that has ended proves. A number that it did not measure makes no line. */
export function verdicts(drill: Drill): Verdict[] {
  if (drill.status === 'RUNNING') return [];
  const lines: Verdict[] = [];
  const count = (what: Verdict['what'], value: number | undefined) => {
    if (value !== undefined) lines.push({ what, good: value === 0, value: String(value) });
  };
  count('inDoubt', drill.payments?.in_doubt_at_end);
  count('lost', drill.payments?.lost);
  count('doubled', drill.payments?.doubled);
  count('accountsOff', drill.payments?.accounts_off);
  if (drill.sum_before != null && drill.sum_after != null) {
    lines.push({
      what: 'sum',
      good: drill.sum_before === drill.sum_after,
      value: `${drill.sum_before} → ${drill.sum_after}`,
    });
  }
  const stall = drill.measured.longest_stall_surviving_ms ?? drill.measured.longest_stall_ms;
  if (stall != null) lines.push({ what: 'stall', good: stall < 30_000, value: String(stall) });
  return lines;
}
