import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { anAccount } from '../builders/an-account';
import { anOpportunity } from '../builders/an-opportunity';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { openBrowser, pageOf } from './open-browser';

const skipped = process.env['BROWSER_STORIES'] === 'skip';
const story = skipped ? test.skip : test;

describe('the palette in a browser', () => {
  let api: RunningApi;
  let browser: Browser;
  let rep: SignedInClient;
  let opportunityId: string;
  let accountId: string;

  beforeAll(async () => {
    if (skipped) return;
    const WEB_DIR = fileURLToPath(new URL('../../dist/web', import.meta.url));
    // The browser keeps cookies by its own clock, so that of the server stands where it really is.
    const clock = new FixedClock(new Date().toISOString());
    [api, browser] = await Promise.all([startApi({ environment: { WEB_DIR }, clock }), openBrowser()]);
    rep = await api.as('rep', { name: 'Ann Lee' });
    accountId = await anAccount(api.database, { name: 'Zephyr Foundry', nameZh: '西風晶圓製造' });
    const amount = { amountMinor: '12500000', currency: 'USD' };
    ({ id: opportunityId } = await anOpportunity(rep, { name: 'Wafer line', accountId, amount }));
    await anOpportunity(rep, { name: 'Another wafer' });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  const field = (page: Page) => page.getByRole('combobox', { name: 'Search, or go anywhere' });
  const option = (page: Page, name: string | RegExp) => page.getByRole('option', { name });
  const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 });

  story('by mouse: a customer leads to what they may buy, a record to its page, an action is done', async () => {
    const page = await pageOf(browser, rep);
    await page.goto('/funnel');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await field(page).fill('zeph');
    await page.getByRole('group', { name: 'Customers' }).getByRole('option', { name: 'Zephyr Foundry' }).click();
    await page.waitForURL(`**/opportunities?account=${accountId}`);
    await page.getByRole('link', { name: 'Zephyr Foundry' }).waitFor();
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await field(page).fill('wafer');
    await option(page, /^Wafer line/).click();
    await page.waitForURL(`**/opportunities/${opportunityId}`);
    await heading(page, 'Wafer line').waitFor();
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await field(page).fill('nobody is called so');
    await page.getByText('Nothing found for “nobody is called so”.').waitFor();
    await option(page, 'Look through all opportunities').click();
    await page.waitForURL('**/opportunities?q=nobody*');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await option(page, 'New opportunity').click();
    await page.getByRole('dialog', { name: 'New opportunity' }).waitFor();
    await page.context().close();
  });

  story('by keys alone: from anywhere to anything, and back to where one was', async () => {
    const colleague = await api.as('rep', { name: 'Mei Wu', teamId: rep.person.teamId });
    const page = await pageOf(browser, colleague);
    await page.goto('/opportunities');
    await page.getByRole('search').getByRole('searchbox').focus();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('wafer');
    // Enter comes long before the answer, and means its first line.
    await page.keyboard.press('Enter');
    await heading(page, 'Wafer line').waitFor();
    await page.getByRole('link', { name: 'Back to the board' }).focus();
    await page.keyboard.press('Control+k');
    expect(await page.getByRole('group', { name: 'Opened last' }).getByRole('option').allInnerTexts()).toEqual([
      'Wafer line\nZephyr Foundry',
    ]);
    await page.keyboard.type('ann');
    await option(page, /^Ann Lee/).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('[role="option"][aria-selected="true"]').innerText()).toContain('Ann Lee');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('wafer line');
    await option(page, /^Wafer line/).waitFor();
    const aside = page.context().waitForEvent('page');
    await page.keyboard.press('Control+Enter');
    await (await aside).waitForURL(`**/opportunities/${opportunityId}`, { waitUntil: 'commit' });
    await heading(await aside, 'Wafer line').waitFor();
    await page.keyboard.press('Escape');
    await field(page).waitFor({ state: 'detached' });
    expect(await page.locator(':focus').innerText()).toBe('Back to the board');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('boa');
    await page.keyboard.press('Enter');
    await heading(page, 'Board').waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('sign out');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/sign-in*');
    expect(await page.evaluate('Object.keys(localStorage).filter((key) => key.startsWith("tandem:recent"))')).toEqual(
      [],
    );
    await page.context().close();
  });

  story(
    'an Enter that chooses characters chooses nothing else, and an older answer never takes the place of a newer',
    async () => {
      const page = await pageOf(browser, rep);
      await page.goto('/board');
      await heading(page, 'Board').waitFor();
      await page.keyboard.press('Control+k');
      await field(page).fill('wafer');
      await option(page, /^Wafer line/).waitFor();
      await field(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
      await field(page).waitFor();
      // The answer to fewer letters comes last.
      await page.route('**/api/v1/search?q=zep&*', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 1200));
        await route.continue().catch(() => undefined);
      });
      await field(page).fill('zep');
      await page.waitForRequest('**/api/v1/search?q=zep&*');
      await field(page).fill('another');
      await option(page, /^Another wafer/).waitFor();
      await page.waitForTimeout(1300);
      expect(await option(page, /Zephyr/).count()).toBe(0);
      await page.context().close();
    },
  );

  story('without a connection it says so, still knows the pages, and goes on when the server is back', async () => {
    const page = await pageOf(browser, rep);
    await page.goto('/board');
    await heading(page, 'Board').waitFor();
    await page.keyboard.press('Control+k');
    await page.route('**/api/v1/**', (route) => route.abort());
    await field(page).fill('wafer');
    await page.getByRole('dialog').getByText('records cannot be searched').waitFor();
    await field(page).fill('meeting');
    await option(page, 'Joint meeting').waitFor();
    await page.unroute('**/api/v1/**');
    await field(page).fill('wafer');
    await option(page, /^Wafer line/).waitFor();
    await page.getByRole('dialog').getByText('records cannot be searched').waitFor({ state: 'detached' });
    await page.context().close();
  });

  story('in Chinese, on a phone, in both colours, with nothing in the way of anybody', async () => {
    const reader = await api.as('rep', { name: 'Lin', locale: 'zh-TW', teamId: rep.person.teamId });
    const page = await pageOf(browser, reader, { width: 390 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto('/board');
      await page.getByRole('button', { name: '搜尋', exact: true }).click();
      const zh = page.getByRole('combobox', { name: '搜尋或前往任何地方' });
      await page.getByRole('option', { name: '看板' }).waitFor();
      expect({ colorScheme, faults: await faultsOf(page) }).toEqual({ colorScheme, faults: [] });
      await zh.fill('晶圓');
      await page.getByRole('group', { name: '客戶' }).getByRole('option', { name: '西風晶圓製造' }).waitFor();
      await page
        .getByRole('group', { name: '商機' })
        .getByRole('option', { name: /Wafer line.*西風晶圓製造/s })
        .waitFor();
      expect({ colorScheme, faults: await faultsOf(page) }).toEqual({ colorScheme, faults: [] });
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }
    await page.context().close();
  });
});

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('[role="dialog"]').analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}
