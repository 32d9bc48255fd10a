import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useUser } from '../session';
import { api } from './client';
import { learnGateways } from './gateways';
import type { Page } from './routes';

export interface SystemStatus {
  [service: string]: unknown;
  nodes: {
    node: string;
    address: string;
    http_port: number;
    gateway_port: number;
    member_state: string;
    reachable: boolean;
    status: string;
    ping_ms: number | null;
    coordinator: boolean;
  }[];
  coordinator: { primary: string | null; backup: string | null };
  services: { name: string; status: string; slices?: number; answering?: number; slowest_ms?: number | null }[];
}

export interface NodeLoad {
  node: string;
  port: number;
  state: string;
  requests: number;
  errors: number;
  retries: number;
  in_flight: string | number;
  avg_latency: number | null;
  p95_latency: number | null;
  requests_per_second: number;
}

export interface LbStats {
  nodes: NodeLoad[];
  window_seconds: number;
  gateways: { node: string; port: number; requests: number; rate_limiter: string }[];
}

export interface Member {
  node: string;
  address: string;
  roles: string[];
  state: string;
  reachable: boolean;
  http_port: number;
  gateway_port: number;
  leader: boolean;
  coordinator: boolean;
  shards: number;
  slices: Record<string, number[]>;
  load: { cpu: number | null; heap_used_mb: number; heap_max_mb: number; requests_in_flight: number } | null;
  uptime_seconds: number | null;
}

export interface ClusterView {
  leader: string | null;
  coordinator: { primary: string | null; backup: string | null };
  members: Member[];
}

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

export interface InDoubt {
  transaction_id: string;
  slice?: string;
  status?: string;
  initiated_at?: string;
  age_ms?: number;
  payer_id?: string;
  payee_id?: string;
  amount?: string;
}

export interface FraudAlert {
  alert_id: string;
  kind: string;
  payer_id: string;
  payee_id: string;
  transaction_id: string;
  amount: string;
  score: number;
  baseline_amount: string | null;
  reasons: string[];
  raised_at: string;
}

function useAdmin<T>(name: string, path: string, every: number, query?: Record<string, string | number>) {
  const { role } = useUser();
  return useQuery({
    queryKey: [name, query],
    queryFn: ({ signal }) => api.get<T>(path, query, signal),
    enabled: role === 'admin',
    refetchInterval: (state) => (state.state.error ? Math.max(every, 4000) : every),
    retry: false,
  });
}

export const useSystemStatus = () => useAdmin<SystemStatus>('system-status', '/admin/system-status', 2500);
export const useLbStats = () => useAdmin<LbStats>('lb-stats', '/admin/lb-stats', 2000);
export const useProof = () => useAdmin<Proof>('proof', '/admin/ledger/proof', 5000);
export const useInDoubt = () => useAdmin<Page<InDoubt>>('in-doubt', '/admin/transactions/in-doubt', 3000);
export const useFraudAlerts = () =>
  useAdmin<{ alerts: FraudAlert[]; next_cursor: string | null }>('fraud-alerts', '/admin/fraud/alerts', 10_000, {
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
