import type { Meter } from '@/lib/meter';
import type { Drill } from './drill';

/** Payments per second around a drill's fault, span by span. */
export interface Curve {
  /** Where the first span begins, in milliseconds after the fault. */
  fromMs: number;
  everyMs: number;
  acknowledged: number[];
  declined: number[];
}

const BEFORE_MS = 10_000;
const AFTER_MS = 3_000;

/** What the drill's own payers heard. It comes with the report, so a report of last week has its curve too. */
export function reportedCurve(drill: Drill): Curve | null {
  const kept = drill.throughput;
  if (!kept) return null;
  const rate = (count: number) => (count * 1000) / kept.every_ms;
  return {
    fromMs: kept.from_ms,
    everyMs: kept.every_ms,
    acknowledged: kept.acknowledged.map(rate),
    declined: kept.declined.map(rate),
  };
}

/** What this page hears while the drill runs: everybody's payments, by the event stream. */
export function watchedCurve(drill: Drill, meter: Meter): Curve | null {
  const start = Date.parse(drill.started_at);
  const fault = drill.timeline.find((entry) => entry.what === 'FAULT');
  const zero = fault ? Date.parse(fault.at) - fault.after_ms : start;
  const last = drill.ended_at
    ? Date.parse(drill.ended_at)
    : Math.max(start, ...drill.timeline.map((entry) => Date.parse(entry.at)));
  const seconds = meter.span(start - BEFORE_MS, last + AFTER_MS);
  if (!seconds.some((second) => second.succeeded + second.failed > 0)) return null;
  return {
    fromMs: (seconds[0]?.at ?? 0) * 1000 - zero,
    everyMs: 1000,
    acknowledged: seconds.map((second) => second.succeeded),
    declined: seconds.map((second) => second.failed),
  };
}

export const most = (curve: Curve) => Math.max(...curve.acknowledged, ...curve.declined);

/** How long nobody had an answer, after the fault and before the load ended. */
export function silentMs(curve: Curve): number {
  const silent = curve.acknowledged.filter(
    (count, index) => count + (curve.declined[index] ?? 0) === 0 && curve.fromMs + index * curve.everyMs >= 0,
  );
  return silent.length * curve.everyMs;
}
