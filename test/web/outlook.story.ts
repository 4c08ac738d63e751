import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { ForecastWire } from '@tandem/contracts';
import type { Browser, Locator, Page } from 'playwright-core';
import { aHistory, aWonDeal, type Step } from '../builders/a-history';
import { aSalesFloor, type SalesFloor } from '../builders/a-sales-floor';
import { aTeam } from '../builders/a-team';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { expectOneSheet } from './on-sheets';
import { openBrowser, pageOf } from './open-browser';

const skipped = process.env['BROWSER_STORIES'] === 'skip';
const story = skipped ? test.skip : test;

const nextSpring = `${new Date().getUTCFullYear() + 1}-Q2`;
const past = '/scoreboard?period=2018-Q2';
const coming = `/scoreboard?period=${nextSpring}`;

describe('where a period will end, in a browser', () => {
  let api: RunningApi;
  let browser: Browser;
  let officer: SignedInClient;

  beforeAll(async () => {
    if (skipped) return;
    const WEB_DIR = fileURLToPath(new URL('../../dist/web', import.meta.url));
    // The browser keeps cookies by its own clock, so that of the server stands where it really is.
    const clock = new FixedClock(new Date().toISOString());
    [api, browser] = await Promise.all([startApi({ environment: { WEB_DIR }, clock }), openBrowser()]);
    officer = await api.as('revenue_officer', { name: 'Ann Lee' });
    const floor = await aSalesFloor(api);
    await aMovedQuarter(api, floor);
    await aComingQuarter(api, officer, floor);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  story('is said in words without a click, with what covers it one click away', async () => {
    const page = await pageOf(browser, officer);
    await page.goto(coming);
    const ending = page.getByRole('region', { name: 'Where it will end' });
    await ending.locator('[data-verdict="reach"]').getByText('In reach').waitFor();
    expect(await ending.locator('[data-ending]').innerText()).toContain('More likely than not');
    expect(await ending.locator('[data-coverage="coverage.to_go"]').innerText()).toMatch(/^\d+(\.\d)?×$/);
    for (const behind of ['coverage.to_go', 'forecast.open'])
      await expectSum(page, ending.locator(`[data-behind="${behind}"]`));
    await page.goto('/scoreboard?period=2018-Q1');
    await page.getByText(/^No quota and no target for net revenue covers this/).waitFor();
    await page.getByText('n/a', { exact: true }).first().waitFor();
    await page.context().close();
  });

  story('each bar of the waterfall opens records that add up to it, by mouse, by keys and as a table', async () => {
    const page = await pageOf(browser, officer);
    await page.goto(`${past}&closing=in_period`);
    const pipeline = page.getByRole('region', { name: 'Pipeline over the period' });
    const lines = pipeline.locator('li[data-bucket]');
    await lines.first().waitFor();
    const shown = await lines.locator('[data-value]').allInnerTexts();
    expect(sumOf(shown.slice(0, -1))).toBe(sumOf(shown.slice(-1)));
    for (const bucket of ['start', 'pushed_out', 'won'])
      await expectSum(page, pipeline.locator(`li[data-bucket="${bucket}"] button`));
    await pipeline.locator('li[data-bucket="new"] button').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('Equals the figure').waitFor();
    expect(page.url()).toContain('behind=waterfall.pulled_in');
    const file = await page.getByRole('link', { name: 'Download these records as CSV' }).getAttribute('href');
    expect(await (await page.request.get(file!)).text()).toContain('pulled_in');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await pipeline.getByText('Table', { exact: true }).click();
    await pipeline.locator('tbody tr').first().waitFor();
    const cells = await pipeline.locator('tbody [data-behind]').allInnerTexts();
    expect(cells).toEqual(shown);
    await pipeline.getByText('All open', { exact: true }).click();
    await pipeline.locator('tr[data-bucket="pushed_out"]').waitFor({ state: 'detached' });
    await page.context().close();
  });

  story('what differs from the plan is explained by reasons that add up to it', async () => {
    const page = await pageOf(browser, officer);
    await page.goto(past);
    await page.getByRole('button', { name: 'Why there is more or less than planned' }).click();
    const why = page.getByRole('region', { name: 'Why there is more or less than planned' });
    await why.getByText('n/a: No target for net revenue covers this period.').waitFor();
    await why.getByText('The period before', { exact: true }).click();
    await why.getByText('All reasons add up to the difference exactly').waitFor();
    expect(await why.locator('[data-why]').innerText()).toMatch(/The period before brought US\$600, this one/);
    const reasons = why.locator('ul').first().locator('> li');
    const effects = await reasons.locator('> div [data-effect]').allInnerTexts();
    expect(effects.length).toBeGreaterThan(2);
    expect(sumOf(effects.slice(0, -1))).toBe(sumOf(effects.slice(-1)));
    await page.goto(`${past}&why=previous&personId=none`);
    await page.getByText(/reasons are told by stage and never by person/).waitFor();
    await page.context().close();
  });

  story('prints on one sheet of either paper, whole, in both languages, whoever reads in the dark too', async () => {
    const page = await pageOf(browser, officer);
    await page.goto(past);
    await expectPrinted(page);
    await page.goto(coming);
    await expectPrinted(page);
    await page.context().close();
    const chinese = await pageOf(browser, await api.as('revenue_officer', { locale: 'zh-TW' }));
    await chinese.goto(past);
    await expectPrinted(chinese);
    await chinese.goto(coming);
    await chinese.getByRole('region', { name: '預計結果' }).getByText('有機會達成').waitFor();
    await chinese.getByRole('region', { name: '期初至今的商機變化' }).getByText('期初', { exact: true }).waitFor();
    await chinese.context().close();
  });

  story('nothing serious stands in the way of the reasons and of the table, by night', async () => {
    const page = await pageOf(browser, officer);
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const [path, landmark] of [
      [`${past}&why=previous`, '[data-why]'],
      [`${coming}&pipeline=table`, 'tr[data-bucket]'],
    ] as const) {
      await page.goto(path);
      await page.locator(landmark).first().waitFor();
      expect({ path, serious: await seriousFaults(page) }).toEqual({ path, serious: [] });
    }
    await page.context().close();
  });
});

/** Every figure, each bar of the pipeline and each part stand on the sheet. */
async function expectPrinted(page: Page): Promise<void> {
  const whole = ['[data-bucket]', '[data-coverage]', '[data-figure]', 'tbody tr'].map((part) => page.locator(part));
  for (const part of whole) await part.first().waitFor();
  const counts = await Promise.all(whole.map((part) => part.filter({ visible: true }).count()));
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectOneSheet(page, async () => {
    expect(await Promise.all(whole.map((part) => part.filter({ visible: true }).count()))).toEqual(counts);
  });
}

/** Opens records, and expects them to add up to what they were opened from. */
async function expectSum(page: Page, opener: Locator): Promise<void> {
  const amount = opener.locator('[data-value]');
  const shown = (await amount.count()) === 0 ? await opener.innerText() : await amount.innerText();
  await opener.click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('Equals the figure').waitFor();
  expect(sumOf(await drawer.locator('[data-contribution]').allInnerTexts())).toBe(sumOf([shown]));
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
}

/** One deal for almost every line of a waterfall, wins of eight teams, and a smaller win the quarter before. */
async function aMovedQuarter(api: RunningApi, { officeId, teamId, amy }: SalesFloor): Promise<void> {
  const deal = (...steps: Step[]) => aHistory(api, { teamId, ownerId: amy, steps });
  const opened = (day: string, amountMinor: bigint, closeDate: string): Step => ({
    at: `${day}T09:00:00Z`,
    amountMinor,
    closeDate,
  });
  await deal(opened('2018-03-20', 100_000n, '2018-05-10'), {
    at: '2018-05-04T09:00:00Z',
    stage: 'implement',
    amountMinor: 120_000n,
  });
  await deal(opened('2018-03-20', 50_000n, '2018-06-10'), opened('2018-06-01', 53_000n, '2018-08-15'));
  await deal(opened('2018-04-15', 25_050n, '2018-06-20'));
  await deal(opened('2018-03-20', 70_000n, '2018-05-15'), { at: '2018-05-10T09:00:00Z', outcome: 'lost' });
  await deal(opened('2018-03-20', 40_000n, '2018-08-01'), opened('2018-05-20', 40_000n, '2018-06-25'));
  await deal(opened('2018-01-05', 60_000n, '2018-02-10'), { at: '2018-02-10T09:00:00Z', stage: 'implement' });
  for (let team = 0; team < 7; team++) {
    const other = await aTeam(api.database, { officeId });
    await aWonDeal(api, `2018-04-1${team}`, { teamId: other, ownerId: amy, amountMinor: 1_000n });
  }
}

/** Twelve deals that are expected to close in it, and more than half of the simulated endings reach its quota. */
async function aComingQuarter(api: RunningApi, officer: SignedInClient, { teamId, amy }: SalesFloor): Promise<void> {
  const at = new Date(Date.now() - 5 * 86_400_000).toISOString();
  const closeDate = `${nextSpring.slice(0, 4)}-05-15`;
  for (let number = 0; number < 12; number++) {
    const amountMinor = 100_000n + BigInt(number) * 5_000n;
    await aHistory(api, { teamId, ownerId: amy, steps: [{ at, stage: 'negotiate', amountMinor, closeDate }] });
  }
  const { forecast } = (await officer.get(`/metrics/forecast?period=${nextSpring}`)).body as ForecastWire;
  const { currency = 'USD', amountMinor = '0' } = forecast?.simulated.p50 ?? {};
  const quota = {
    periodKey: nextSpring,
    teamId,
    amount: { amountMinor: String(Number(amountMinor) - 50_000), currency },
  };
  const answer = await officer.post('/quotas', quota);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
}

/** `US$1,234.56` and `−US$3` in hundredths, so that sums are exact. */
const sumOf = (shown: readonly string[]): number =>
  shown.reduce((sum, text) => {
    const [whole = '0', fraction = ''] = text.replace(/[^\d.]/g, '').split('.');
    const size = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
    return sum + (text.startsWith('−') ? -size : size);
  }, 0);

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
