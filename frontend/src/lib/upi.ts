import { readAmount, toDecimal, type Paise } from './money';

export interface UpiLink {
  payee: string;
  amount: Paise | null;
  note: string;
}

/** A `upi://pay` link's parts. The name in it (pn) is ignored on purpose: only the registered name is ever shown. */
export function parseUpi(text: string): UpiLink | null {
  const found = /^upi:\/\/pay\/?\?(.+)$/i.exec(text.trim());
  if (!found?.[1]) return null;
  const parameters = new URLSearchParams(found[1]);
  const payee = parameters.get('pa')?.trim().toLowerCase();
  if (!payee || (parameters.get('cu') ?? 'INR').toUpperCase() !== 'INR') return null;
  const am = parameters.get('am');
  return { payee, amount: am ? readAmount(am) : null, note: (parameters.get('tn') ?? '').slice(0, 140) };
}

export function makeUpi(vpa: string, name: string, amount: Paise | null, note = ''): string {
  const parts = [`pa=${encodeURIComponent(vpa)}`, `pn=${encodeURIComponent(name)}`];
  if (amount !== null) parts.push(`am=${toDecimal(amount)}`);
  parts.push('cu=INR');
  if (note) parts.push(`tn=${encodeURIComponent(note)}`);
  parts.push('mode=01');
  return `upi://pay?${parts.join('&')}`;
}
