import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { OpportunityWire, TouchWire } from '@tandem/contracts';
import { addDays, localDate } from '@tandem/kernel';
import type { Browser, Page } from 'playwright-core';
import { aTeam } from '../builders/a-team';
import { anOffer, anOpportunity } from '../builders/an-opportunity';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { openBrowser, pageOf, settled } from './open-browser';

const skipped = process.env['BROWSER_STORIES'] === 'skip';
const story = skipped ? test.skip : test;
const phone = { width: 390, height: 844 };

describe('a rep’s day in a browser', () => {
  let api: RunningApi;
  let browser: Browser;
  let rep: SignedInClient;
  const today = localDate(new Date(), 'UTC');

  beforeAll(async () => {
    if (skipped) return;
    const WEB_DIR = fileURLToPath(new URL('../../dist/web', import.meta.url));
    // The browser keeps cookies by its own clock, so that of the server stands where it really is.
    const clock = new FixedClock(new Date().toISOString());
    [api, browser] = await Promise.all([startApi({ environment: { WEB_DIR }, clock }), openBrowser()]);
    rep = await api.as('rep', { name: 'Ann Lee' });
    await someDay(rep);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  story('on a phone two taps log how a call went and set the next step, and Undo puts the step back', async () => {
    const page = await pageOf(browser, rep, phone);
    await page.goto('/');
    await page.waitForURL('**/my-day');
    const next = page.getByRole('region', { name: 'Next' });
    await next.getByText('Call about the budget').waitFor();
    const since = performance.now();
    await next.getByRole('button', { name: 'Reached' }).click();
    await page.getByRole('button', { name: /Tomorrow|Next working day/ }).click();
    const said = page.getByRole('alert').filter({ hasText: 'Call logged: Acme.' });
    await said.waitFor();
    expect(performance.now() - since).toBeLessThan(10_000);
    const deal = await dealNamed('Acme expansion');
    expect([deal.nextStep, deal.nextStepDate! > today]).toEqual(['Follow up', true]);
    const touches = (await rep.get(`/touches?opportunityId=${deal.id}`)).body.items as TouchWire[];
    expect(touches.map(({ kind, outcome }) => [kind, outcome])).toEqual([['call', 'connected']]);
    await said.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Acme: the next step is as it was. The call stays logged.').waitFor();
    await next.getByText('Call about the budget').waitFor();
    await page.context().close();
  });

  story('by keys alone what is late gets a next step, and the focus is not lost', async () => {
    const page = await pageOf(browser, rep);
    await page.goto('/board');
    await page.getByRole('heading', { name: 'Board', level: 1 }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    const late = page
      .getByRole('region', { name: 'Needs you (3)' })
      .getByRole('listitem')
      .filter({ hasText: 'Late one' });
    await late.getByText(/Send the quote: overdue since/).waitFor();
    const button = late.getByRole('button', { name: 'Set step' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await settled(page, 'document.activeElement.textContent === "Set step"');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Set step');
    await page.keyboard.press('Enter');
    await page.getByLabel('What happens next?').fill('Ask about the quote');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText(/Late one: next step/).waitFor();
    await page.getByRole('region', { name: 'Needs you (2)' }).waitFor();
    expect((await dealNamed('Late one')).nextStep).toBe('Ask about the quote');
    await settled(page, 'document.activeElement.hasAttribute("data-page-title")');
    expect(await page.evaluate('document.activeElement.hasAttribute("data-page-title")')).toBe(true);
    await page.context().close();
  });

  story('a hand-off from marketing is accepted with one tap', async () => {
    const page = await pageOf(browser, rep, phone);
    await page.goto('/my-day');
    const waiting = page.getByRole('region', { name: 'New from marketing (1)' });
    await waiting.getByText(/of working time/).waitFor();
    await waiting.getByRole('button', { name: 'Accept' }).click();
    await page.getByText('You accepted Came from the webinar').waitFor();
    await waiting.waitFor({ state: 'hidden' });
    await page.context().close();
  });

  story('somebody without any work is told where to find some', async () => {
    const page = await pageOf(browser, await api.as('viewer'), phone);
    await page.goto('/my-day');
    await page.getByText('Nothing is on your desk').waitFor();
    await page.getByText('n/a').waitFor();
    await page.context().close();
  });

  story(
    'nothing stands in the way of anybody, in both languages and colours, at a desk and on a phone',
    async () => {
      const reader = await api.as('rep', { locale: 'zh-TW' });
      await someDay(reader);
      for (const width of [390, 1280]) {
        const page = await pageOf(browser, reader, { ...phone, width });
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await page.goto('/my-day');
          await page.getByText('需要您處理').waitFor();
          const seen = { width, colorScheme };
          expect({ ...seen, faults: await faultsOf(page) }).toEqual({ ...seen, faults: [] });
          expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
          if (width > 390) continue;
          await page.getByRole('button', { name: '未接聽' }).first().click();
          await page.getByRole('button', { name: '下週' }).waitFor();
          expect({ ...seen, faults: await faultsOf(page) }).toEqual({ ...seen, faults: [] });
        }
        await page.context().close();
      }
    },
    60_000,
  );

  /** One call for today, one step that is late, one close date that has passed, one without a step, and an offer. */
  async function someDay(owner: SignedInClient): Promise<void> {
    const ahead = { nextStepDate: today, closeDate: addDays(today, 30) };
    await anOpportunity(owner, {
      name: 'Acme expansion',
      accountName: 'Acme',
      nextStep: 'Call about the budget',
      ...ahead,
    });
    await anOpportunity(owner, {
      name: 'Late one',
      ...ahead,
      nextStep: 'Send the quote',
      nextStepDate: addDays(today, -5),
    });
    await anOpportunity(owner, {
      name: 'Past its date',
      nextStep: 'Meet',
      nextStepDate: addDays(today, 3),
      closeDate: addDays(today, -1),
    });
    await anOpportunity(owner, { name: 'Without a step' });
    const marketer = await api.as('marketer', { teamId: await aTeam(api.database, { side: 'marketing' }) });
    const lead = await anOpportunity(marketer, { name: 'Came from the webinar', stage: 'qualify' });
    await anOffer(marketer, lead, owner.person.teamId);
  }

  async function dealNamed(name: string): Promise<OpportunityWire> {
    const [found] = (await rep.get(`/opportunities?q=${encodeURIComponent(name)}`)).body.items;
    return (await rep.get(`/opportunities/${found.id}`)).body as OpportunityWire;
  }
});

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
