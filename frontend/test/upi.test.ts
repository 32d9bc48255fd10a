import { expect, it } from 'vitest';
import { toPaise } from '@/lib/money';
import { makeUpi, parseUpi } from '@/lib/upi';

it('reads a link with keys that it does not know, and never believes its name', () => {
  expect(
    parseUpi('UPI://pay?pa=Chai.Point%40phonepay&pn=Your%20Bank&am=12.5&cu=INR&tn=Tea%20%26%20bun&mode=02&sign=x'),
  ).toEqual({
    payee: 'chai.point@phonepay',
    amount: 1250n,
    note: 'Tea & bun',
  });
});

it.each(['', 'https://pay?pa=a@b', 'upi://pay?pn=x', 'upi://pay?pa=a@b&cu=USD', 'upi://mandate?pa=a@b'])(
  'refuses %j',
  (link) => expect(parseUpi(link)).toBeNull(),
);

it('takes an amount that is not exact as none', () => {
  expect(parseUpi('upi://pay?pa=a@b&am=1.005')?.amount).toBeNull();
});

it('reads what it makes', () => {
  for (const amount of [null, 1n, 9999n, toPaise('100000.00')]) {
    expect(parseUpi(makeUpi('asha@phonepay', 'Asha Rao', amount, 'a&b=c'))).toEqual({
      payee: 'asha@phonepay',
      amount,
      note: 'a&b=c',
    });
  }
});
