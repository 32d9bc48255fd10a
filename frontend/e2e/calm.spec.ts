import { expect, test, type Page } from '@playwright/test';
import { en } from '../src/lib/i18n/en';
import { fillAndConfirm, logins, signIn } from './cluster';
import { everybody, Speaker } from './made';

// What a person sees while something is slow, limited, away or in another language. Only answers are bent; the cluster is real.
const PAY = '**/api/payment/initiate';
const limited = (seconds: number) => ({
  status: 429,
  contentType: 'application/problem+json',
  headers: { 'Retry-After': String(seconds) },
  body: JSON.stringify({
    type: '/errors/rate_limited',
    title: 'Too many requests',
    status: 429,
    detail: 'That was too often.',
    instance: '/',
    code: 'rate_limited',
    request_id: 'req_test',
    retryable: true,
  }),
});

async function atPay(page: Page): Promise<void> {
  await signIn(page, logins().asha);
  await page.goto('/pay');
}

test('shows a payment that is not decided as under way, never as failed, and its end without a reload', async ({
  page,
}) => {
  let asked = 0;
  const pending = (id: string, paid: object) => ({
    ...paid,
    transaction_id: id,
    status: 'PENDING',
    utr: undefined,
    resolve_by: new Date(Date.now() + 20_000).toISOString(),
    next_check_at: new Date(Date.now() + 1500).toISOString(),
  });
  let order: { transaction_id: string } | undefined;
  await page.route(PAY, async (route) => {
    const answer = await route.fetch();
    order = (await answer.json()) as { transaction_id: string };
    await route.fulfill({ status: 202, json: pending(order.transaction_id, order) });
  });
  await page.route('**/api/payment/status/*', async (route) => {
    if (++asked > 2 || !order) return route.continue();
    return route.fulfill({ json: pending(order.transaction_id, order) });
  });
  await atPay(page);
  await fillAndConfirm(page, logins().ravi.user_id, '1.50');
  await expect(page.getByTestId('payment-state')).toHaveText('Under way');
  await expect(page.getByText('The money is held, not lost.', { exact: false })).toBeVisible();
  await expect(page.getByText('Not paid')).toBeHidden();
  await expect(page.getByTestId('payment-state')).toHaveText('Paid', { timeout: 30_000 });
});

test('waits as long as a rate limit says, says so, and pays once', async ({ page, request }) => {
  const keys: string[] = [];
  await page.route(PAY, async (route) => {
    keys.push(route.request().headers()['idempotency-key'] ?? '');
    await (keys.length === 1 ? route.fulfill(limited(3)) : route.continue());
  });
  const asha = await Speaker.as(request, logins().asha);
  const before = await asha.get<{ balance: number }>('/api/wallet/balance');
  await atPay(page);
  await page.getByLabel('To', { exact: true }).fill(logins().ravi.user_id);
  await expect(page.getByTestId('verified')).toBeVisible();
  await page.getByLabel('Amount').fill('2');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByTestId('confirm').click();
  await expect(page.getByText(/Too many requests\. Sent again in [123] s/).first()).toBeVisible();
  await expect(page.getByTestId('payment-state')).toHaveText('Paid', { timeout: 30_000 });
  expect(new Set(keys).size).toBe(1);
  const after = await asha.get<{ balance: number }>('/api/wallet/balance');
  expect(Math.round((before.balance - after.balance) * 100)).toBe(200);
});

test('reads again by itself what was refused, and says that it does', async ({ page }) => {
  await signIn(page, logins().asha);
  let refusals = 0;
  await page.route('**/api/transactions/history**', (route) =>
    ++refusals <= 2 ? route.fulfill(limited(2)) : route.continue(),
  );
  await page.goto('/history');
  await expect(page.getByText(/Too many requests in a short time\. Asking again in/).first()).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(page.getByRole('link', { name: /ravi/ }).first()).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Too many requests', { exact: false }).first()).toBeHidden();
});

test('says that it is offline, and goes on when it is not', async ({ page, context }) => {
  await signIn(page, logins().asha);
  await page.getByRole('link', { name: 'Pay', exact: true }).first().click();
  const to = page.getByLabel('To', { exact: true });
  await to.waitFor();
  await context.setOffline(true);
  // Somebody whom the home screen has not looked up already for its list of people.
  await to.fill(everybody().meena.user_id);
  await expect(page.getByText('This browser is offline.', { exact: false }).first()).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByTestId('verified')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Live', { exact: true })).toBeVisible({ timeout: 30_000 });
});

function phrases(catalogue: object): string[] {
  return Object.values(catalogue).flatMap((value: unknown) =>
    typeof value === 'string' ? [value] : phrases(value as object),
  );
}

test('speaks Hindi on every screen', async ({ page }) => {
  const english = new Set(phrases(en).filter((text) => /[a-z]{3}/.test(text) && !text.includes('{{')));
  await signIn(page, logins().admin);
  await page.getByRole('button', { name: 'हिन्दी में देखें' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'hi');
  for (const screen of ['', 'pay', 'my-qr', 'history', 'notifications', 'merchant', 'profile', 'xray', 'learn'].concat([
    'control-room',
    'cluster',
    'drills',
    'transactions',
    'audit',
  ])) {
    await page.goto(`/${screen}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/[\u0900-\u097f]/);
    await expect(page.locator('main .animate-pulse')).toHaveCount(0);
    const said = await page.evaluate(() => {
      const texts: string[] = [];
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        const node = walk.currentNode;
        if (!node.parentElement?.closest('[lang=en], script, style')) texts.push(node.textContent?.trim() ?? '');
      }
      return texts.concat(
        [...document.querySelectorAll('[aria-label]')].map((one) => one.getAttribute('aria-label') ?? ''),
      );
    });
    expect(
      said.filter((text) => english.has(text)),
      `/${screen}`,
    ).toEqual([]);
    // What the server wrote is told in the console's own words.
    await expect(page.locator('main [lang=en]'), `English on /${screen}`).toHaveCount(0);
  }
});

test('moves nothing where less motion is wanted', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page, logins().asha);
  const longest = await page.evaluate(() =>
    Math.max(
      0,
      ...[...document.querySelectorAll('*')].flatMap((node) => {
        const style = getComputedStyle(node);
        return `${style.animationDuration},${style.transitionDuration}`
          .split(',')
          .map((time) => Number(time.trim().replace(/m?s$/, '')) * (time.includes('ms') ? 1 : 1000) || 0);
      }),
    ),
  );
  expect(longest).toBeLessThan(1);
});
