import { expect, it } from 'vitest';
import { readJson, writeJson } from '@/lib/api/json';

it('keeps amounts as the text that was sent', () => {
  expect(readJson('{"amount":0.10,"balance": 9007199254740993.05,"score":0.9,"data":[{"net":-3.00}]}')).toEqual({
    amount: '0.10',
    balance: '9007199254740993.05',
    score: 0.9,
    data: [{ net: '-3.00' }],
  });
});

it('does not touch text that looks like an amount', () => {
  const note = { note: 'she said "amount":5, and \\"amount\\":6}' };
  expect(readJson(JSON.stringify(note))).toEqual(note);
});

it('writes paise as a decimal number and the rest as JSON', () => {
  expect(writeJson({ receiver_id: 'a"b', amount: 5n, note: undefined, list: [1, 'x', null] })).toBe(
    '{"receiver_id":"a\\"b","amount":0.05,"list":[1,"x",null]}',
  );
  expect(writeJson({ amount: 123450n })).toBe('{"amount":1234.50}');
});
