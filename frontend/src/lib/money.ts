/** Money is whole paise in a bigint. A floating-point number never holds any. */
export type Paise = bigint;

const DECIMAL = /^(-?)(\d+)(?:\.(\d{1,2}))?$/;
export const LARGEST: Paise = 10_000_000_000_00n;

/** The API's decimal rupees ("1234.50", "100") as paise. Throws on anything else: that would be a bug. */
export function toPaise(rupees: string | number): Paise {
  const found = DECIMAL.exec(String(rupees));
  if (!found) throw new RangeError(`not an amount: ${rupees}`);
  const [, sign, whole, fraction = ''] = found;
  const paise = BigInt(whole ?? '0') * 100n + BigInt(fraction.padEnd(2, '0'));
  return sign === '-' ? -paise : paise;
}

/** What a person typed: "1,23,456.5", "₹ 12" or "१२.५०". Null where it is not an exact amount above zero. */
export function readAmount(typed: string): Paise | null {
  const plain = typed.replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966)).replace(/[₹,\s]/g, '');
  if (!/^\d{1,12}(\.\d{0,2})?$/.test(plain)) return null;
  const paise = toPaise(plain.replace(/\.$/, ''));
  return paise > 0n && paise <= LARGEST ? paise : null;
}

/** "1234.50": as requests carry it. */
export function toDecimal(paise: Paise): string {
  const size = paise < 0n ? -paise : paise;
  return `${paise < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}

/** Lakh and crore grouping: 1234567 is 12,34,567. */
export function groupDigits(digits: string): string {
  if (digits.length <= 3) return digits;
  const head = digits.slice(0, -3).replace(/\B(?=(\d{2})+$)/g, ',');
  return `${head},${digits.slice(-3)}`;
}

/** "₹1,23,456.50". */
export function rupees(amount: Paise | string | number): string {
  const paise = typeof amount === 'bigint' ? amount : toPaise(amount);
  const [whole = '0', fraction = '00'] = toDecimal(paise < 0n ? -paise : paise).split('.');
  return `${paise < 0n ? '−' : ''}₹${groupDigits(whole)}.${fraction}`;
}

/** Grouping while somebody types, with what is not yet complete left as it is. */
export function groupWhileTyping(typed: string): string {
  const plain = typed.replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966)).replace(/[^\d.]/g, '');
  const [whole = '', ...rest] = plain.split('.');
  const grouped = groupDigits(whole.replace(/^0+(?=\d)/, '').slice(0, 10));
  return rest.length ? `${grouped || '0'}.${rest.join('').slice(0, 2)}` : grouped;
}
