import { chromium, type Browser, type Page } from 'playwright-core';
import type { SignedInClient } from '../support/start-api';

/** The browser that `npm test` found, or the system's own. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });

interface Desk {
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
  readonly colorScheme?: 'light' | 'dark';
}

/** A page of its own at a desk or on a phone, with the session of somebody who is signed in. */
export async function pageOf(browser: Browser, { url, sessionCookie }: SignedInClient, desk: Desk = {}): Promise<Page> {
  const { width = 1280, height = 800, locale = 'en-GB', colorScheme = 'light' } = desk;
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    reducedMotion: 'reduce',
    locale,
    colorScheme,
  });
  const [name = '', value = ''] = sessionCookie.split('=');
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  // Shorter than a story, so that a failure names the step that waited in vain.
  page.setDefaultTimeout(10_000);
  return page;
}

/** Waits until an expression is true in the page, or for two seconds: what it says is looked at afterwards. The page itself lets nobody evaluate text. */
export async function settled(page: Page, expression: string): Promise<void> {
  for (const end = Date.now() + 2_000; Date.now() < end && !(await page.evaluate<boolean>(expression));)
    await page.waitForTimeout(50);
}
