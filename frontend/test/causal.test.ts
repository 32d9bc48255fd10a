import { expect, it } from 'vitest';
import { draw, type LogStep } from '@/features/xray/causal';

let lamport = 0;
const step = (
  node: string,
  service: string,
  event: LogStep['event'],
  name: string,
  from: string,
  to: string,
  detail = '',
) => ({ lamport: ++lamport, at: '', node, service, step: name, event, from, to, detail }) satisfies LogStep;

const log = [
  step('node-1', 'gateway', 'SENT', 'FORWARD', 'gateway', 'api'),
  step('node-2', 'api', 'RECEIVED', 'FORWARD', 'gateway', 'api'),
  step('node-2', 'api', 'SENT', 'REQUEST', 'api', 'transactions-3'),
  step('node-1', 'transactions-3', 'RECEIVED', 'REQUEST', 'api', 'transactions-3'),
  step('node-1', 'transactions-3', 'SENT', 'PREPARE', 'transactions-3', 'wallets-5', 'hold'),
  step('node-1', 'transactions-3', 'SENT', 'PREPARE', 'transactions-3', 'wallets-5', 'can-receive'),
  step('node-2', 'wallets-5', 'RECEIVED', 'PREPARE', 'transactions-3', 'wallets-5', 'can-receive'),
  step('node-1', 'transactions-3', 'SENT', 'PREPARE', 'transactions-3', 'wallets-5', 'hold'),
  step('node-3', 'wallets-5', 'RECEIVED', 'PREPARE', 'transactions-3', 'wallets-5', 'hold'),
  step('node-1', 'transactions-3', 'DONE', 'DECISION', 'transactions-3', 'transactions-3', 'COMMIT'),
];

it('joins the two ends of each message, and leaves one open that nobody is known to have received', () => {
  const { arrows, decision } = draw(log);
  expect(arrows.map(({ sent, received }) => [sent, received])).toEqual([
    [0, 1],
    [2, 3],
    [4, 8],
    [5, 6],
    [7, null],
  ]);
  expect(arrows.every(({ sent, received }) => received === null || received > sent)).toBe(true);
  expect(decision).toBe(9);
});

it('gives a slice one lane wherever it is, and each node its own gateway and API', () => {
  const { lanes, laneOf } = draw([...log, step('node-3', 'api', 'RECEIVED', 'FORWARD', 'gateway', 'api')]);
  expect(lanes.map(({ service, nodes }) => [service, nodes.join()])).toEqual([
    ['gateway', 'node-1'],
    ['api', 'node-2'],
    ['api', 'node-3'],
    ['transactions-3', 'node-1'],
    ['wallets-5', 'node-2,node-3'],
  ]);
  expect(laneOf).toHaveLength(log.length + 1);
  expect(laneOf.at(-1)).toBe(2);
});

it('draws nothing of nothing', () => {
  expect(draw([])).toEqual({ lanes: [], laneOf: [], arrows: [], decision: -1 });
});
