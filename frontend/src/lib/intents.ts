import { kept, Store } from './store';

/**
 * What somebody wants to pay, from the review on. It keeps its idempotency key through retry, reload and a lost connection, so
 * that it is carried out at most once.
 */
export interface Intent {
  key: string;
  owner: string;
  receiver: string;
  receiverName: string;
  /** Decimal text of paise: bigint does not go into storage. */
  paise: string;
  note: string;
  createdAt: number;
  state: 'reviewed' | 'sent' | 'pending';
  transactionId?: string;
}

const PLACE = 'phonepay.intents';
const KEPT_MS = 24 * 3600_000;

export const intents = new Store<Intent[]>(fresh(kept.read<Intent[]>(PLACE) ?? []));

function fresh(all: Intent[]): Intent[] {
  // The server keeps keys for a day. A review that nobody confirmed is no promise.
  return all.filter((intent) => Date.now() - intent.createdAt < KEPT_MS);
}

function save(all: Intent[]): void {
  kept.write(PLACE, all);
  intents.set(all);
}

export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function openIntent(terms: Pick<Intent, 'owner' | 'receiver' | 'receiverName' | 'paise' | 'note'>): Intent {
  const intent: Intent = { ...terms, key: newKey(), createdAt: Date.now(), state: 'reviewed' };
  save([...fresh(intents.get()).filter((other) => other.state !== 'reviewed' || other.owner !== terms.owner), intent]);
  return intent;
}

export function updateIntent(key: string, change: Partial<Intent>): void {
  save(intents.get().map((intent) => (intent.key === key ? { ...intent, ...change } : intent)));
}

export function closeIntent(key: string): void {
  save(intents.get().filter((intent) => intent.key !== key));
}

/** Sent and not known to have ended. */
export function unfinished(owner: string): Intent[] {
  return intents.get().filter((intent) => intent.owner === owner && intent.state !== 'reviewed');
}

if (typeof window !== 'undefined') {
  window.addEventListener('storage', (event) => {
    if (event.key === PLACE) intents.set(kept.read<Intent[]>(PLACE) ?? []);
  });
}
