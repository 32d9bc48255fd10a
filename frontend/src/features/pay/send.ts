import { asUncertain, isRateLimited, Problem } from '@/lib/api/problem';
import { gateways } from '@/lib/api/gateways';
import { pause, toldToWait } from '@/lib/api/retry';
import { routes, type Payment } from '@/lib/api/routes';
import { closeIntent, updateIntent, type Intent } from '@/lib/intents';
import { rememberTrip } from '@/lib/round-trips';

const TRIES = 6;
const FIRST_WAIT_MS = 600;
const RATE_LIMIT_WAIT_MS = 5_000;
const RATE_LIMITS_BORNE = 5;

/** Which try this is, and until when it waits because there were too many requests. */
export type OnTry = (attempt: number, waitsUntil?: number) => void;

export type Sent = { kind: 'known'; payment: Payment } | { kind: 'unknown' } | { kind: 'refused'; problem: unknown };

/**
 * Sends an intent until its outcome is known, always under its one key, so that it is carried out at most once. `unknown` means
 * that nobody could say yet: the intent stays, and asking again is safe.
 */
export async function sendIntent(intent: Intent, onTry: OnTry): Promise<Sent> {
  updateIntent(intent.key, { state: 'sent' });
  const order = { receiver_id: intent.receiver, amount: BigInt(intent.paise), note: intent.note || undefined };
  const sentAt = Date.now();
  let refusedForRate = 0;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    onTry(attempt);
    try {
      const answer = await routes.pay(order, intent.key);
      const payment = answer.data;
      rememberTrip(payment.transaction_id, {
        sentAt,
        answeredAt: Date.now(),
        servedBy: answer.headers.get('X-Served-By') ?? '',
        gateway: gateways.get().current,
        attempts: attempt,
      });
      if (payment.status === 'PENDING')
        updateIntent(intent.key, { state: 'pending', transactionId: payment.transaction_id });
      else closeIntent(intent.key);
      return { kind: 'known', payment };
    } catch (error) {
      if (!asUncertain(error)) {
        // Refused before anything was begun. An expired session keeps the intent: it goes on after signing in.
        if (!(error instanceof Problem && error.status === 401)) closeIntent(intent.key);
        return { kind: 'refused', problem: error };
      }
      if (isRateLimited(error) && refusedForRate++ < RATE_LIMITS_BORNE) {
        // Nobody looked at the payment, so this was no try at it.
        const wait = toldToWait(error) ?? RATE_LIMIT_WAIT_MS;
        onTry(attempt--, Date.now() + wait);
        await pause(wait);
      } else await pause(FIRST_WAIT_MS * 2 ** Math.min(attempt - 1, 3));
    }
  }
  return { kind: 'unknown' };
}
