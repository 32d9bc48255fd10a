import type { Entry } from '@/lib/api/routes';
import { toPaise } from '@/lib/money';
import type { Window } from './shapes';

type Span = Pick<Window, 'opened_at' | 'closed_at'>;
type Sums = Pick<Window, 'gross' | 'refunds' | 'payment_count' | 'refund_count'>;

const isSale = (entry: Entry) => entry.type === 'CREDIT' && entry.kind === 'PAYMENT';
const isRefund = (entry: Entry) => entry.type === 'DEBIT' && entry.kind === 'REFUND';

/** The sales and refunds between a window's opening and its close. */
export function within(window: Span, entries: Entry[]): Entry[] {
  const from = Date.parse(window.opened_at);
  const to = window.closed_at ? Date.parse(window.closed_at) : Infinity;
  return entries.filter((entry) => {
    const at = Date.parse(entry.timestamp);
    return (isSale(entry) || isRefund(entry)) && at >= from && at <= to;
  });
}

/** Whether they are all of what the window counted, to the paisa. */
export function addsUp(window: Sums, entries: Entry[]): boolean {
  const sum = (some: Entry[]) => some.reduce((total, entry) => total + toPaise(entry.amount), 0n);
  const sales = entries.filter(isSale);
  const refunds = entries.filter(isRefund);
  return (
    sales.length === window.payment_count &&
    refunds.length === window.refund_count &&
    sum(sales) === toPaise(window.gross) &&
    sum(refunds) === toPaise(window.refunds)
  );
}
