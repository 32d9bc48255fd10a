import { useInfiniteQuery } from '@tanstack/react-query';
import { Link2, Unlink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { AdminOnly } from '@/components/admin-only';
import { Button } from '@/components/button';
import { Unavailable } from '@/components/feedback';
import { Card, Empty, Page, SkeletonRows } from '@/components/layout';
import { Table } from '@/components/table';
import { api } from '@/lib/api/client';
import type { components } from '@/lib/api/schema';
import { moment } from '@/lib/time';

type Entries = components['schemas']['AuditTrail'];

/** Who did what, newest first. Each entry carries the hash of the one before; the links of what is shown are checked here. */
export function Audit() {
  const { t } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: ['audit'],
    queryFn: ({ pageParam }) => api.get<Entries>('/admin/audit', { limit: 30, before: pageParam }),
    initialPageParam: '',
    getNextPageParam: (last) => (last.has_more ? (last.next_cursor ?? undefined) : undefined),
  });
  const entries = list.data?.pages.flatMap((page) => page.data) ?? [];
  const whole = entries.every((entry, index) => {
    const older = entries[index + 1];
    return !older || older.sequence !== entry.sequence - 1 || entry.previous_hash === older.hash;
  });
  const Icon = whole ? Link2 : Unlink;
  return (
    <AdminOnly title={t('nav.audit')}>
      <Page title={t('nav.audit')} intro={t('audit.intro')} wide>
        <Card>
          {list.isPending && <SkeletonRows count={6} />}
          {list.isError && <Unavailable error={list.error} onRetry={() => void list.refetch()} />}
          {list.isSuccess && entries.length === 0 && <Empty title={t('audit.none')} />}
          {entries.length > 0 && (
            <>
              <p
                className={`mb-3 flex items-center gap-2 rounded-xl p-3 text-sm font-medium ${whole ? 'bg-ok-soft text-ok' : 'bg-bad-soft text-bad'}`}
              >
                <Icon aria-hidden className="size-5" />
                {t(whole ? 'audit.whole' : 'audit.broken', { count: entries.length })}
              </p>
              <Table
                label={t('nav.audit')}
                heads={[
                  '#',
                  t('transactions.when'),
                  t('audit.who'),
                  t('audit.what'),
                  t('transactions.reason'),
                  t('history.state'),
                  'Hash',
                ]}
              >
                {entries.map((entry) => (
                  <tr key={entry.sequence}>
                    <td className="tabular text-muted">{entry.sequence}</td>
                    <td className="whitespace-nowrap text-muted">{moment(entry.at)}</td>
                    <td className="font-medium">{entry.actor}</td>
                    <td className="min-w-48">
                      {entry.action}
                      <span className="block text-xs break-all text-muted">{entry.path}</span>
                    </td>
                    <td>{entry.reason ?? '–'}</td>
                    <td className="whitespace-nowrap">
                      {entry.phase.toLowerCase()} {entry.status ?? ''}
                    </td>
                    <td>
                      <code className="text-xs" title={entry.hash}>
                        {entry.hash.slice(0, 10)}…
                      </code>
                    </td>
                  </tr>
                ))}
              </Table>
            </>
          )}
          {list.hasNextPage && (
            <Button
              look="quiet"
              className="mt-3 w-full"
              busy={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t('action.more')}
            </Button>
          )}
        </Card>
      </Page>
    </AdminOnly>
  );
}
