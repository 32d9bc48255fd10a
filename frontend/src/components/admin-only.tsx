import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUser } from '@/lib/session';
import { Card, Empty, Page } from './layout';

/** The server refuses everybody else anyway; this says so in words. */
export function AdminOnly({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation();
  const { role } = useUser();
  if (role === 'admin') return children;
  return (
    <Page title={title}>
      <Card>
        <Empty icon={<Lock className="size-6" />} title={t('error.adminOnly')}>
          {t('error.adminOnlyDetail')}
        </Empty>
      </Card>
    </Page>
  );
}
