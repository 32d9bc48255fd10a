import { asUncertain, Problem } from '@/lib/api/problem';
import { gateways } from '@/lib/api/gateways';
import { routes, type Payment } from '@/lib/api/routes';
import { closeIntent, updateIntent, type Intent } from '@/lib/intents';
import { rememberTrip } from '@/lib/round-trips';

const TRIES = 6;
const FIRST_WAIT_MS = 600;

export type Sent = { kind: 'known'; payment: Payment } | { kind: 'unknown' } | { kind: 'refused'; problem: unknown };

/**
 * Sends an intent until its outcome is known, always under its one key, so that it is carried out at most once. `unknown` means
 * that nobody could say yet: the intent stays, and asking again is safe.
 */
export async function sendIntent(intent: Intent, onTry: (attempt: number) => void): Promise<Sent> {
  updateIntent(intent.key, { state: 'sent' });
  const order = { receiver_id: intent.receiver, amount: BigInt(intent.paise), note: intent.note || undefined };
  const sentAt = Date.now();
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
      await new Promise((resolve) => setTimeout(resolve, FIRST_WAIT_MS * 2 ** Math.min(attempt - 1, 3)));
    }
  }
  return { kind: 'unknown' };
}
