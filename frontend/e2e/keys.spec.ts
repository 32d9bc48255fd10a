import { expect, test, type Locator, type Page } from '@playwright/test';
import { signIn } from './cluster';
import { everybody, Speaker } from './made';

// Without a mouse: everything is reached by Tab, and where the focus is can always be seen.
test.describe.configure({ mode: 'serial' });
const { asha, ravi, meena, admin } = everybody();

async function fresh(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
}

/** Presses Tab until it is there. Each place on the way must show that it has the focus. */
async function tabTo(page: Page, wanted: Locator, most = 60): Promise<void> {
  await wanted.waitFor();
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const here = document.activeElement;
      if (!here || here === document.body) return null;
      // A file input lies under its label, which shows the focus for it.
      const shown = here.matches('input[type=file]') ? (here.closest('label') ?? here) : here;
      const style = getComputedStyle(shown);
      return {
        what: here.outerHTML.slice(0, 120),
        ring: style.outlineStyle !== 'none' && parseInt(style.outlineWidth) >= 2,
      };
    });
    if (seen) expect(seen.ring, `focus is visible on ${seen.what}`).toBe(true);
    if (await wanted.evaluate((node) => node === document.activeElement)) return;
  }
  throw new Error('Tab does not lead there.');
}

/** Tab and Shift+Tab stay inside an open dialog (or leave for the browser's own controls, never for the page behind). */
async function expectTrap(page: Page): Promise<void> {
  for (let presses = 0; presses < 8; presses++) {
    await page.keyboard.press(presses < 5 ? 'Tab' : 'Shift+Tab');
    const inside = await page.evaluate(() => {
      const here = document.activeElement;
      return here === document.body || here === null || here.closest('dialog[open]') !== null;
    });
    expect(inside, 'focus stays in the dialog').toBe(true);
  }
}

test('pays', async ({ page }) => {
  await fresh(page);
  await signIn(page, asha);
  await page.goto('/pay');
  await tabTo(page, page.getByLabel('To', { exact: true }));
  await page.keyboard.type(ravi.user_id);
  await expect(page.getByTestId('verified')).toBeVisible();
  await tabTo(page, page.getByLabel('Amount'));
  await page.keyboard.type('3.25');
  await tabTo(page, page.getByRole('button', { name: 'Continue' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Is this right?' })).toBeFocused();
  await tabTo(page, page.getByTestId('confirm'));
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('payment-state')).toHaveText('Paid', { timeout: 60_000 });
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('refunds', async ({ page, request }) => {
  await fresh(page);
  const customer = await Speaker.as(request, asha);
  const sold = await customer.pay('chai-point', 21, 'Keyboard chai');
  await signIn(page, meena);
  await page.goto('/merchant');
  const refund = page.getByRole('button', { name: 'Refund ₹21.00 to asha' });
  await tabTo(page, refund);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Refund to asha' });
  await expect(dialog).toBeVisible();
  await expectTrap(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(refund).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.getByLabel('Amount').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('6');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden({ timeout: 30_000 });
  await expect
    .poll(async () => (await customer.get<{ refunded: number }>(`/api/payment/status/${sold.transaction_id}`)).refunded)
    .toBe(6);
});

test('freezes and unfreezes', async ({ page, request }) => {
  await fresh(page);
  await signIn(page, admin);
  await page.goto('/transactions');
  for (const [action, status] of [
    ['Freeze', 'FROZEN'],
    ['Unfreeze', 'ACTIVE'],
  ] as const) {
    await tabTo(page, page.getByLabel('Account id'), 120);
    await page.keyboard.press('Control+A');
    await page.keyboard.type(ravi.user_id);
    await tabTo(page, page.getByLabel('Action', { exact: true }));
    await page.keyboard.type(action);
    await tabTo(page, page.getByLabel('Reason', { exact: true }));
    await page.keyboard.type('Tried by keyboard');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    if (action === 'Freeze') {
      await expect(dialog).toBeVisible();
      await expectTrap(page);
      await dialog.getByRole('textbox').focus();
      await page.keyboard.type(ravi.user_id);
      await page.keyboard.press('Enter');
    }
    const operator = await Speaker.as(request, ravi);
    await expect.poll(async () => (await operator.get<{ status: string }>('/api/wallet/balance')).status).toBe(status);
  }
});

test('starts a drill, watches it, and is told the verdict', async ({ page }) => {
  test.setTimeout(200_000);
  await fresh(page);
  await signIn(page, admin);
  await page.goto('/drills');
  await expect(page.getByText('Drills are switched off'), 'the cluster must be up with --drills').toBeHidden();
  const fault = page.getByLabel('Fault', { exact: true });
  await tabTo(page, fault);
  await page.keyboard.type('Slow');
  await expect(fault).toHaveValue('lag');
  await tabTo(page, page.getByLabel('Seconds that the fault lasts'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('5');
  const start = page.getByRole('button', { name: 'Start the drill' });
  await tabTo(page, start);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Slow network' });
  await expectTrap(page);
  await page.keyboard.press('Escape');
  await expect(start).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.getByRole('textbox').focus();
  await page.keyboard.type('lag');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Running …')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Verdict' })).toBeVisible({ timeout: 150_000 });
  await expect(page.getByText('Payments lost: 0')).toBeVisible();
  // A page that heard nothing of it draws the curve that came with the report.
  const later = await page.context().browser()?.newPage();
  if (!later) throw new Error('no browser');
  await later.route('**/api/events/stream', (route) => route.abort());
  await signIn(later, admin);
  await later.goto('/drills');
  await expect(later.getByRole('img', { name: /^Payments per second during the drill, at most \d/ })).toBeVisible();
  await later.close();
});
