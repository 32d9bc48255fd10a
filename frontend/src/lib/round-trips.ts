import { onEvent } from './events';

/** What this browser saw of a payment it sent: how long the answer took, and which node gave it. Kept for the tab's life. */
export interface RoundTrip {
  sentAt: number;
  answeredAt: number;
  servedBy: string;
  gateway: string;
  attempts: number;
}

const place = (id: string) => `phonepay.trip.${id}`;

export function rememberTrip(id: string, trip: RoundTrip): void {
  try {
    sessionStorage.setItem(place(id), JSON.stringify(trip));
  } catch {
    // Then the X-ray shows no client lane.
  }
}

export function recallTrip(id: string): RoundTrip | null {
  try {
    const text = sessionStorage.getItem(place(id));
    return text ? (JSON.parse(text) as RoundTrip) : null;
  } catch {
    return null;
  }
}

/** The announcement of an ended payment, as it came to this page through Kafka and the event stream. */
export interface Heard {
  topic: string;
  at: number;
}

const MOST_HEARD = 2000;
const heard = new Map<string, Heard>();

onEvent(({ kind, data }) => {
  const id = data.transaction_id;
  if ((kind !== 'payment.completed' && kind !== 'payment.failed') || typeof id !== 'string' || heard.has(id)) return;
  heard.set(id, { topic: kind, at: Date.now() });
  const oldest = heard.keys().next();
  if (heard.size > MOST_HEARD && !oldest.done) heard.delete(oldest.value);
});

export function recallHeard(id: string): Heard | null {
  return heard.get(id) ?? null;
}
