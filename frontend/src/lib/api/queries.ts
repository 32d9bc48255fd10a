import { useQuery } from '@tanstack/react-query';
import { useUser } from '../session';
import { routes, type Payment } from './routes';

export function useBalance() {
  const { user_id } = useUser();
  return useQuery({
    queryKey: ['balance', user_id],
    queryFn: routes.balance,
    refetchInterval: 20_000,
    enabled: user_id !== '',
  });
}

export function useRecent() {
  const { user_id } = useUser();
  return useQuery({
    queryKey: ['history', user_id, 'recent'],
    queryFn: () => routes.history({}),
    enabled: user_id !== '',
  });
}

/** A pending payment is asked for again at the time that the answer names; the stream makes it quicker. */
export function usePayment(id: string) {
  return useQuery({
    queryKey: ['payment', id],
    queryFn: () => routes.payment(id),
    refetchInterval: (query) => untilNextCheck(query.state.data),
  });
}

function untilNextCheck(payment: Payment | undefined): number | false {
  if (payment?.status !== 'PENDING') return false;
  const wait = 'next_check_at' in payment ? Date.parse(payment.next_check_at) - Date.now() : 2000;
  return Math.min(10_000, Math.max(1000, wait));
}
