import { api } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Balance = Schemas['Balance'];
export type Person = Schemas['Person'];
export type Payment =
  Schemas['SuccessfulPayment'] | Schemas['FailedPayment'] | Schemas['BlockedPayment'] | Schemas['PendingPayment'];
export type Timeline = Schemas['Timeline'];
export type Step = Timeline['steps'][number];

export interface Page<T> {
  data: T[];
  has_more: boolean;
  next_cursor: string | null;
}

export type Entry = Schemas['HistoryEntry'];
export type History = Schemas['History'];

export interface HistoryFilter {
  state?: string;
  direction?: string;
  from?: string;
  to?: string;
  amount_min?: string;
  amount_max?: string;
  counterparty?: string;
  utr?: string;
  kind?: string;
}

export const routes = {
  balance: () => api.get<Balance>('/api/wallet/balance'),
  resolve: (alias: string, signal?: AbortSignal) => api.get<Person>('/api/resolve', { alias }, signal),
  history: (filter: HistoryFilter & { limit?: number; cursor?: string }) =>
    api.get<History>('/api/transactions/history', { ...filter }),
  payment: (id: string) => api.get<Payment>(`/api/payment/status/${id}`),
  timeline: (id: string) => api.get<Timeline>(`/api/payment/${id}/timeline`),
  pay: (order: { receiver_id: string; amount: bigint; note?: string }, key: string) =>
    api.answer<Payment>('/api/payment/initiate', order, key),
  recharge: (amount: bigint, key: string) => api.post<Schemas['Recharged']>('/api/wallet/recharge', { amount }, key),
};
