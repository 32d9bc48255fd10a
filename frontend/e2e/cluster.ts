import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';

const run = promisify(execFile);
const project = new URL('../../', import.meta.url).pathname;
const data = process.env.PHONEPAY_DATA ?? `${project}data`;

export interface Login {
  role: string;
  user_id: string;
  email: string;
  password: string;
}

/** The demo accounts of the running cluster. */
export function logins(): { asha: Login; ravi: Login; admin: Login } {
  const all = JSON.parse(readFileSync(`${data}/secrets/demo-logins.json`, 'utf8')) as Login[];
  const [asha, ravi] = all.filter((login) => login.role === 'user');
  const admin = all.find((login) => login.role === 'admin');
  if (!asha || !ravi || !admin) throw new Error('The cluster has no demo accounts.');
  return { asha, ravi, admin };
}

export async function signIn(page: Page, login: Login): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(login.email);
  await page.getByLabel('Password').fill(login.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hello');
}

/** Fills the form, reviews and confirms. Ends at the receipt. */
export async function pay(page: Page, receiver: string, amount: string, note = ''): Promise<void> {
  await page.goto('/pay');
  await fillAndConfirm(page, receiver, amount, note);
}

export async function fillAndConfirm(page: Page, receiver: string, amount: string, note = ''): Promise<void> {
  await page.getByLabel('To', { exact: true }).fill(receiver);
  // Looked up again and again while the slice that knows the name changes hands.
  await expect(page.getByTestId('verified')).toBeVisible({ timeout: 60_000 });
  await page.getByLabel('Amount').fill(amount);
  if (note) await page.getByLabel('Note (optional)').fill(note);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByTestId('confirm').click();
  await expect(page.getByTestId('payment-state')).toBeVisible({ timeout: 60_000 });
}

export async function phonepay(...words: string[]): Promise<string> {
  const { stdout } = await run(`${project}phonepay`, words, { env: process.env, maxBuffer: 1e7 });
  return stdout;
}
