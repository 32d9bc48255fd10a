import { useEffect, useState } from 'react';

/** Whole seconds until a moment, 0 from then on. */
export function useSecondsUntil(until: number): number {
  const [now, setNow] = useState(() => Date.now());
  const left = Math.max(0, Math.ceil((until - now) / 1000));
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => setNow(Date.now()), 500);
    return () => clearTimeout(timer);
  }, [left, now]);
  return left;
}

/** A sentence with the seconds left in it. Screen readers hear it once, not every second. */
export function Countdown({ until, words }: { until: number; words: (seconds: number) => string }) {
  const left = useSecondsUntil(until);
  const [first] = useState(left);
  return (
    <>
      <span aria-hidden>{words(left)}</span>
      <span className="sr-only">{words(first)}</span>
    </>
  );
}
