import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { aHistory } from '../builders/a-history';
import { stageIds } from '../builders/an-opportunity';
import { changed, locked, redated, restated, withdrawn } from '../builders/later-knowledge';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { openBrowser, pageOf } from './open-browser';

const story = process.env['BROWSER_STORIES'] === 'skip' ? test.skip : test;

const noonDaysAgo = (days: number): string => `${dayDaysAgo(days)}T12:00:00.000Z`;
const dayDaysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const shown = (day: string): string => {
  const year = day.slice(0, 4) === dayDaysAgo(0).slice(0, 4) ? undefined : 'numeric';
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year, timeZone: 'UTC' }).format(
    new Date(day),
  );
};

describe('the history of an opportunity in a browser', () => {
  let api: RunningApi;
  let browser: Browser;
  let officer: SignedInClient;
  let id: string;

  beforeAll(async () => {
    if (process.env['BROWSER_STORIES'] === 'skip') return;
    const WEB_DIR = fileURLToPath(new URL('../../dist/web', import.meta.url));
    // The browser keeps cookies by its own clock, so that of the server stands where it really is.
    [api, browser] = await Promise.all([
      startApi({ environment: { WEB_DIR }, clock: new FixedClock(new Date().toISOString()) }),
      openBrowser(),
    ]);
    officer = await api.as('revenue_officer', { name: 'Olga Weber' });
    id = await aStoryWithCorrections();
  });

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  /** Proposed earlier than first told, a negotiation that never was, a win in euros, part of it given back, and a closed month adjusted. */
  async function aStoryWithCorrections(): Promise<string> {
    const rep = await api.as('rep', { name: 'Ann Lee' });
    const opportunity = await aHistory(api, {
      ownerId: rep.person.id,
      teamId: rep.person.teamId as never,
      steps: [
        { at: noonDaysAgo(30), stage: 'prospect', amountMinor: 1_000_000n },
        { at: noonDaysAgo(20), stage: 'propose', amountMinor: 1_000_000n },
      ],
      currency: 'EUR',
    });
    const stages = await stageIds(officer);
    const act = async (answer: Promise<{ status: number; body: unknown }>) => {
      const { status, body } = await answer;
      if (status >= 300) throw new Error(JSON.stringify(body));
    };
    await act(officer.put(`/exchange-rates/EUR/${dayDaysAgo(40)}`, { rate: '1.1' }));
    await act(redated(officer, opportunity, 2, noonDaysAgo(22)));
    await act(changed(officer, opportunity, '/moves', { toStageId: stages['negotiate'], at: noonDaysAgo(15) }));
    await act(withdrawn(officer, opportunity));
    const amount = { amountMinor: '1000000', currency: 'EUR' };
    const win = { toStageId: stages['implement'], amount, closeDate: dayDaysAgo(10), at: noonDaysAgo(10) };
    await act(changed(officer, opportunity, '/moves', win));
    const part = { amountMinor: '200000', currency: 'EUR' };
    await act(changed(officer, opportunity, '/credits', { amount: part, note: 'Two seats were never used' }));
    await act(restated(officer, 'EUR', dayDaysAgo(12), '1.2'));
    await act(locked(officer, dayDaysAgo(5)));
    const less = { amount: { amountMinor: '-50000', currency: 'EUR' }, adjustsDate: dayDaysAgo(10) };
    await act(changed(officer, opportunity, '/adjustments', { ...less, note: 'Billed too much' }));
    return opportunity;
  }

  const entry = (page: Page, text: string): Locator =>
    page.getByRole('region', { name: 'History' }).locator('ol > li').filter({ hasText: text });

  const open = async (desk?: Parameters<typeof pageOf>[2]): Promise<Page> => {
    const page = await pageOf(browser, officer, desk);
    await page.goto(`/opportunities/${id}`);
    await entry(page, 'Credited').waitFor();
    return page;
  };

  story('what was taken back is struck through and leads by keys alone to who did so, and back', async () => {
    const page = await open();
    const gone = page.locator('#row-4');
    await gone.locator('del', { hasText: 'Propose → Negotiate' }).waitFor();
    await gone.getByText('taken back', { exact: true }).waitFor();
    await gone.getByRole('link', { name: 'Taken back by Olga Weber' }).focus();
    await page.keyboard.press('Enter');
    const correction = entry(page, 'Taken back: Propose → Negotiate');
    expect(await correction.evaluate((line) => line === line.ownerDocument.activeElement)).toBe(true);
    expect(await correction.textContent()).toContain('it was told wrongly');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await gone.evaluate((line) => line === line.ownerDocument.activeElement)).toBe(true);
    await page.context().close();
  });

  story('what was given another date stands on it, and the stages are entered as is known now', async () => {
    const page = await open();
    const moved = page.locator('#row-2');
    expect(await moved.textContent()).toContain('given another date');
    expect(await moved.textContent()).toMatch(/First told as/);
    const stages = page.getByRole('list', { name: 'Stages' });
    const stage = (name: string) => stages.getByRole('listitem').filter({ hasText: name });
    expect(await stage('Propose').textContent()).toContain(shown(dayDaysAgo(22)));
    expect(await stage('Negotiate').textContent()).not.toContain(shown(dayDaysAgo(15)));
    await page.context().close();
  });

  story(
    'money that was given back, adjusted or valued anew says so, with its sign, its reason and what it is about',
    async () => {
      const page = await open();
      const credit = entry(page, 'Credited −€2,000');
      expect(await credit.textContent()).toContain('Two seats were never used');
      await credit
        .getByRole('link', { name: `Gives back part of what was booked on ${shown(dayDaysAgo(10))}` })
        .click();
      const booked = entry(page, 'Booked €10,000');
      expect(await booked.evaluate((line) => line === line.ownerDocument.activeElement)).toBe(true);
      const adjustment = await entry(page, 'Adjusted by −€500').textContent();
      expect(adjustment).toContain('Billed too much');
      expect(adjustment).toContain(`as restated on ${shown(dayDaysAgo(10))}`);
      const revalued = await entry(page, 'Restated: €10,000 is worth US$12,000').textContent();
      expect(revalued).toContain('Worth US$11,000 before');
      expect(revalued).toContain('Olga Weber');
      await page.context().close();
    },
  );

  story(
    'nothing serious stands in the way of anybody, by day and by night, at a desk and on a phone',
    async () => {
      for (const width of [1280, 390]) {
        for (const colorScheme of ['light', 'dark'] as const) {
          const page = await open({ width });
          await page.emulateMedia({ colorScheme });
          const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
          const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
          expect({ width, colorScheme, serious }).toEqual({ width, colorScheme, serious: [] });
          expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
          await page.context().close();
        }
      }
    },
    60_000,
  );
});
