import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useUser } from '../session';
import { api } from './client';
import { learnGateways } from './gateways';
import { waitBefore } from './retry';
import type { components } from './schema';

type Schemas = components['schemas'];

export type SystemStatus = Schemas['SystemStatus'];
export type LbStats = Schemas['LoadBalancerStats'];
export type ClusterView = Schemas['GatewayCluster'];
export type Member = ClusterView['members'][number];
export type InDoubtList = Schemas['InDoubtList'];

export interface Proof {
  status: 'BALANCED' | 'IMBALANCED' | 'PENDING';
  checked_at: string | null;
  took_ms?: number | null;
  imbalance: string | null;
  in_flight?: string | null;
  wallets_total?: string | null;
  system_accounts?: Record<string, string>;
  transactions?: { committed: number; aborted: number; open: number };
  discarded_rows?: number;
  hash?: string | null;
  violations?: { code: string; slice: string; sequence: number; detail: string }[];
}

export type FraudAlerts = Schemas['FraudAlerts'];

function useAdmin<T>(name: string, path: string, every: number, query?: Record<string, string | number>) {
  const { role } = useUser();
  return useQuery({
    queryKey: [name, query],
    queryFn: ({ signal }) => api.get<T>(path, query, signal),
    enabled: role === 'admin',
    refetchInterval: (state) => (state.state.error ? Math.max(every, 4000) : every),
    // A dial is asked again anyway: it does not wait for longer than its own beat.
    retryDelay: (failures, error) => waitBefore(failures, error, every),
  });
}

export const useSystemStatus = () => useAdmin<SystemStatus>('system-status', '/admin/system-status', 2500);
export const useLbStats = () => useAdmin<LbStats>('lb-stats', '/admin/lb-stats', 2000);
export const useProof = () => useAdmin<Proof>('proof', '/admin/ledger/proof', 5000);
export const useInDoubt = () => useAdmin<InDoubtList>('in-doubt', '/admin/transactions/in-doubt', 3000);
export const useFraudAlerts = () =>
  useAdmin<FraudAlerts>('fraud-alerts', '/admin/fraud/alerts', 10_000, {
    limit: 20,
  });

/** Where every node, role and slice is. It also tells the addresses of the other gateways. */
export function useCluster() {
  const cluster = useAdmin<ClusterView>('cluster', '/admin/gateway-cluster', 1000);
  const ports = cluster.data?.members.map((member) => member.gateway_port).join();
  useEffect(() => {
    if (ports) learnGateways(ports.split(',').map((port) => `${location.protocol}//${location.hostname}:${port}`));
  }, [ports]);
  return cluster;
}
