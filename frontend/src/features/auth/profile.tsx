import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { LogOut, MonitorSmartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '@/components/avatar';
import { Button } from '@/components/button';
import { Copyable, ErrorNote, Unavailable } from '@/components/feedback';
import { Card, Page, SkeletonRows } from '@/components/layout';
import { say } from '@/lib/announce';
import { api } from '@/lib/api/client';
import type { Page as List } from '@/lib/api/routes';
import { useSession, useUser } from '@/lib/session';
import { signOut } from '@/lib/sign-out';
import { moment } from '@/lib/time';

interface SessionEntry {
  session_id: string;
  created_at: string;
  last_used_at: string;
  expires_at: string;
  user_agent: string;
}

export function Profile() {
  const { t } = useTranslation();
  const user = useUser();
  return (
    <Page title={t('profile.title')}>
      <div className="flex flex-col gap-4">
        <Card>
          <div className="flex flex-wrap items-center gap-4">
            <Avatar name={user.name || '?'} size="size-16" />
            <div className="min-w-0 flex-1">
              <p className="truncate text-lg font-semibold">{user.name}</p>
              <Copyable text={`${user.user_id}@phonepay`} label="VPA" />
            </div>
            <Button look="quiet" onClick={() => void signOut()}>
              <LogOut aria-hidden className="size-4" />
              {t('nav.signOut')}
            </Button>
          </div>
        </Card>
        <Sessions />
      </div>
    </Page>
  );
}

function Sessions() {
  const { t } = useTranslation();
  const mine = useSession()?.session_id;
  const queries = useQueryClient();
  const list = useQuery({ queryKey: ['sessions'], queryFn: () => api.get<List<SessionEntry>>('/auth/sessions') });
  const revoke = useMutation({
    mutationFn: (id: string) => api.post(`/auth/sessions/${encodeURIComponent(id)}/revoke`, {}),
    onSuccess: () => {
      say(t('profile.revoked'), 'ok');
      void queries.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  return (
    <Card title={t('profile.sessions')}>
      {list.isPending && <SkeletonRows count={2} />}
      {list.isError && <Unavailable error={list.error} onRetry={() => void list.refetch()} />}
      {revoke.isError && <ErrorNote error={revoke.error} />}
      <ul className="flex flex-col divide-y divide-line">
        {list.data?.data.map((entry) => (
          <li key={entry.session_id} className="flex flex-wrap items-center gap-3 py-3">
            <MonitorSmartphone aria-hidden className="size-5 shrink-0 text-muted" />
            <div className="min-w-0 flex-1 basis-56">
              <p className="text-sm font-medium break-words">
                {entry.user_agent || t('profile.unknownDevice')}
                {entry.session_id === mine && (
                  <span className="ml-2 rounded-full bg-soft px-2 py-0.5 text-xs text-brand">
                    {t('profile.thisOne')}
                  </span>
                )}
              </p>
              <p className="text-xs text-muted">{t('profile.lastUsed', { when: moment(entry.last_used_at) })}</p>
            </div>
            <Button
              look="quiet"
              busy={revoke.isPending && revoke.variables === entry.session_id}
              onClick={() => revoke.mutate(entry.session_id)}
            >
              {t('profile.revoke')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
