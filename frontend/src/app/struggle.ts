import { useQueryClient, type Query } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { isRateLimited } from '@/lib/api/problem';
import { toldToWait } from '@/lib/api/retry';

export interface Struggle {
  /** Set where a rate limit is waited for. */
  limitedUntil?: number;
}

const CALM: Struggle = {};

/** Whether a question of the shown screen was not answered and is being asked again; null where all is well. */
export function useStruggle(): Struggle | null {
  const cache = useQueryClient().getQueryCache();
  const subscribe = useCallback((changed: () => void) => cache.subscribe(changed), [cache]);
  const reading = useSyncExternalStore(subscribe, () => describe(cache.getAll()));
  if (reading === '') return null;
  const until = Number(reading);
  return until > 0 ? { limitedUntil: until } : CALM;
}

/** A text, so that the same state is the same value: empty, or the end of the wait in milliseconds, 0 for no known end. */
function describe(queries: Query[]): string {
  const failing = queries.filter(
    (query) => query.state.fetchFailureCount > 0 && query.state.fetchStatus !== 'idle' && query.getObserversCount() > 0,
  );
  if (!failing.length) return '';
  const ends = failing.map(({ state: { fetchFailureReason: reason } }) =>
    isRateLimited(reason) ? reason.cameAt + (toldToWait(reason) ?? 0) : 0,
  );
  return String(Math.max(...ends));
}
