import { defineConfig } from '@playwright/test';

const executablePath = process.env.PHONEPAY_CHROMIUM ?? '/usr/bin/chromium';

// One worker: the tests share one running cluster, and one of them kills a node of it.
export default defineConfig({
  testDir: 'e2e',
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  outputDir: 'test-results/playwright',
  reporter: [['list']],
  use: {
    baseURL: process.env.PHONEPAY_CONSOLE_URL ?? 'http://127.0.0.1:5000',
    locale: 'en-IN',
    timezoneId: 'Asia/Kolkata',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
