import { api } from '@/lib/api/client';
import { isMissing } from '@/lib/api/problem';
import { routes, type Page } from '@/lib/api/routes';

/** The transaction with this UTR among one's own, or among all for an administrator; null where there is none. */
export async function byUtr(utr: string, admin: boolean): Promise<string | null> {
  if (admin) {
    try {
      const all = await api.get<Page<{ transaction_id: string }>>('/admin/transactions', { utr });
      return all.data[0]?.transaction_id ?? null;
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  const own = await routes.history({ utr });
  return own.data[0]?.transaction_id ?? null;
}
