import { expect, it, vi } from 'vitest';
import { follow, onEvent, streamState } from '@/lib/events';
import { begin } from '@/lib/session';

it('goes on after a loss from the last event it saw, and tells each event once', async () => {
  vi.useFakeTimers();
  begin({
    token: 't',
    expires_at: new Date(Date.now() + 600_000).toISOString(),
    user: { user_id: 'asha', name: 'Asha', role: 'user' },
  });
  const bodies = [
    'id: 4\nevent: ready\ndata: {}\n\nid: 5\nevent: payment.completed\ndata: {"transaction_id":"T5"}\n\n',
    'id: 6\nevent: payment.completed\ndata: {"transaction_id":"T6"}\n\n',
  ];
  const ending = new AbortController();
  const asked: (string | null)[] = [];
  vi.stubGlobal(
    'fetch',
    vi.fn((_: string, init: RequestInit) => {
      asked.push(new Headers(init.headers).get('Last-Event-ID'));
      const body = bodies.shift();
      if (body !== undefined) return Promise.resolve(new Response(body));
      ending.abort();
      return Promise.reject(new TypeError('lost'));
    }),
  );
  const states: string[] = [];
  streamState.subscribe(() => states.push(streamState.get()));
  const heard: string[] = [];
  const stop = onEvent(({ id }) => heard.push(id));
  const following = follow(ending.signal);
  await vi.runAllTimersAsync();
  await following;
  stop();
  expect(asked).toEqual([null, '5', '6']);
  expect(heard).toEqual(['4', '5', '6']);
  expect(states.slice(0, 4)).toEqual(['connecting', 'live', 'reconnecting', 'live']);
  vi.useRealTimers();
});
