/** One line of the causal log: what a node saw, numbered by its Lamport clock. */
export interface LogStep {
  lamport: number;
  at: string;
  node: string;
  service: string;
  step: string;
  event: 'SENT' | 'RECEIVED' | 'DONE';
  from: string;
  to: string;
  detail: string | null;
}

export interface CausalLog {
  data: LogStep[];
  has_more: boolean;
  nodes: { node: string; answered: boolean; lost: number; not_copied: number }[];
}

export interface Lane {
  key: string;
  service: string;
  /** A slice that moved meanwhile has been on several. */
  nodes: string[];
}

export interface Arrow {
  /** Rows of the log. A message that nobody is known to have received has no end. */
  sent: number;
  received: number | null;
}

export interface Drawing {
  lanes: Lane[];
  /** The lane of each row. */
  laneOf: number[];
  arrows: Arrow[];
  /** The row in which the decision was on disk; -1 where the log does not have it. */
  decision: number;
}

const ORDER = ['gateway', 'api', 'transactions', 'wallets', 'fraud'];
const rank = (service: string) => {
  const place = ORDER.indexOf(service.replace(/-\d+$/, ''));
  return place < 0 ? ORDER.length : place;
};
const isSlice = (service: string) => /-\d+$/.test(service);

/** A slice is one lane wherever it is; a gateway or an API is another one on each node. */
const keyOf = ({ service, node }: LogStep) => (isSlice(service) ? service : `${service} ${node}`);

/** The log is in causal order already: each row is caused by rows above it only. */
export function draw(steps: LogStep[]): Drawing {
  const lanes = lanesOf(steps);
  const index = new Map(lanes.map(({ key }, lane) => [key, lane]));
  return {
    lanes,
    laneOf: steps.map((step) => index.get(keyOf(step)) ?? 0),
    arrows: arrowsOf(steps),
    decision: steps.findIndex(({ step, event }) => step === 'DECISION' && event === 'DONE'),
  };
}

function lanesOf(steps: LogStep[]): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const step of steps) {
    const key = keyOf(step);
    const lane = lanes.get(key) ?? { key, service: step.service, nodes: [] };
    if (!lane.nodes.includes(step.node)) lane.nodes.push(step.node);
    lanes.set(key, lane);
  }
  // Otherwise in the order in which they appear: the payer's wallet is asked before the payee's.
  return [...lanes.values()].sort((a, b) => rank(a.service) - rank(b.service));
}

/** A message is the pair of its two ends. What was sent again is received by the nearest sending above it. */
function arrowsOf(steps: LogStep[]): Arrow[] {
  const open = new Map<string, Arrow[]>();
  const arrows: Arrow[] = [];
  steps.forEach((step, row) => {
    const message = [step.step, step.from, step.to, step.detail].join('|');
    if (step.event === 'SENT') {
      const arrow = { sent: row, received: null };
      arrows.push(arrow);
      open.set(message, [...(open.get(message) ?? []), arrow]);
    } else if (step.event === 'RECEIVED') {
      const arrow = open.get(message)?.shift();
      if (arrow) arrow.received = row;
    }
  });
  return arrows;
}
