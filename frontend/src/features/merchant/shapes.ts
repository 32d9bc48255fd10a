import { api } from '@/lib/api/client';
import type { components } from '@/lib/api/schema';

type Schemas = components['schemas'];

export type Merchant = Schemas['Merchant'];
export type Window = Schemas['SettlementWindow'];
export type Payout = Schemas['Payout'];
export type Summary = Schemas['MerchantSummary'];

export const merchants = {
  mine: () => api.get<Schemas['Merchants']>('/merchant/mine'),
  register: (wish: { name: string; email: string; merchant_id?: string }) =>
    api.post<Merchant>('/merchant/register', wish),
  summary: (id: string) => api.get<Summary>(`/merchant/${encodeURIComponent(id)}/summary`),
  settlements: (id: string) => api.get<Schemas['Settlements']>('/merchant/settlements', { merchant_id: id }),
  payout: (id: string, key: string) => api.post<Payout>('/merchant/payout', { merchant_id: id }, key),
  close: (id: string) => api.post<Window>('/merchant/settlements/close', { merchant_id: id }),
  refund: (transaction: string, amount: bigint | undefined, key: string) =>
    api.post<{ status: string; transaction_id: string }>(`/api/payment/${transaction}/refund`, { amount }, key),
};
