import { api } from '@/lib/api/client';
import type { Page } from '@/lib/api/routes';

export interface Merchant {
  merchant_id: string;
  name: string;
  email?: string;
  owner_id: string;
  vpa: string;
  fee_plan: { mdr_basis_points: number; tax_basis_points: number };
  status: string;
  balance?: string;
}

export interface Window {
  batch_id: string;
  status: 'OPEN' | 'CLOSED' | 'SETTLING' | 'SETTLED' | 'FAILED';
  gross: string;
  refunds: string;
  fee: string;
  tax: string;
  net: string;
  payment_count: number;
  refund_count: number;
  opened_at: string;
  closed_at?: string;
  settled_at?: string;
  payout_id?: string;
  paid?: string;
}

export interface Payout {
  payout_id: string;
  status: 'SETTLING' | 'SETTLED' | 'FAILED';
  amount: string;
  batch_id?: string;
  bank_reference?: string;
  reason?: string;
  requested_at: string;
  decided_at?: string;
}

export interface Summary extends Merchant {
  held: string;
  available: string;
  payable: string;
  current_window: Window;
  lifetime: {
    gross: string;
    refunds: string;
    fee: string;
    tax: string;
    net: string;
    paid_out: string;
    payment_count: number;
    refund_count: number;
  };
  next_cut_off: string;
}

export const merchants = {
  mine: () => api.get<Page<Merchant>>('/merchant/mine'),
  register: (wish: { name: string; email: string; merchant_id?: string }) =>
    api.post<Merchant>('/merchant/register', wish),
  summary: (id: string) => api.get<Summary>(`/merchant/${encodeURIComponent(id)}/summary`),
  settlements: (id: string) =>
    api.get<Page<Window> & { payouts: Payout[] }>('/merchant/settlements', { merchant_id: id }),
  payout: (id: string, key: string) => api.post<Payout>('/merchant/payout', { merchant_id: id }, key),
  close: (id: string) => api.post<Window>('/merchant/settlements/close', { merchant_id: id }),
  refund: (transaction: string, amount: bigint | undefined, key: string) =>
    api.post<{ status: string; transaction_id: string }>(`/api/payment/${transaction}/refund`, { amount }, key),
};
