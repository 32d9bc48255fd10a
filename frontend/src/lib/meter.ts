import { onEvent, type LiveEvent } from './events';
import { Store } from './store';

/** Payments of one second, by the time at which they ended. */
export interface Second {
  at: number;
  succeeded: number;
  failed: number;
  took: number[];
}

const KEPT_S = 900;

/** Counts the payments that the stream tells of. An administrator's stream tells of all; nothing here is estimated. */
export class Meter {
  private seconds = new Map<number, Second>();
  private lags: number[] = [];

  take(event: LiveEvent, now: number): boolean {
    if (event.kind !== 'payment.completed' && event.kind !== 'payment.failed') return false;
    const ended = Date.parse(String(event.data.completed_at ?? ''));
    if (Number.isNaN(ended)) return false;
    const at = Math.floor(ended / 1000);
    const second = this.seconds.get(at) ?? { at, succeeded: 0, failed: 0, took: [] };
    if (event.kind === 'payment.completed') second.succeeded++;
    else second.failed++;
    const began = Date.parse(String(event.data.initiated_at ?? ''));
    if (!Number.isNaN(began)) second.took.push(Math.max(0, ended - began));
    this.seconds.set(at, second);
    this.lags = [...this.lags.slice(-199), Math.max(0, now - ended)];
    for (const old of this.seconds.keys()) if (old < at - KEPT_S) this.seconds.delete(old);
    return true;
  }

  /** Each second of a span, empty ones too. */
  span(from: number, to: number): Second[] {
    const first = Math.floor(from / 1000);
    return Array.from({ length: Math.max(0, Math.floor(to / 1000) - first + 1) }, (_, offset) => {
      const at = first + offset;
      return this.seconds.get(at) ?? { at, succeeded: 0, failed: 0, took: [] };
    });
  }

  lag(): number | null {
    return percentile(this.lags, 50);
  }
}

export function percentile(values: number[], percent: number): number | null {
  if (!values.length) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? null;
}

export const meter = new Meter();
/** Grows with each second in which something was counted, so that screens draw at most once a second. */
export const meterTick = new Store(0);

let dirty = false;
onEvent((event) => {
  dirty = meter.take(event, Date.now()) || dirty;
});
if (typeof window !== 'undefined') {
  setInterval(() => {
    if (dirty) meterTick.set(meterTick.get() + 1);
    dirty = false;
  }, 1000);
}
