import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { HandOffWire } from '@tandem/contracts';
import { addDays, localDate, weekdayOf } from '@tandem/kernel';
import type { Browser, Locator, Page } from 'playwright-core';
import { anOffer, anOpportunity } from '../builders/an-opportunity';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { openBrowser, pageOf } from './open-browser';

const skipped = process.env['BROWSER_STORIES'] === 'skip';
const story = skipped ? test.skip : test;

describe('the hand-off desk in a browser', () => {
  let api: RunningApi;
  let browser: Browser;
  let marketer: SignedInClient;
  let rep: SignedInClient;
  let colleague: SignedInClient;
  const day = nextWorkday();

  beforeAll(async () => {
    if (skipped) return;
    const WEB_DIR = fileURLToPath(new URL('../../dist/web', import.meta.url));
    // In working time, so that the clocks of the offers run, and not before now, because the browser keeps cookies by its own clock.
    const clock = new FixedClock(`${day}T09:00:00.000Z`);
    [api, browser] = await Promise.all([startApi({ environment: { WEB_DIR }, clock }), openBrowser()]);
    marketer = await api.as('marketer', { name: 'Mia Chen' });
    rep = await api.as('rep', { name: 'Ann Lee' });
    colleague = await api.as('rep', { name: 'Ben Wu', teamId: rep.person.teamId, locale: 'zh-TW' });
    for (const [time, name] of [
      ['09:00:00', 'Came first'],
      ['09:30:55', 'Came second'],
      ['13:30:00', 'Came third'],
    ] as const) {
      api.clock.set(`${day}T${time}.000Z`);
      await offer(name);
    }
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  async function offer(name: string): Promise<HandOffWire> {
    return anOffer(marketer, await anOpportunity(marketer, { name, stage: 'qualify' }), rep.person.teamId);
  }
  const row = (page: Page, name: string): Locator => page.locator('[data-row]').filter({ hasText: name });
  const list = (page: Page, name: RegExp): Locator => page.getByRole('region', { name });

  story('clocks run in working time; one click accepts for both who look, and a rejection says why', async () => {
    const [page, other] = [await pageOf(browser, rep), await pageOf(browser, colleague)];
    await Promise.all([page.goto('/hand-offs'), other.goto('/hand-offs')]);
    await list(page, /^Waiting for an answer \(3\)/)
      .getByText('1 is past its time')
      .waitFor();
    await row(page, 'Came first').getByText('Late by 30 min').waitFor();
    const soon = row(page, 'Came second').getByRole('timer');
    const before = await soon.innerText();
    expect(before).toMatch(/Due soon: \d\d? s left/);
    await row(page, 'Came third')
      .getByText(/(4 h|3 h 59 min) left/)
      .waitFor();
    await row(page, 'Came third').getByText('for anybody in the team').waitFor();
    await soon.filter({ hasNotText: before }).waitFor({ timeout: 4_000 });
    await row(other, 'Came first').getByText('逾時').waitFor();
    const since = performance.now();
    await row(page, 'Came first').getByRole('button', { name: 'Accept' }).click();
    await row(page, 'Came first').waitFor({ state: 'detached' });
    const gone = performance.now() - since;
    await row(other, 'Came first').waitFor({ state: 'detached', timeout: 3_000 });
    process.stdout.write(
      `accepted: gone after ${Math.round(gone)} ms, from the other screen after ${Math.round(performance.now() - since)} ms\n`,
    );
    await page.getByText('You accepted Came first').waitFor();
    await row(page, 'Came second').getByRole('button', { name: 'Reject' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Reject' }).click();
    await dialog.getByText('Please fill this in.').waitFor();
    await dialog.getByRole('combobox', { name: 'Why?' }).click();
    await page.getByRole('option', { name: 'Not ready to buy yet' }).click();
    await dialog.getByRole('button', { name: 'Reject' }).click();
    await list(page, /^Sent back, waiting for marketing \(1\)/)
      .getByText('Not ready to buy yet')
      .waitFor();
    const answers = list(page, /^Answers of the last 30 days/);
    await answers.getByRole('button', { name: 'Not ready to buy yet, Rejected: 1. Show them' }).click();
    await page.getByRole('dialog').getByRole('link', { name: 'Came second' }).waitFor();
    await page.keyboard.press('Escape');
    await Promise.all([page.context().close(), other.context().close()]);
  });

  story('by keys alone sales rejects and accepts, and marketing offers again what came back', async () => {
    api.clock.set(`${day}T13:31:00.000Z`);
    await offer('Came fourth');
    const page = await pageOf(browser, rep);
    await page.goto('/board');
    await page.getByRole('heading', { name: 'Board', level: 1 }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await row(page, 'Came fourth').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.locator('[data-row-link]:focus', { hasText: 'Came fourth' }).waitFor();
    await page.keyboard.press('r');
    await page.getByRole('combobox', { name: 'Why?' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    for (let to = 0; to < 3; to++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await row(page, 'Came fourth').getByText('Rejected by Ann Lee').waitFor();
    await page.locator('[data-page-title]:focus').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.locator('[data-row-link]:focus', { hasText: 'Came third' }).waitFor();
    await page.keyboard.press('a');
    await page.getByText('You accepted Came third').waitFor();
    await page.getByText('No offer is waiting').waitFor();
    await page.context().close();

    const desk = await pageOf(browser, marketer);
    await desk.goto('/hand-offs');
    await row(desk, 'Came second').waitFor();
    await desk.keyboard.press('ArrowDown');
    await desk.locator('[data-row-link]:focus', { hasText: 'Came second' }).waitFor();
    await desk.keyboard.press('o');
    await desk.getByRole('combobox', { name: 'To which sales team?' }).waitFor();
    while ((await desk.evaluate('document.activeElement.textContent')) !== 'Offer') await desk.keyboard.press('Tab');
    await desk.keyboard.press('Enter');
    await desk.getByText(/Came second was offered to/).waitFor();
    await list(desk, /^Sent back, waiting for marketing \(1\)/).waitFor();
    await list(desk, /^Waiting for an answer \(1\)/).waitFor();
    await desk.context().close();
  });

  story(
    'nothing stands in the way of anybody, in both languages and colours, at a desk and on a phone',
    async () => {
      const empty = await api.as('marketer', { locale: 'zh-TW' });
      const faults: unknown[] = [];
      for (const [reader, said, widths] of [
        [colleague, 'Came second', [390, 1280]],
        [empty, '沒有待回覆的交接', [390]],
      ] as const) {
        for (const width of widths) {
          const page = await pageOf(browser, reader, { width, height: 844 });
          await page.goto('/hand-offs');
          await page.locator('#content').getByText(said).first().waitFor();
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme });
            const found = await faultsOf(page);
            if (found.length > 0) faults.push({ said, width, colorScheme, found });
          }
          expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
          await page.context().close();
        }
      }
      expect(faults).toEqual([]);
    },
    60_000,
  );
});

/** The next day from tomorrow on that is no week-end. */
function nextWorkday(): string {
  let day = addDays(localDate(new Date(), 'UTC'), 1);
  while (weekdayOf(day) > 5) day = addDays(day, 1);
  return day;
}

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
