import { Link } from '@tanstack/react-router';
import { ArrowDownLeft, ArrowUpRight, Landmark } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '@/lib/api/routes';
import { rupees } from '@/lib/money';
import { clock } from '@/lib/time';
import { StateBadge } from './feedback';

const OF_PAYMENT = /^T[0-9a-f]{36}$/;
const OF_SYSTEM = new Set(['bank_funding', 'promotion', 'payout', 'fees', 'tax', 'clearing']);

/** One line of a history: who, when, and how much in or out. */
export function EntryRow({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const state = entry.status ?? 'SUCCESS';
  const credit = entry.type === 'CREDIT';
  const system = OF_SYSTEM.has(entry.counterparty);
  const Icon = system ? Landmark : credit ? ArrowDownLeft : ArrowUpRight;
  const content = (
    <>
      <span
        aria-hidden
        className={`grid size-11 shrink-0 place-items-center rounded-2xl ${credit ? 'bg-ok-soft text-ok' : 'bg-soft text-brand'}`}
      >
        <Icon className="size-5" />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">
          {system ? t(`system.${entry.counterparty as 'bank_funding'}`) : entry.counterparty}
        </span>
        <span className="block truncate text-xs text-muted">
          {t(credit ? 'entry.received' : 'entry.paid')} · {clock(entry.timestamp)}
          {entry.note ? ` · ${entry.note}` : ''}
        </span>
      </span>
      <span className="text-right">
        <span
          className={`tabular block font-semibold ${state !== 'SUCCESS' ? 'text-muted line-through' : credit ? 'text-ok' : ''}`}
        >
          {credit ? '+' : '−'}
          {rupees(entry.amount)}
        </span>
        {state !== 'SUCCESS' ? (
          <StateBadge state={state} />
        ) : (
          entry.balance_after != null && (
            <span className="tabular block text-xs text-muted">{rupees(entry.balance_after)}</span>
          )
        )}
      </span>
    </>
  );
  const look = 'flex items-center gap-3 rounded-xl px-2 py-2.5';
  return OF_PAYMENT.test(entry.transaction_id) ? (
    <Link to="/payments/$id" params={{ id: entry.transaction_id }} className={`${look} hover:bg-sunken`}>
      {content}
    </Link>
  ) : (
    <div className={look}>{content}</div>
  );
}
