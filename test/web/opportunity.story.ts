import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { OpportunityWire } from '@tandem/contracts';
import { addDays, localDate } from '@tandem/kernel';
import type { Browser, Locator, Page } from 'playwright-core';
import { aSource } from '../builders/a-source';
import { aTouch } from '../builders/a-touch';
import { anOpportunity } from '../builders/an-opportunity';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { openBrowser, pageOf } from './open-browser';

const skipped = process.env['BROWSER_STORIES'] === 'skip';
const story = skipped ? test.skip : test;

describe('the page of one opportunity in a browser', () => {
  let api: RunningApi;
  let browser: Browser;
  let rep: SignedInClient;
  let sourceId: string;
  const today = localDate(new Date(), 'UTC');

  beforeAll(async () => {
    if (skipped) return;
    const WEB_DIR = fileURLToPath(new URL('../../dist/web', import.meta.url));
    // The browser keeps cookies by its own clock, so that of the server stands where it really is.
    const clock = new FixedClock(new Date().toISOString());
    [api, browser] = await Promise.all([startApi({ environment: { WEB_DIR }, clock }), openBrowser()]);
    rep = await api.as('rep', { name: 'Ann Lee' });
    sourceId = await aSource(api.database, 'Trade fair');
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const entries = (page: Page, history: string): Locator =>
    page.getByRole('region', { name: history }).getByRole('listitem');

  story('by mouse what is true is changed where it stands, and a call just logged is in the history', async () => {
    const deal = await contacted(rep, 'Press line');
    const page = await pageOf(browser, rep);
    await page.goto(`/opportunities/${deal.id}`);
    const called = entries(page, 'History').filter({ hasText: 'Called: reached' });
    await called.getByText(/Ann Lee/).waitFor();
    await entries(page, 'History').filter({ hasText: 'Event' }).getByText('Trade fair').waitFor();
    await button(page, 'Edit Amount').click();
    await page.getByRole('textbox', { name: 'Amount' }).fill('1.5M');
    await button(page, 'Save').click();
    await page.getByText('US$1,500,000').first().waitFor();
    await button(page, 'Set the next step').click();
    await page.getByRole('textbox', { name: 'Next step' }).fill('Send the offer');
    await page.getByLabel('Due').fill(addDays(today, 7));
    await button(page, 'Save').click();
    await page.getByText('Send the offer').waitFor();
    await page.reload();
    await page.getByText('US$1,500,000').first().waitFor();
    expect(await read(deal)).toMatchObject({ amount: { amountMinor: '150000000' }, nextStep: 'Send the offer' });
    // Somebody else logs a call meanwhile: it comes by itself.
    await logged(rep, await read(deal), 'no_answer');
    await entries(page, 'History').filter({ hasText: 'Called: no answer' }).waitFor();
    await page.context().close();
  });

  story('by keys alone a change is made or left, and the focus stands where it stood', async () => {
    const deal = await contacted(rep, 'Paint line');
    const page = await pageOf(browser, rep);
    await page.goto(`/opportunities/${deal.id}`);
    const pencil = button(page, 'Edit Name');
    await pencil.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Thrown away');
    await page.keyboard.press('Escape');
    await expectFocus(page, 'Edit Name');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Paint line, second shift');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Paint line, second shift', level: 1 }).waitFor();
    await expectFocus(page, 'Edit Name');
    await page.keyboard.press('Shift+Tab');
    await expectFocus(page, 'Edit Campaign');
    await button(page, 'Set the next step').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Visit the plant');
    await page.keyboard.press('Enter');
    await page.getByText('Visit the plant').waitFor();
    await expectFocus(page, 'Set the next step');
    expect(await read(deal)).toMatchObject({ name: 'Paint line, second shift', nextStep: 'Visit the plant' });
    await page.context().close();
  });

  story('in Chinese on a phone, by day and by night, nothing stands in the way of anybody', async () => {
    const reader = await api.as('rep', { locale: 'zh-TW', name: '王小明' });
    const deal = await contacted(reader, '沖壓產線');
    const page = await pageOf(browser, reader, { width: 390, height: 844 });
    await page.goto(`/opportunities/${deal.id}`);
    await entries(page, '歷程').filter({ hasText: '去電：已接通' }).waitFor();
    await entries(page, '歷程').filter({ hasText: '參加活動' }).waitFor();
    await button(page, '編輯金額').click();
    await page.getByRole('textbox', { name: '金額' }).fill('120萬');
    await button(page, '儲存').click();
    await page.getByText('US$1,200,000').first().waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect({ colorScheme, faults: await faultsOf(page) }).toEqual({ colorScheme, faults: [] });
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }
    await page.context().close();
  });

  /** An opportunity that came from a fair, and whose owner has just called. */
  async function contacted(owner: SignedInClient, name: string): Promise<OpportunityWire> {
    const amount = { amountMinor: '12500000', currency: 'USD' };
    const deal = await anOpportunity(owner, { name, amount, closeDate: addDays(today, 30) });
    await aTouch(owner, { opportunityId: deal.id, sourceId });
    await logged(owner, deal, 'connected');
    return deal;
  }

  async function logged(owner: SignedInClient, { id, version }: OpportunityWire, outcome: string): Promise<void> {
    const answer = await owner.post(`/opportunities/${id}/calls`, { outcome }, { version });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  }

  const read = async ({ id }: OpportunityWire) => (await rep.get(`/opportunities/${id}`)).body as OpportunityWire;
});

const expectFocus = (page: Page, name: string) =>
  page
    .locator('button:focus')
    .and(page.getByRole('button', { name, exact: true }))
    .waitFor();

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
