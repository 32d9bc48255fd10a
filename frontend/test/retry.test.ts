import { afterEach, expect, it, vi } from 'vitest';
import { isPassing, Problem, Unreachable } from '@/lib/api/problem';
import { asksAgain, patiently, waitBefore } from '@/lib/api/retry';

const problem = (status: number, retryable: boolean, after: number | null = null) =>
  new Problem({ type: '', title: '', status, detail: '', instance: '', code: 'x', request_id: '', retryable }, after);

afterEach(() => vi.useRealTimers());

it('asks again what passes by itself, and nothing else', () => {
  for (const passing of [new Unreachable(), problem(503, true), problem(504, false), problem(429, true)])
    expect(isPassing(passing)).toBe(true);
  for (const final of [problem(404, false), problem(403, false), problem(500, false), new TypeError('bug')])
    expect(asksAgain(0, final)).toBe(false);
});

it('goes on for longer than a node takes to be replaced, and then tells the person', () => {
  let waited = 0;
  let failures = 0;
  for (; asksAgain(failures, new Unreachable()); failures++) waited += waitBefore(failures, new Unreachable());
  expect(waited).toBeGreaterThan(25_000);
  expect(waited).toBeLessThan(60_000);
});

it('is never quicker than the server asked for, and waits for no more than a minute', () => {
  expect(waitBefore(0, problem(429, true, 7000))).toBe(7000);
  expect(waitBefore(0, problem(429, true, 3_600_000))).toBe(60_000);
  expect(waitBefore(9, problem(503, true, 1000))).toBeGreaterThan(2000);
});

it('signs in through a failover, and shows a rate limit at once', async () => {
  vi.useFakeTimers();
  const answers = [new Unreachable(), problem(503, true)];
  const work = vi.fn(() => {
    const failure = answers.shift();
    return failure ? Promise.reject(failure) : Promise.resolve('in');
  });
  const signing = patiently(work);
  await vi.runAllTimersAsync();
  await expect(signing).resolves.toBe('in');
  expect(work).toHaveBeenCalledTimes(3);
  await expect(patiently(() => Promise.reject(problem(429, true, 5000)))).rejects.toMatchObject({ status: 429 });
});
