import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { api } from '@/lib/api/client';
import { learnGateways } from '@/lib/api/gateways';
import { asksAgain, waitBefore } from '@/lib/api/retry';
import { follow, onEvent } from '@/lib/events';
import '@/lib/round-trips';
import { useSession } from '@/lib/session';
import { prefetchScreens, router } from './router';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 2_000,
      retry: asksAgain,
      retryDelay: (failures, error) => waitBefore(failures, error),
      refetchOnWindowFocus: true,
      // A browser without the internet can still reach a cluster on its own machine; whether it can is found out by asking.
      networkMode: 'always',
    },
    // What changes something is repeated by those who hold its key.
    mutations: { retry: false, networkMode: 'always' },
  },
});

export function Providers() {
  return (
    <QueryClientProvider client={queries}>
      <Live />
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}

/** What runs beside the screens: the stream of events, and the addresses of the other gateways. */
function Live() {
  const user = useSession()?.user.user_id;

  useEffect(() => {
    prefetchScreens();
    void api.anonymously
      .get<{ gateways: string[] }>('/gateways')
      .then((answer) => learnGateways(answer.gateways))
      .catch(() => undefined);
  }, []);

  useEffect(() => {
    if (!user) {
      queries.clear();
      void router.invalidate();
      return;
    }
    const ending = new AbortController();
    const stop = onEvent((event) => refresh(event.kind));
    void follow(ending.signal);
    return () => {
      ending.abort();
      stop();
      queries.clear();
    };
  }, [user]);
  return null;
}

/** An event only says what to read again: money is always read from the wallet itself. */
function refresh(kind: string): void {
  if (kind === 'reset') {
    void queries.invalidateQueries();
    return;
  }
  const names = ['balance', 'history', 'payment', 'timeline', 'notifications', 'merchant'];
  void queries.invalidateQueries({ predicate: (query) => names.includes(String(query.queryKey[0])) });
}
