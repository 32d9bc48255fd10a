import { toDecimal } from '../money';

/**
 * JSON numbers are floats in a browser, so amounts are kept as the decimal text that was sent. A quote inside a JSON string is
 * escaped, so `"amount":` can only be a member's name.
 */
const MONEY = [
  'amount|balance|available|held|balance_after|money_in|money_out|gross|refunds|fee|tax|net|payable|paid|paid_out',
  'refunded|refundable|remaining|limit|used|baseline_amount|original|requested|imbalance|clearing',
  'wallets_total|sum_before|sum_after|bank_funding|promotion|fees|payout',
].join('|');
const MONEY_MEMBER = new RegExp(`"(${MONEY})"(\\s*:\\s*)(-?\\d+(?:\\.\\d+)?)(?=\\s*[,}\\]])`, 'g');

export function readJson(text: string): unknown {
  return text === '' ? null : JSON.parse(text.replace(MONEY_MEMBER, '"$1"$2"$3"'));
}

/** A bigint is paise and is written as decimal rupees; everything else as JSON always is. */
export function writeJson(value: unknown): string {
  if (typeof value === 'bigint') return toDecimal(value);
  if (Array.isArray(value)) return `[${value.map(writeJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${writeJson(member)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
