import { isPassing, isRateLimited, Problem } from './problem';

const TRIES = 12;
const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 4_000;
const LONGEST_TOLD_MS = 60_000;

/** Reads go on asking for about half a minute: longer than a node's slices need to find a new owner. */
export function asksAgain(failures: number, error: unknown): boolean {
  return failures < TRIES && isPassing(error);
}

/** More and more slowly and never all at the same time, but not before the server wants to be asked again. */
export function waitBefore(failures: number, error: unknown, longest = LONGEST_WAIT_MS): number {
  const own = Math.min(longest, FIRST_WAIT_MS * 2 ** failures) * (0.75 + Math.random() / 4);
  return Math.max(own, toldToWait(error) ?? 0);
}

/** What the server said in Retry-After, in milliseconds. */
export function toldToWait(error: unknown): number | null {
  return error instanceof Problem && error.retryAfterMs !== null ? Math.min(LONGEST_TOLD_MS, error.retryAfterMs) : null;
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** For what may be asked twice and is no query: signing in. A rate limit is told to the person at once. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      return await work();
    } catch (error) {
      if (isRateLimited(error) || !asksAgain(failures, error)) throw error;
      await pause(waitBefore(failures, error));
    }
  }
}
