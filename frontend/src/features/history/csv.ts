import type { Entry } from '@/lib/api/routes';

const COLUMNS = [
  'timestamp',
  'transaction_id',
  'utr',
  'type',
  'kind',
  'status',
  'counterparty',
  'amount',
  'balance_after',
  'note',
] as const;

/** RFC 4180. Text that a spreadsheet would take for a formula gets an apostrophe in front. */
export function toCsv(entries: Entry[]): string {
  const rows = entries.map((entry) => COLUMNS.map((column) => cell(entry[column])).join(','));
  return `\uFEFF${[COLUMNS.join(','), ...rows].join('\r\n')}\r\n`;
}

function cell(value: string | null | undefined): string {
  const text = value ?? '';
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
