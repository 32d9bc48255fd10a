import { Link } from '@tanstack/react-router';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ArrowDownLeft, ArrowUpRight, Bell, CircleX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/button';
import { Unavailable } from '@/components/feedback';
import { Card, Empty, Page, SkeletonRows } from '@/components/layout';
import { ServerText } from '@/components/server-text';
import { api } from '@/lib/api/client';
import type { components } from '@/lib/api/schema';
import { rupees } from '@/lib/money';
import { moment } from '@/lib/time';

type Notices = components['schemas']['Notifications'];
type Notice = Notices['notifications'][number];

export function Notifications() {
  const { t } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: ['notifications'],
    queryFn: ({ pageParam }) => api.get<Notices>('/api/notifications', { limit: 20, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  });
  const notices = list.data?.pages.flatMap((page) => page.notifications) ?? [];
  return (
    <Page title={t('nav.notifications')}>
      <Card>
        {list.isPending && <SkeletonRows />}
        {list.isError && <Unavailable error={list.error} onRetry={() => void list.refetch()} />}
        {list.isSuccess && notices.length === 0 && (
          <Empty icon={<Bell className="size-6" />} title={t('notifications.none')}>
            {t('notifications.noneDetail')}
          </Empty>
        )}
        <ul className="flex flex-col divide-y divide-line">
          {notices.map((notice) => (
            <li key={notice.notification_id}>
              <NoticeRow notice={notice} />
            </li>
          ))}
        </ul>
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
  );
}

function NoticeRow({ notice }: { notice: Notice }) {
  const { t, i18n } = useTranslation();
  const bad = /FAILED|BLOCKED/.test(notice.kind);
  const Icon = bad ? CircleX : notice.kind.includes('RECEIVED') ? ArrowDownLeft : ArrowUpRight;
  const utr = /UTR (\d{12})/.exec(notice.message)?.[1];
  const own = i18n.language === 'en' ? null : utr ? t('notifications.moved', { utr }) : t('notifications.notMoved');
  const content = (
    <>
      <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${bad ? 'text-bad' : 'text-brand'}`} />
      <span className="min-w-0">
        <span className="block font-medium">
          {t(`notifications.kind.${notice.kind}`, { amount: rupees(notice.amount), who: notice.counterparty_id })}
        </span>
        <span className="block text-sm text-muted">
          <ServerText english={notice.message} own={own} />
        </span>
        <span className="block text-xs text-muted">{moment(notice.created_at)}</span>
      </span>
    </>
  );
  const look = 'flex gap-3 px-1 py-3';
  return notice.transaction_id ? (
    <Link to="/payments/$id" params={{ id: notice.transaction_id }} className={`${look} rounded-xl hover:bg-sunken`}>
      {content}
    </Link>
  ) : (
    <div className={look}>{content}</div>
  );
}
