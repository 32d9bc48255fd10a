import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EntryRow } from '@/components/entry-row';
import { Unavailable } from '@/components/feedback';
import { SkeletonRows } from '@/components/layout';
import { api } from '@/lib/api/client';
import type { Entry, Page } from '@/lib/api/routes';
import { dayOf } from '@/lib/time';
import type { Window } from './shapes';
import { addsUp, within } from './window';

const MOST_PAGES = 10;

/** The payments and refunds of one window. Whether they add up to what the window says is checked, and told where not. */
export function WindowPayments({ window }: { window: Window }) {
  const { t } = useTranslation();
  const list = useQuery({
    queryKey: ['merchant', window.merchant_id, 'window', window.batch_id, window.payment_count, window.refund_count],
    queryFn: () => all(window),
  });
  if (list.isPending) return <SkeletonRows count={2} />;
  if (list.isError) return <Unavailable error={list.error} onRetry={() => void list.refetch()} />;
  const entries = within(window, list.data);
  return (
    <>
      {!addsUp(window, entries) && (
        <p className="mb-2 rounded-xl bg-warn-soft p-3 text-sm text-warn">{t('merchant.notAllListed')}</p>
      )}
      <ul className="-mx-2">
        {entries.map((entry) => (
          <li key={entry.transaction_id + entry.type}>
            <EntryRow entry={entry} />
          </li>
        ))}
      </ul>
    </>
  );
}

async function all(window: Window): Promise<Entry[]> {
  const days = { from: dayOf(window.opened_at), to: window.closed_at ? dayOf(window.closed_at) : undefined };
  const entries: Entry[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await api.get<Page<Entry>>('/api/transactions/history', {
      user_id: window.merchant_id,
      ...days,
      limit: 100,
      cursor,
    });
    entries.push(...answer.data);
    if (!answer.has_more || !answer.next_cursor) break;
    cursor = answer.next_cursor;
  }
  return entries;
}
