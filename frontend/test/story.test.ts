import { describe, expect, it } from 'vitest';
import { balancesAfter, tell } from '@/features/xray/story';
import type { Timeline } from '@/lib/api/routes';

const at = (ms: number) => new Date(1_800_000_000_000 + ms).toISOString();
const step = (what: string, who: string, ms: number, facts: Record<string, string> = {}) => ({
  what,
  who,
  slice: `${who}-1`,
  node: 'node-1',
  epoch: 1,
  sequence: ms,
  at: at(ms),
  facts,
});
const money = { amount: '100.00' };

// The payer's clock is behind: causality must win over time.
const paid: Timeline = {
  transaction_id: `T${'0'.repeat(36)}`,
  status: 'SUCCESS',
  steps: [
    step('Held', 'payer', -3, money),
    step('Completed', 'transaction', 30),
    step('Credited', 'payee', 12, { from: 'clearing', to: 'ravi', ...money }),
    step('Initiated', 'transaction', 0, money),
    step('Captured', 'payer', 11, { from: 'asha', to: 'clearing', ...money }),
    step('Screened', 'fraud', 4, { score: '0.1' }),
    step('Decided', 'transaction', 9, { decision: 'COMMIT' }),
  ],
};

describe('the story of a payment', () => {
  const story = tell(paid, null);

  it('puts every cause before its effect', () => {
    const position = new Map(story.moments.map((moment, index) => [moment.key, index]));
    for (const moment of story.moments) {
      for (const cause of moment.causes) expect(position.get(cause)).toBeLessThan(position.get(moment.key) ?? -1);
    }
    expect(story.moments[0]?.what).toBe('Initiated');
    expect(story.moments.at(-1)?.what).toBe('Completed');
  });

  it('has the decision between the phases', () => {
    expect(story.moments[story.decision]?.what).toBe('Decided');
    expect(story.committed).toBe(true);
  });

  it('adds up to zero at every moment', () => {
    for (let shown = 0; shown <= story.moments.length; shown++) {
      expect(balancesAfter(story, shown).reduce((sum, [, change]) => sum + change, 0n)).toBe(0n);
    }
    expect(Object.fromEntries(balancesAfter(story, story.moments.length))).toEqual({
      asha: -10000n,
      clearing: 0n,
      ravi: 10000n,
    });
  });

  it('draws only lanes that something was recorded in', () => {
    expect(story.lanes.map(({ lane }) => lane)).toEqual(['transaction', 'payer', 'payee', 'fraud', 'journal']);
  });

  it('adds what the browser measured', () => {
    const trip = { sentAt: 1, answeredAt: 40, servedBy: 'node-2', gateway: '', attempts: 1 };
    const told = tell(paid, trip);
    expect(told.moments[0]?.what).toBe('Sent');
    expect(told.moments.at(-2)?.what).toBe('Answered');
    expect(told.lanes.map(({ lane }) => lane)).toContain('api');
  });
});

it('tells of a refused hold without postings', () => {
  const story = tell(
    {
      transaction_id: paid.transaction_id,
      status: 'FAILED',
      steps: [
        step('Initiated', 'transaction', 0),
        step('HoldRefused', 'payer', 2),
        step('Decided', 'transaction', 5, { decision: 'ABORT' }),
      ],
    },
    null,
  );
  expect(story.committed).toBe(false);
  expect(story.postings).toEqual([]);
});
