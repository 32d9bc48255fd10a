import type { Step, Timeline } from '@/lib/api/routes';
import { toPaise, type Paise } from '@/lib/money';
import type { Heard, RoundTrip } from '@/lib/round-trips';

export const LANES = ['client', 'api', 'transaction', 'payer', 'payee', 'fraud', 'journal', 'kafka'] as const;
export type Lane = (typeof LANES)[number];

/** One recorded thing, in causal order. Durable ones are rows of the journal; the browser's own are what it measured. */
export interface Moment {
  key: string;
  lane: Lane;
  what: string;
  at: number;
  /** Milliseconds after the first durable step; null where the clock is another one (the browser's). */
  after: number | null;
  step: Step | null;
  /** The moments without which this one cannot have happened. */
  causes: string[];
}

export interface Story {
  moments: Moment[];
  lanes: { lane: Lane; where: string }[];
  /** Index of the moment at which the decision was on disk; -1 while there is none. */
  decision: number;
  committed: boolean;
  postings: Posting[];
}

export interface Posting {
  key: string;
  from: string;
  to: string;
  amount: Paise;
  /** The moment that posts it. */
  moment: number;
}

// The protocol's order. Clocks of two nodes may differ, causality may not.
const PHASE: Record<string, number> = {
  Initiated: 0,
  Screened: 1,
  Held: 1,
  HoldRefused: 1,
  Decided: 2,
  PresumedAborted: 2,
  Captured: 3,
  Credited: 3,
  Released: 3,
  Completed: 4,
};
const CAUSES: Record<string, string[]> = {
  Screened: ['Initiated'],
  Held: ['Initiated'],
  HoldRefused: ['Initiated'],
  Decided: ['Screened', 'Held', 'HoldRefused'],
  PresumedAborted: [],
  Captured: ['Decided'],
  Credited: ['Decided'],
  Released: ['Decided', 'PresumedAborted'],
  Completed: ['Captured', 'Credited', 'Released'],
};

export function tell(timeline: Timeline, trip: RoundTrip | null, heard: Heard | null = null): Story {
  const steps = [...timeline.steps].sort(
    (a, b) =>
      (PHASE[a.what] ?? 2.5) - (PHASE[b.what] ?? 2.5) || Date.parse(a.at) - Date.parse(b.at) || a.sequence - b.sequence,
  );
  const zero = Math.min(...steps.map((step) => Date.parse(step.at)));
  const durable = steps.map((step, index) => asMoment(step, index, zero));
  const causes = (what: string) =>
    durable.filter((moment) => CAUSES[what]?.includes(moment.what)).map((moment) => moment.key);
  for (const moment of durable) moment.causes = causes(moment.what);
  const answered = trip && durable.length ? withTrip(durable, trip) : durable;
  const moments = heard && durable.length ? [...answered, announced(durable, heard)] : answered;
  return {
    moments,
    lanes: lanesOf(moments, trip, heard),
    decision: moments.findIndex((moment) => moment.what === 'Decided' || moment.what === 'PresumedAborted'),
    committed: moments.some((moment) => moment.step?.facts.decision === 'COMMIT'),
    postings: postingsOf(moments),
  };
}

function asMoment(step: Step, index: number, zero: number): Moment {
  const lane = (LANES as readonly string[]).includes(step.who) ? (step.who as Lane) : 'transaction';
  const at = Date.parse(step.at);
  return { key: `${index}-${step.what}`, lane, what: step.what, at, after: at - zero, step, causes: [] };
}

/** The answer follows the decision and both second-phase acknowledgements; Completed rides in a later row. */
function withTrip(durable: Moment[], trip: RoundTrip): Moment[] {
  const sent: Moment = {
    key: 'sent',
    lane: 'client',
    what: 'Sent',
    at: trip.sentAt,
    after: null,
    step: null,
    causes: [],
  };
  const before = durable.filter((moment) => moment.what !== 'Completed');
  const answered: Moment = {
    key: 'answered',
    lane: 'client',
    what: 'Answered',
    at: trip.answeredAt,
    after: null,
    step: null,
    causes: before.length ? [before.at(-1)?.key ?? ''] : [],
  };
  const first = durable.find((moment) => moment.what === 'Initiated');
  if (first) first.causes = ['sent'];
  return [sent, ...before, answered, ...durable.filter((moment) => moment.what === 'Completed')];
}

/** The event of a transaction that has ended, as this page heard it. */
function announced(durable: Moment[], heard: Heard): Moment {
  const cause = durable.findLast((moment) => moment.what === 'Completed' || moment.what === 'Decided');
  return {
    key: 'told',
    lane: 'kafka',
    what: 'Told',
    at: heard.at,
    after: null,
    step: null,
    causes: cause ? [cause.key] : [],
  };
}

function lanesOf(moments: Moment[], trip: RoundTrip | null, heard: Heard | null): Story['lanes'] {
  return LANES.flatMap((lane): Story['lanes'] => {
    if (lane === 'journal') return moments.length ? [{ lane, where: 'Cassandra' }] : [];
    if (lane === 'kafka') return heard ? [{ lane, where: heard.topic }] : [];
    if (lane === 'api') return trip?.servedBy ? [{ lane, where: trip.servedBy }] : [];
    const here = moments.filter((moment) => moment.lane === lane);
    if (!here.length) return [];
    const places = here.flatMap((moment) => (moment.step ? [`${moment.step.slice} · ${moment.step.node}`] : []));
    return [{ lane, where: [...new Set(places)].join(', ') }];
  });
}

function postingsOf(moments: Moment[]): Posting[] {
  return moments.flatMap((moment, index) => {
    const { from, to, amount } = moment.step?.facts ?? {};
    return from && to && amount ? [{ key: moment.key, from, to, amount: toPaise(amount), moment: index }] : [];
  });
}

/** What each account has gained or lost by the postings up to a moment. The sum is always zero. */
export function balancesAfter(story: Story, shown: number): [account: string, change: Paise][] {
  const changes = new Map<string, Paise>();
  for (const posting of story.postings) {
    const amount = posting.moment < shown ? posting.amount : 0n;
    changes.set(posting.from, (changes.get(posting.from) ?? 0n) - amount);
    changes.set(posting.to, (changes.get(posting.to) ?? 0n) + amount);
  }
  return [...changes];
}
