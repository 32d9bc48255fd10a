import type { ReactNode } from 'react';

/** One number of the control room with what it is. */
export function Stat({
  name,
  value,
  note,
  look = 'plain',
}: {
  name: string;
  value: ReactNode;
  note?: ReactNode;
  look?: 'plain' | 'ok' | 'bad' | 'warn';
}) {
  const color = { plain: 'text-ink', ok: 'text-ok', bad: 'text-bad', warn: 'text-warn' }[look];
  return (
    <div className="min-w-0 rounded-2xl border border-line bg-card p-4 shadow-card">
      <p className="text-xs font-medium text-muted">{name}</p>
      <p className={`tabular mt-1 text-2xl font-bold tracking-tight break-words ${color}`}>{value}</p>
      <p className="mt-0.5 min-h-4 text-xs text-muted">{note}</p>
    </div>
  );
}
