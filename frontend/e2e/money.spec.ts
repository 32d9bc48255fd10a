import { expect, test, type Page } from '@playwright/test';
import { fillAndConfirm, logins, pay, phonepay, signIn } from './cluster';

// One story on the running cluster, in the order in which a person would live it.
test.describe.configure({ mode: 'serial' });

let page: Page;
const name = `e2e${Date.now().toString(36)}`;
const balance = async () => {
  const reveal = page.getByRole('button', { name: 'Show the balance' });
  if ((await reveal.getAttribute('aria-pressed')) !== 'true') await reveal.click();
  await expect(page.getByTestId('balance')).toContainText('₹');
  return page.getByTestId('balance');
};

test.beforeAll(async ({ browser }) => {
  page = await browser.newPage();
});
test.afterAll(() => page.close());

test('registers and is signed in', async () => {
  await page.goto('/sign-in?register=true');
  await page.getByLabel('Your name').fill('Meera Iyer');
  await page.getByLabel('E-mail').fill(`${name}@example.com`);
  await page.getByLabel('User id (optional)').fill(name);
  await page.getByLabel('Password').fill('correct horse battery');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hello, Meera');
  await expect(await balance()).toHaveText('₹1,000.00');
});

test('pays once though the button is pressed twice, and sees the receipt', async () => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/payment/initiate'))
      sent.push(request.headers()['idempotency-key'] ?? '');
  });
  await page.goto('/pay');
  await page.getByLabel('To', { exact: true }).fill(`${logins().ravi.user_id}@phonepay`);
  await expect(page.getByTestId('verified')).toContainText('Registered name');
  await page.getByLabel('Amount').fill('123.45');
  await page.getByLabel('Note (optional)').fill('Lunch');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByTestId('confirm').dblclick();
  await expect(page.getByTestId('payment-state')).toHaveText('Paid');
  await expect(page.getByTestId('utr')).toHaveText(/^\d{12}$/);
  expect(new Set(sent).size).toBe(1);
  await page.goto('/');
  await expect(await balance()).toHaveText('₹876.55');
});

test('refuses what cannot be paid, in words, and moves nothing', async () => {
  await pay(page, logins().ravi.user_id, '4,999.00');
  await expect(page.getByTestId('payment-state')).toHaveText('Not paid');
  await expect(page.getByText('No money has moved.')).toBeVisible();
  await page.goto('/');
  await expect(await balance()).toHaveText('₹876.55');
});

test('keeps the key of a payment whose answer was lost, through a reload', async () => {
  const keys: string[] = [];
  await page.route('**/api/payment/initiate', async (route) => {
    keys.push(route.request().headers()['idempotency-key'] ?? '');
    // The server carries it out, the answer never arrives.
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.goto('/pay');
  await page.getByLabel('To', { exact: true }).fill(logins().ravi.user_id);
  await expect(page.getByTestId('verified')).toBeVisible();
  await page.getByLabel('Amount').fill('10');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByTestId('confirm').click();
  await expect(page.getByText('No answer yet, asking again')).toBeVisible();
  // An answer may be under way to be lost just now.
  await page.unrouteAll({ behavior: 'wait' });
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/payment/initiate'))
      keys.push(request.headers()['idempotency-key'] ?? '');
  });
  await page.reload();
  await expect(page.getByTestId('payment-state')).toHaveText('Paid', { timeout: 30_000 });
  expect(keys.length).toBeGreaterThan(1);
  expect(new Set(keys).size).toBe(1);
  await page.goto('/');
  await expect(await balance()).toHaveText('₹866.55');
});

test('shows in the X-ray what the journal recorded', async () => {
  await pay(page, logins().ravi.user_id, '5.05', 'for the X-ray');
  await page.getByRole('link', { name: 'How did this happen?' }).click();
  for (const step of ['Initiated', 'Held', 'Screened', 'Decided', 'Captured', 'Credited', 'Completed']) {
    await expect(page.getByRole('listitem').filter({ hasText: step }).first()).toBeVisible();
  }
  await expect(page.getByText('Decision persisted.', { exact: false }).first()).toBeVisible();
  await expect(page.getByRole('row', { name: /Sum/ })).toContainText('₹0.00');
});

test('goes on when the node with the coordinator is killed', async () => {
  const { admin } = logins();
  const operator = await page.context().browser()?.newPage();
  if (!operator) throw new Error('no browser');
  await signIn(operator, admin);
  await operator.getByRole('link', { name: 'Cluster map' }).first().click();
  await expect(operator.getByText(/is the coordinator/)).toBeVisible();
  const crowned =
    /(node-\d+) is the coordinator/.exec((await operator.getByRole('status').allInnerTexts()).join(' '))?.[1] ?? '';
  expect(crowned).toMatch(/^node-\d+$/);

  // The customer's page is open already, as it would be.
  await page.goto('/pay');
  await expect(page.getByLabel('To', { exact: true })).toBeVisible();
  await phonepay('node', 'kill', crowned.replace('node-', ''));
  await fillAndConfirm(page, logins().ravi.user_id, '7.50', 'after the kill');
  await expect(page.getByTestId('payment-state')).toHaveText('Paid', { timeout: 60_000 });

  await expect(operator.getByText(new RegExp(`The crown moved from ${crowned} to node-`))).toBeVisible({
    timeout: 60_000,
  });
  await operator.close();
});

test('proves that no money was lost or made', async ({ request }) => {
  const { admin } = logins();
  const origins = [0, 10, 20].map(
    (step) => new URL(`http://127.0.0.1:${Number(new URL(page.url()).port) + step}`).origin,
  );
  let proof;
  let living = '';
  for (const origin of origins) {
    const login = await request
      .post(`${origin}/auth/login`, { data: { email: admin.email, password: admin.password } })
      .catch(() => null);
    if (!login?.ok()) continue;
    living = origin;
    const { token } = (await login.json()) as { token: string };
    proof = await request.get(`${origin}/admin/ledger/proof`, { headers: { Authorization: `Bearer ${token}` } });
    break;
  }
  expect(proof?.status()).not.toBe(404);
  // The gateway that served the first page may be the one that was killed.
  const operator = await page.context().browser()?.newPage({ baseURL: living });
  if (!operator) throw new Error('no browser');
  await signIn(operator, admin);
  await operator.goto('/control-room');
  await expect(operator.getByTestId('imbalance')).toHaveText('₹0.00', { timeout: 90_000 });
  await operator.close();
});
