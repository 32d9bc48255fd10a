import { expect, type APIRequestContext } from '@playwright/test';
import { readFileSync } from 'node:fs';
import type { Login } from './cluster';

const origin = process.env.PHONEPAY_CONSOLE_URL ?? 'http://127.0.0.1:5000';
const data = process.env.PHONEPAY_DATA ?? new URL('../../data', import.meta.url).pathname;
const shop = 'chai-point';

export function everybody(): Record<'asha' | 'ravi' | 'admin' | 'meena', Login> {
  const all = JSON.parse(readFileSync(`${data}/secrets/demo-logins.json`, 'utf8')) as Login[];
  return Object.fromEntries(all.map((login) => [login.user_id, login])) as Record<'asha', Login> as never;
}

/** One signed-in person who speaks the API. Whatever is sent may be sent again: each order has a key. */
export class Speaker {
  private constructor(
    private readonly request: APIRequestContext,
    private readonly token: string,
  ) {}

  static async as(request: APIRequestContext, login: Pick<Login, 'email' | 'password'>): Promise<Speaker> {
    const answer = await request.post(`${origin}/auth/login`, {
      data: { email: login.email, password: login.password },
    });
    expect(answer.status(), await answer.text()).toBe(200);
    return new Speaker(request, ((await answer.json()) as { token: string }).token);
  }

  async post(path: string, body: object, ...fine: number[]): Promise<Record<string, string>> {
    const answer = await this.request.post(origin + path, {
      data: body,
      headers: { Authorization: `Bearer ${this.token}`, 'Idempotency-Key': crypto.randomUUID() },
    });
    expect([200, ...fine], `${path}: ${await answer.text()}`).toContain(answer.status());
    return (await answer.json()) as Record<string, string>;
  }

  async get<T>(path: string): Promise<T> {
    const answer = await this.request.get(origin + path, { headers: { Authorization: `Bearer ${this.token}` } });
    return (await answer.json()) as T;
  }

  pay = (receiver_id: string, amount: number, note?: string) =>
    this.post('/api/payment/initiate', { receiver_id, amount, note });
}

export async function register(request: APIRequestContext, user_id: string): Promise<Login> {
  const login = { role: 'user', user_id, email: `${user_id}@example.com`, password: `${user_id} keeps a secret` };
  const answer = await request.post(`${origin}/auth/register`, {
    data: { name: user_id[0]?.toUpperCase() + user_id.slice(1), user_id, email: login.email, password: login.password },
  });
  if (answer.status() !== 201) expect((await answer.json()) as object).toMatchObject({ code: /taken/ });
  return login;
}

/** A day in the life: sales, a refund, a closed window, a payout, a blocked payment and a frozen account. */
export async function makeData(request: APIRequestContext): Promise<void> {
  const { asha, ravi, meena, admin } = everybody();
  const customer = await Speaker.as(request, asha);
  const other = await Speaker.as(request, ravi);
  const owner = await Speaker.as(request, meena);
  const operator = await Speaker.as(request, admin);
  await customer.post('/api/wallet/recharge', { amount: 5000 });
  const first = await customer.pay(shop, 240.5, 'Chai for the office');
  await customer.pay(shop, 35, 'Samosa');
  await other.pay(shop, 120, 'Breakfast');
  await owner.post(`/api/payment/${first.transaction_id}/refund`, { amount: 40.5, note: 'Two cups were cold' });
  await owner.post('/merchant/settlements/close', { merchant_id: shop });
  // Refused with 422 where the settlement worker has paid the window out already; either way there is a payout to look at.
  await owner.post('/merchant/payout', { merchant_id: shop }, 202, 422);
  await customer.pay(shop, 18, 'One more chai');
  await other.pay(asha.user_id, 12.34, 'Auto fare');
  await customer.pay(ravi.user_id, 1450, 'Rent share');
  await register(request, 'hacker');
  await customer.pay('hacker', 10);
  await register(request, 'devi');
  await operator.post('/admin/accounts/devi/freeze', { reason: 'Reported as stolen' });
}
