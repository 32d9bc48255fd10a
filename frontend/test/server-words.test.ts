import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { failureInOwnWords, stepInOwnWords } from '@/features/drills/own-words';
import type { Drill } from '@/features/drills/drill';
import type { components } from '@/lib/api/schema';
import { en } from '@/lib/i18n/en';
import { hi } from '@/lib/i18n/hi';
import { facts, fieldError, fraudReason, inOwnWords, namesAPlace } from '@/lib/i18n/server-words';
import { setLanguage } from '@/lib/i18n/setup';

type Code = components['schemas']['ErrorCode'];

/** The enumeration of the contract, read from the file itself. */
function codes(): string[] {
  const contract = readFileSync('../docs/openapi.yaml', 'utf8');
  const listed = /^ {4}ErrorCode:$.*?enum: \[(.*?)\]/ms.exec(contract)?.[1] ?? '';
  return listed.split(',').map((code) => code.trim());
}

afterEach(() => setLanguage('en'));

describe('every refusal of the contract', () => {
  it.each(codes())('%s has a title and a sentence in English and Hindi', (code) => {
    for (const catalogue of [en, hi]) {
      expect(catalogue.problem[code as Code], 'title').toMatch(/\S/);
      expect(catalogue.detail[code as Code], 'sentence').toMatch(/\S/);
    }
    expect(hi.detail[code as Code]).toMatch(/[\u0900-\u097f]/);
  });

  it('is listed there, and no other has words here', () => {
    expect(codes().length).toBeGreaterThan(80);
    expect(Object.keys(en.problem).sort()).toEqual(codes().sort());
    expect(Object.keys(en.detail).sort()).toEqual(codes().sort());
  });
});

describe('what the server wrote', () => {
  it('stands as it is in English, where it may be more exact', () => {
    expect(inOwnWords('detail', 'insufficient_balance')).toBeNull();
    expect(fieldError('name', 'This must be a text.')).toBe('This must be a text.');
    expect(facts({ limit: 5000 })).toEqual([]);
  });

  it('is told by its code in Hindi, with its numbers', async () => {
    await setLanguage('hi');
    expect(inOwnWords('detail', 'insufficient_balance')).toBe(hi.detail.insufficient_balance);
    expect(inOwnWords('detail', 'a_code_of_next_year')).toBeNull();
    expect(facts({ limit: 5000, remaining: 20 })).toEqual(['सीमा: 5000', 'बचा: 20']);
    expect(fieldError('email', 'This is not an e-mail address.')).toBe(hi.fieldError.email);
    expect(fieldError('email', undefined)).toBeUndefined();
    expect(fieldError('colour', 'No such colour.')).toBe('No such colour.');
    expect(fraudReason('A high first payment to this receiver')).toBe(hi.fraudReason.new_payee);
    expect(fraudReason('A rule of next year')).toBeNull();
  });

  it('is kept beside the translation where it names the place of the mistake', () => {
    expect(namesAPlace('invalid_field')).toBe(true);
    expect(namesAPlace('insufficient_balance')).toBe(false);
  });
});

describe('a drill in Hindi', () => {
  const drill = {
    kind: 'kill-coordinator',
    status: 'FAILED',
    timeline: [
      { what: 'FAULT', detail: 'kill-coordinator of node-1', at: '', after_ms: 0 },
      { what: 'DETECTED', detail: 'by node-2', at: '', after_ms: 1 },
      { what: 'SINGLETON_UP', detail: 'on node-3', at: '', after_ms: 2 },
      { what: 'NOT_WHOLE', detail: '', at: '', after_ms: 3 },
    ],
    measured: {},
    payments: { lost: 0 },
    reason: 'the cluster was not whole again in time',
  } as unknown as Drill;

  it('tells each step and why it failed', async () => {
    expect(drill.timeline.map((step) => stepInOwnWords(drill, step))).toEqual([null, null, null, null]);
    await setLanguage('hi');
    expect(drill.timeline.map((step) => stepInOwnWords(drill, step))).toEqual([
      'समन्वयक को मारें: node-1',
      'node-2 ने देखा',
      'node-3 पर',
      null,
    ]);
    expect(failureInOwnWords(drill)).toBe(hi.drills.failedBecause.notWhole);
    expect(failureInOwnWords({ ...drill, payments: { lost: 1 } })).toBe(hi.drills.failedBecause.payments);
    expect(failureInOwnWords({ ...drill, timeline: [], reason: 'java.lang.IllegalStateException' })).toBeNull();
  });
});
