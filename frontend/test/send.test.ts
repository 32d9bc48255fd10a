import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sendIntent } from '@/features/pay/send';
import { intents, openIntent, unfinished, type Intent } from '@/lib/intents';
import { begin } from '@/lib/session';

const paid = { status: 'SUCCESS', transaction_id: `T${'a'.repeat(36)}`, amount: 1 };
const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' },
  });
const problem = (code: string, status: number, retryable: boolean) =>
  json({ type: '', title: code, status, detail: code, instance: '', code, request_id: 'req_1', retryable }, status);

let calls: { key: string | null; body: string }[] = [];
function answers(...replies: (() => Promise<Response>)[]) {
  calls = [];
  vi.stubGlobal(
    'fetch',
    vi.fn((_: string, init: RequestInit) => {
      calls.push({ key: new Headers(init.headers).get('Idempotency-Key'), body: String(init.body) });
      return (
        replies[Math.min(calls.length - 1, replies.length - 1)] ?? (() => Promise.reject(new TypeError('lost')))
      )();
    }),
  );
}

/** Lets the waits between the tries pass at once. */
async function send(intent: Intent) {
  const sending = sendIntent(intent, () => undefined);
  await vi.runAllTimersAsync();
  return sending;
}

const wish = { owner: 'asha', receiver: 'ravi', receiverName: 'Ravi', paise: '12345', note: '' };

describe('one key for one intent', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    localStorage.clear();
    intents.set([]);
    begin({
      token: 't',
      expires_at: new Date(Date.now() + 600_000).toISOString(),
      user: { user_id: 'asha', name: 'Asha', role: 'user' },
    });
  });

  it('repeats a lost answer under the same key with the same body', async () => {
    answers(
      () => Promise.reject(new TypeError('lost')),
      () => Promise.resolve(problem('outcome_unknown', 503, true)),
      () => Promise.resolve(json(paid)),
    );
    const intent = openIntent(wish);
    await expect(send(intent)).resolves.toMatchObject({
      kind: 'known',
      payment: { status: 'SUCCESS' },
    });
    expect(calls).toHaveLength(3);
    expect(new Set(calls.map((call) => call.key))).toEqual(new Set([intent.key]));
    expect(new Set(calls.map((call) => call.body)).size).toBe(1);
    expect(calls[0]?.body).toContain('"amount":123.45');
    expect(unfinished('asha')).toEqual([]);
  });

  it('never calls an unknown outcome a failure, and keeps the intent', async () => {
    answers(() => Promise.reject(new TypeError('lost')));
    const intent = openIntent(wish);
    await expect(send(intent)).resolves.toEqual({ kind: 'unknown' });
    expect(unfinished('asha')).toMatchObject([{ key: intent.key, state: 'sent' }]);
  });

  it('waits as long as a rate limit says, says so, and sends the same once more', async () => {
    answers(
      () => Promise.resolve(new Response(null, { status: 429, headers: { 'Retry-After': '7' } })),
      () => Promise.resolve(json(paid)),
    );
    const told: [number, number | undefined][] = [];
    const began = Date.now();
    const sending = sendIntent(openIntent(wish), (attempt, until) => told.push([attempt, until && until - began]));
    await vi.advanceTimersByTimeAsync(6900);
    expect(calls).toHaveLength(1);
    await vi.runAllTimersAsync();
    await expect(sending).resolves.toMatchObject({ kind: 'known' });
    expect(told).toEqual([
      [1, undefined],
      [1, 7000],
      [1, undefined],
    ]);
    expect(new Set(calls.map((call) => call.key)).size).toBe(1);
  });

  it('keeps a pending payment in sight', async () => {
    answers(() => Promise.resolve(json({ ...paid, status: 'PENDING' }, 202)));
    await send(openIntent(wish));
    expect(unfinished('asha')).toMatchObject([{ state: 'pending', transactionId: paid.transaction_id }]);
  });

  it('lets a refused intent go, so that the next try has a new key', async () => {
    answers(() => Promise.resolve(problem('receiver_not_found', 404, false)));
    const intent = openIntent(wish);
    await expect(send(intent)).resolves.toMatchObject({ kind: 'refused' });
    expect(intents.get()).toEqual([]);
    expect(openIntent(wish).key).not.toBe(intent.key);
  });
});
