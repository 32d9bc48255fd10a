import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { logins, pay, signIn } from './cluster';
import { everybody, makeData } from './made';

// A picture of every screen in both themes at both widths, each looked at by axe, and how far it moved while it came.
// Pictures go to test-results/screens.
const WIDTHS = (process.env.PHONEPAY_SCREEN_WIDTHS ?? '1280,360').split(',').map(Number);
const THEMES = (process.env.PHONEPAY_SCREEN_THEMES ?? 'light,dark').split(',') as ('light' | 'dark')[];
const FOLDER = process.env.PHONEPAY_SCREENS ?? 'test-results/screens';
const EVERYBODY = ['/', '/pay', '/my-qr', '/history', '/notifications', '/merchant', '/profile', '/xray', '/learn'];
// Of what is seen, how much may move by itself while a screen loads. Web vitals call 0.1 good.
const SHIFT_MAX = 0.02;
const ADMINS = ['/control-room', '/cluster', '/drills', '/transactions', '/analytics', '/audit'];

interface Row {
  screen: string;
  theme: string;
  width: number;
  violations: string[];
  shift: number;
}

test.beforeAll(({ request }) => makeData(request));

for (const theme of THEMES) {
  for (const width of WIDTHS) {
    test(`screens, ${theme}, ${width} px`, async ({ browser }) => {
      test.setTimeout(480_000);
      mkdirSync(`${FOLDER}/seen`, { recursive: true });
      const context = await browser.newContext({
        colorScheme: theme,
        viewport: { width, height: width < 500 ? 780 : 900 },
        reducedMotion: 'reduce',
      });
      await context.addInitScript(() => {
        const seen = { value: 0 };
        Object.assign(window, { layoutShift: seen });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
            if (!entry.hadRecentInput) seen.value += entry.value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error' && /Content Security Policy|Minified React/.test(message.text()))
          errors.push(message.text());
      });
      const rows: Row[] = [];
      const look = async (screen: string) => {
        await page.waitForTimeout(screen.startsWith('/control') ? 4500 : 1200);
        // Before the picture, for which the window is made as high as the page.
        const shift = await page.evaluate(
          () => (window as unknown as { layoutShift: { value: number } }).layoutShift.value,
        );
        const name = `${screen.replace(/^\//, '').replaceAll('/', '-') || 'home'}-${theme}-${width}`;
        // What is seen first, as people see it; and the whole page, in which bars that are fixed lie across.
        await page.screenshot({ path: `${FOLDER}/seen/${name}.png` });
        await page.screenshot({ path: `${FOLDER}/${name}.png`, fullPage: true });
        const axe = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
        );
        const violations = axe.violations.map(
          (one) =>
            `${one.id}: ${one.nodes
              .map((node) => node.target.join(' '))
              .slice(0, 3)
              .join(' | ')}`,
        );
        if (wide) violations.push('scrolls sideways');
        if (shift > SHIFT_MAX) violations.push(`moves by ${shift.toFixed(3)} while it loads`);
        rows.push({ screen, theme, width, violations, shift: Math.round(shift * 1000) / 1000 });
      };
      await page.goto('/sign-in');
      await look('/sign-in');
      await page.goto('/sign-in?register=true');
      await look('/register');
      const { asha, ravi, admin } = logins();
      await signIn(page, asha);
      await pay(page, ravi.user_id, '42.00', 'Chai and samosa');
      const paid = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      await look('/receipt');
      await page.getByRole('link', { name: 'How did this happen?' }).click();
      await expect(page.getByText('Completed').first()).toBeVisible();
      await look('/xray-told');
      for (const screen of EVERYBODY) {
        await page.goto(screen);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await look(screen);
      }
      await page.evaluate(() => localStorage.removeItem('phonepay.session'));
      await signIn(page, everybody().meena);
      await page.goto('/merchant');
      await expect(page.getByText('w000001').first()).toBeVisible();
      await look('/merchant-of-a-shop');
      await page
        .getByRole('button', { name: /^Refund ₹/ })
        .first()
        .click();
      await look('/refund-dialog');
      await page.evaluate(() => localStorage.removeItem('phonepay.session'));
      await signIn(page, admin);
      await page.goto(`/xray/${paid}`);
      await expect(page.getByText('Completed').first()).toBeVisible();
      await look('/xray-of-an-operator');
      for (const screen of ADMINS) {
        await page.goto(screen);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await look(screen);
      }
      writeFileSync(`${FOLDER}/axe-${theme}-${width}.json`, JSON.stringify(rows, null, 1));
      for (const row of rows)
        console.log(
          `${row.screen.padEnd(16)} ${row.theme} ${row.width} shift ${row.shift} ${row.violations.length ? row.violations.join('; ') : 'clean'}`,
        );
      expect(errors).toEqual([]);
      expect(rows.flatMap((row) => row.violations.map((violation) => `${row.screen}: ${violation}`))).toEqual([]);
      await context.close();
    });
  }
}
