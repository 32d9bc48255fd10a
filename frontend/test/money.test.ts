import { describe, expect, it } from 'vitest';
import { groupWhileTyping, readAmount, rupees, toDecimal, toPaise } from '@/lib/money';

describe('money', () => {
  it('is exact where a float would not be', () => {
    expect(toPaise('0.29') * 100n).toBe(2900n);
    expect(toDecimal(toPaise('9007199254740993.01'))).toBe('9007199254740993.01');
    expect(toPaise('4.35')).toBe(435n);
  });

  it.each([
    ['1', 100n],
    ['1.5', 150n],
    ['1.05', 105n],
    ['₹ 1,23,456.50', 12345650n],
    ['१२.५०', 1250n],
    ['7.', 700n],
  ])('reads %s', (typed, paise) => expect(readAmount(typed)).toBe(paise));

  it.each(['', '0', '0.00', '-1', '1.005', '1e3', 'abc', '1.2.3', '99999999999999'])('refuses %j', (typed) => {
    expect(readAmount(typed)).toBeNull();
  });

  it('groups by lakh and crore', () => {
    expect(rupees(123456789012n)).toBe('₹1,23,45,67,890.12');
    expect(rupees('100.00')).toBe('₹100.00');
    expect(rupees(-5n)).toBe('−₹0.05');
    expect(groupWhileTyping('1234567.899')).toBe('12,34,567.89');
    expect(groupWhileTyping('.5')).toBe('0.5');
  });

  it('survives the way there and back for all small amounts', () => {
    for (let paise = 1n; paise < 20_000n; paise++) expect(readAmount(rupees(paise))).toBe(paise);
  });
});
