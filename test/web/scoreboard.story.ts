import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { AgendaPlanner } from '@tandem/meetings';
import type { Browser, Page } from 'playwright-core';
import { aHistory, aWonDeal } from '../builders/a-history';
import { aSalesFloor } from '../builders/a-sales-floor';
import { aSeries } from '../builders/a-series';
import { anAccount } from '../builders/an-account';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { openBrowser, pageOf } from './open-browser';

const skipped = process.env['BROWSER_STORIES'] === 'skip';
const story = skipped ? test.skip : test;

describe('the shared numbers in a browser', () => {
  let api: RunningApi;
  let browser: Browser;
  let officer: SignedInClient;
  let agendaId: string;

  beforeAll(async () => {
    if (skipped) return;
    const WEB_DIR = fileURLToPath(new URL('../../dist/web', import.meta.url));
    // The browser keeps cookies by its own clock, so that of the server stands where it really is.
    const clock = new FixedClock(new Date().toISOString());
    [api, browser] = await Promise.all([startApi({ environment: { WEB_DIR }, clock }), openBrowser()]);
    officer = await api.as('revenue_officer', { name: 'Ann Lee' });
    await someQuarter(api);
    agendaId = await thisWeeksAgenda(api, officer);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  story('a number of the scoreboard opens records whose sum is that number', async () => {
    const page = await pageOf(browser, officer);
    await page.goto('/scoreboard?period=2018-Q2&by=office');
    for (const key of ['net_revenue', 'closings']) {
      const number = page.locator(`li [data-figure="${key}"]`);
      const shown = await number.innerText();
      await number.click();
      const drawer = page.getByRole('dialog');
      await drawer.getByText('Equals the figure').first().waitFor();
      const listed = await drawer.locator('[data-contribution]').allInnerTexts();
      expect(listed.length).toBeGreaterThan(1);
      expect(sumOf(listed)).toBe(numberIn(shown));
      expect(await drawer.locator('[data-sum]').first().innerText()).toBe(shown);
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'hidden' });
    }
    await page.context().close();
  });

  story('a number of one part opens the records of that part alone', async () => {
    const page = await pageOf(browser, officer);
    await page.goto('/scoreboard?period=2018-Q2&by=person');
    const number = page.locator('tbody tr').first().locator('[data-figure="net_revenue"]');
    const shown = await number.innerText();
    await number.click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('Equals the figure').first().waitFor();
    expect(sumOf(await drawer.locator('[data-contribution]').allInnerTexts())).toBe(numberIn(shown));
    expect(page.url()).toContain('records=net_revenue');
    await page.context().close();
  });

  story(
    'a bar of the funnel opens exactly the opportunities it counts, and the same history shows from the buyer’s side',
    async () => {
      const page = await pageOf(browser, officer);
      await page.goto('/funnel?period=2018-Q2');
      const bar = page.locator('[data-row="propose"] button').first();
      const entered = Number(await bar.innerText());
      await bar.click();
      await page.getByText(`All ${entered} listed`).waitFor();
      expect(await page.getByRole('dialog').locator('tbody tr').count()).toBe(entered);
      await page.keyboard.press('Escape');
      await page.getByText('Buyer', { exact: true }).click();
      await page.getByRole('heading', { name: 'Purchase intention' }).waitFor();
      await page.context().close();
    },
  );

  story('the revenue officer sets a target, and a head signs it by name', async () => {
    const marketing = await api.as('manager', { side: 'marketing', name: 'Mia Wu' });
    const page = await pageOf(browser, officer);
    await page.goto('/scoreboard?period=2018-Q2');
    await page.getByRole('button', { name: 'Set the target of Net revenue' }).click();
    await page.getByLabel('Target', { exact: true }).fill('1.5K');
    await page.getByRole('button', { name: 'Save target' }).click();
    await page.getByText('Net revenue: US$1,500').waitFor();
    await page.context().close();
    const head = await pageOf(browser, marketing);
    await head.goto('/scoreboard?period=2018-Q2');
    await head.getByRole('button', { name: 'Sign', exact: true }).first().click();
    await head.getByRole('button', { name: 'Sign as Mia Wu' }).click();
    await head
      .getByText(/Signed by Mia Wu/)
      .first()
      .waitFor();
    await head.context().close();
  });

  story('an action ticked on the agenda is still ticked after a reload', async () => {
    const page = await pageOf(browser, officer);
    await page.goto(`/meetings/${agendaId}`);
    const tick = page.getByRole('checkbox', { name: 'Done: Call the five oldest offers' });
    const saved = page.waitForResponse((response) => response.url().includes('/actions/'));
    await tick.click(); // `check()` gives up when the tick is not there at once; it comes with the answer
    await page.getByText('You owe nothing more.').waitFor();
    expect((await saved).status()).toBe(200);
    await page.reload();
    await page.getByText('You owe nothing more.').waitFor();
    expect(await tick.isChecked()).toBe(true);
    await page.context().close();
  });

  story('nothing serious stands in the way of the records behind a number', async () => {
    const page = await pageOf(browser, officer);
    await page.goto('/scoreboard?period=2018-Q2&records=net_revenue');
    await page.getByText('Equals the figure').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.context().close();
  });
});

/** Four wins and three other entries of one quarter, by two people. */
async function someQuarter(api: RunningApi): Promise<void> {
  const { teamId, amy, ben } = await aSalesFloor(api);
  const [acme, globex] = [await anAccount(api.database), await anAccount(api.database)];
  await aWonDeal(api, '2018-04-02', { teamId, ownerId: amy, accountId: acme, amountMinor: 123_456n });
  await aWonDeal(api, '2018-05-15', { teamId, ownerId: ben, accountId: globex, amountMinor: 9_901n });
  await aWonDeal(api, '2018-06-30', { teamId, ownerId: amy, accountId: globex, amountMinor: 40_000n });
  await aWonDeal(api, '2018-07-01', { teamId, ownerId: amy, accountId: acme, amountMinor: 77_700n });
  for (const day of ['2018-04-10', '2018-05-11', '2018-06-12']) {
    const steps = [
      { at: `${day}T09:00:00Z`, stage: 'prospect' },
      { at: `${day}T10:00:00Z`, stage: 'propose' },
    ];
    await aHistory(api, { teamId, ownerId: ben, steps });
  }
}

/** An agenda that is due now, with one action of its chair. */
async function thisWeeksAgenda(api: RunningApi, chair: SignedInClient): Promise<string> {
  await aSeries(api, { chair: chair.person }, { agendaLeadMinutes: 7 * 24 * 60 });
  await api.act(() => api.app.get(AgendaPlanner, { strict: false }).planDue());
  const [agenda] = (await chair.get('/agendas')).body.items;
  const action = { title: 'Call the five oldest offers', ownerId: chair.person.id, dueDate: agenda.meetingDate };
  const added = await chair.post(`/agendas/${agenda.id}/actions`, action);
  if (added.status !== 201) throw new Error(JSON.stringify(added.body));
  return agenda.id;
}

/** `US$1,234.56` and `3` in hundredths, so that sums are exact. */
const numberIn = (shown: string): number => {
  const [first = ''] = shown.split('\n');
  const [whole = '0', fraction = ''] = first.replace(/[^\d.]/g, '').split('.');
  const size = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  return shown.startsWith('−') ? -size : size;
};
const sumOf = (shown: readonly string[]): number => shown.reduce((sum, text) => sum + numberIn(text), 0);

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
