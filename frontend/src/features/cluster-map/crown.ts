import type { ClusterView } from '@/lib/api/operate';

/** Where the coordinator was seen, and how long it was seen nowhere between two nodes. All by this page's own clock. */
export interface Crown {
  node: string | null;
  previous: string | null;
  /** When the previous one was last seen with it. */
  lastSeen: number;
  movedAt: number | null;
  /** Between the last sight on the old node and the first on the new one. */
  tookMs: number | null;
}

export const NO_CROWN: Crown = { node: null, previous: null, lastSeen: 0, movedAt: null, tookMs: null };

export function watchCrown(crown: Crown, view: ClusterView, now: number): Crown {
  const node = view.coordinator.primary;
  if (!node) return crown;
  if (crown.node === null || crown.node === node) return { ...crown, node, lastSeen: now };
  return { node, previous: crown.node, lastSeen: now, movedAt: now, tookMs: now - crown.lastSeen };
}

/** Members that were there and are gone stay on the map, grey, until they come back. */
export interface Seen {
  node: string;
  gatewayPort: number;
  lastSeen: number;
}

export function remember(seen: Seen[], view: ClusterView, now: number): Seen[] {
  const fresh = view.members.map((member) => ({ node: member.node, gatewayPort: member.gateway_port, lastSeen: now }));
  const gone = seen.filter((old) => !fresh.some((member) => member.node === old.node));
  return [...fresh, ...gone].sort((a, b) => a.node.localeCompare(b.node));
}
