import { expect, it } from 'vitest';
import { addsUp, within } from '@/features/merchant/window';
import type { Entry } from '@/lib/api/routes';

const entry = (timestamp: string, type: string, kind: string, amount: string) =>
  ({ timestamp, type, kind, amount, transaction_id: timestamp }) as unknown as Entry;
const span = { opened_at: '2026-11-25T01:00:00.000Z', closed_at: '2026-11-25T02:00:00.000Z' };
const sums = { gross: '30.10', refunds: '5.00', payment_count: 2, refund_count: 1 } as never;
const sale = entry('2026-11-25T01:00:00.000Z', 'CREDIT', 'PAYMENT', '10.10');
const other = entry('2026-11-25T01:30:00.000Z', 'CREDIT', 'PAYMENT', '20.00');
const refund = entry('2026-11-25T01:40:00.000Z', 'DEBIT', 'REFUND', '5.00');
const fee = entry('2026-11-25T01:50:00.000Z', 'DEBIT', 'FEE', '1.00');
const late = entry('2026-11-25T02:00:00.001Z', 'CREDIT', 'PAYMENT', '1.00');

it('lists the sales and refunds of a window, and knows whether they are all', () => {
  const listed = within(span, [sale, other, refund, fee, late]);
  expect(listed).toEqual([sale, other, refund]);
  expect(addsUp(sums, listed)).toBe(true);
  expect(addsUp(sums, [sale, refund])).toBe(false);
  expect(within({ ...span, closed_at: undefined }, [late])).toEqual([late]);
});
