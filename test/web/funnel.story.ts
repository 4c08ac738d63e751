import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { addDays, date, isoWeekOf, mondayOf, type Id, type PlainDate } from '@tandem/kernel';
import { SpendService } from '@tandem/spend';
import type { Browser, Page } from 'playwright-core';
import { aWonDeal } from '../builders/a-history';
import { aSalesFloor } from '../builders/a-sales-floor';
import { aSource } from '../builders/a-source';
import { anAccount } from '../builders/an-account';
import { anOffer, anOpportunity } from '../builders/an-opportunity';
import { aLeadWindow, leadDays, someDecidedLeads } from '../builders/some-decided-leads';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { openBrowser, pageOf } from './open-browser';

const skipped = process.env['BROWSER_STORIES'] === 'skip';
const story = skipped ? test.skip : test;

describe('a Monday of marketing, in a browser', () => {
  let api: RunningApi;
  let browser: Browser;
  let marketer: SignedInClient;
  let lastWeek: string;

  beforeAll(async () => {
    if (skipped) return;
    const WEB_DIR = fileURLToPath(new URL('../../dist/web', import.meta.url));
    // The browser keeps cookies by its own clock, so that of the server stands where it really is.
    const clock = new FixedClock(new Date().toISOString());
    [api, browser] = await Promise.all([startApi({ environment: { WEB_DIR }, clock }), openBrowser()]);
    marketer = await api.as('marketer', { name: 'Mia Wu' });
    lastWeek = await aLeakyWeek(api, marketer);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  story('tells last week’s worst leak without a click, and what it is made of with one', async () => {
    const page = await pageOf(browser, marketer);
    await page.goto('/funnel');
    const band = page.getByRole('region', { name: 'Worst leak' });
    await band.locator('[data-verdict="fell"]').waitFor();
    expect(await band.innerText()).toMatch(
      /Worst leak last week: Prospect → Define needs 17% \(−63\.3 pt against the 4 weeks before, 95% interval 5%–45%\), 10 lost – see them/,
    );
    await band.locator('[data-overdue="1"]').waitFor();
    await band.getByRole('button', { name: /10 lost/ }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('All 10 listed').waitFor();
    expect(await drawer.locator('tbody tr').count()).toBe(10);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    await band.getByRole('button', { name: 'What Worst leak means' }).click();
    await page.locator('[data-metric="worst_leak"]').getByText('Usual; nobody has chosen another').waitFor();
    await page.keyboard.press('Escape');
    await band.getByRole('link').click();
    await page.getByRole('heading', { name: 'Hand-offs', level: 1 }).waitFor();
    await page.context().close();
  });

  story('ranks sources by what they bring for their cost, and gives each chart away as a picture', async () => {
    const page = await pageOf(browser, marketer);
    await page.goto('/funnel');
    const sources = page.getByRole('region', { name: 'Which source pays' });
    await sources.scrollIntoViewIfNeeded();
    await sources.locator('tbody tr').first().waitFor();
    const rows = await sources.locator('tbody th').allInnerTexts();
    expect(rows.slice(0, 3)).toEqual(['Search', 'Fair', 'Letters']);
    const letters = sources.locator('tbody tr').nth(2);
    expect(await letters.locator('[data-column="cost"]').innerText()).toMatch(
      /n\/a\s+No expense line of this period names this source\./,
    );
    for (const [column, listed] of [
      ['leads', 4],
      ['accepted', 4],
      ['cost', 1],
    ] as const) {
      await sources.locator('tbody tr').nth(1).locator(`[data-column="${column}"] button`).click();
      const drawer = page.getByRole('dialog');
      await drawer.locator(`[data-record-count="${listed}"]`).waitFor();
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'hidden' });
    }
    await sources.getByText('Bars', { exact: true }).click();
    await sources.locator('ol li').first().waitFor();
    for (const name of ['Which source pays as a picture (PNG)', 'Funnel as a picture (PNG)']) {
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name }).click();
      expect(sizeOfPng(await (await saved).path())).toMatchObject({ isPng: true, isWide: true });
    }
    await page.context().close();
  });

  story(
    'shows from where to where opportunities moved; each number, each sum and each kind opens its moves',
    async () => {
      const page = await pageOf(browser, marketer);
      await page.goto('/funnel');
      const moves = page.getByRole('region', { name: 'Moves between stages' });
      await moves.scrollIntoViewIfNeeded();
      const opened = moves.locator('[data-cell="created.prospect"] button');
      await opened.waitFor();
      const drawer = page.getByRole('dialog');
      for (const [one, title] of [
        [opened, 'Created → Prospect'],
        [moves.getByRole('button', { name: /All into Prospect/ }), 'All into Prospect'],
        [moves.getByRole('button', { name: /All moves/ }), 'All moves'],
        [moves.locator('li button').first(), 'Created'],
      ] as const) {
        const shown = (await one.locator('strong').count()) > 0 ? one.locator('strong') : one;
        const listed = await shown.innerText();
        // By the keyboard: a number has the focus, and Enter opens it.
        await one.focus();
        await page.keyboard.press('Enter');
        await drawer.getByText(title, { exact: true }).waitFor();
        await drawer.locator(`[data-record-count="${listed}"]`).waitFor();
        await page.keyboard.press('Escape');
        await drawer.waitFor({ state: 'hidden' });
      }
      const sums = await moves.locator('tbody tr').last().locator('button').allInnerTexts();
      const [total = 0, ...columns] = sums.map(Number).reverse();
      expect(columns.reduce((all, count) => all + count, 0)).toBe(total);
      await page.goto('/funnel?behind=moves.created.prospect');
      await drawer.getByText('Created → Prospect', { exact: true }).waitFor();
      await page.context().close();
      const chinese = await pageOf(browser, await api.as('marketer', { locale: 'zh-TW' }));
      await chinese.goto('/funnel');
      const region = chinese.getByRole('region', { name: '階段移動' });
      await region.scrollIntoViewIfNeeded();
      await region.locator('[data-cell="created.prospect"] button').click();
      await chinese.getByRole('dialog').getByText('建立 → ').waitFor();
      await chinese.context().close();
    },
  );

  story('gives a link that shows the same on any day', async () => {
    const page = await pageOf(browser, marketer);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/funnel');
    await page.locator('[data-verdict="fell"]').waitFor();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Link copied').waitFor();
    const link = new URL(await page.evaluate<string>('navigator.clipboard.readText()'));
    expect(Object.fromEntries(link.searchParams)).toEqual({
      period: lastWeek,
      asOf: api.clock.now().toISOString().slice(0, 10),
      reading: 'restated',
      side: 'seller',
      mode: 'ordered',
    });
    const officer = await pageOf(browser, await api.as('revenue_officer'));
    await officer.goto(link.pathname + link.search);
    await officer.getByText(/Worst leak last week/).waitFor();
    await Promise.all([page.context().close(), officer.context().close()]);
  });

  story('goes by keys alone, and in Chinese', async () => {
    const page = await pageOf(browser, await api.as('marketer', { locale: 'zh-TW' }));
    await page.goto('/funnel');
    await page.getByText('上週最嚴重的流失').waitFor();
    await tabTo(page, /流失 10 件/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('10 筆全部列出').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await tabTo(page, /哪個來源划算的定義/);
    await page.keyboard.press('Enter');
    await page.locator('[data-metric="source_yield"]').getByText('每單位成本帶來的商機金額').first().waitFor();
    await page.context().close();
  });

  story('shows the last eight periods of each shared number beside it', async () => {
    const page = await pageOf(browser, marketer);
    await page.goto('/scoreboard');
    const trend = page.getByRole('listitem', { name: 'New customers' }).getByRole('img', { name: /^Trend over/ });
    await trend.waitFor();
    expect(await trend.getAttribute('aria-label')).toMatch(/^Trend over \d periods, .*: .*1(, 0)*, 0 so far$/);
    await page.context().close();
  });

  story(
    'nothing serious stands in the way of anybody, at a desk and on a phone, by day and by night',
    async () => {
      const [desk, phone] = [await pageOf(browser, marketer), await pageOf(browser, marketer, { width: 390 })];
      for (const scheme of ['light', 'dark'] as const) {
        for (const page of [desk, phone]) {
          await page.emulateMedia({ colorScheme: scheme });
          await page.goto('/funnel');
          await page.locator('[data-verdict]').waitFor();
          const sources = page.getByRole('region', { name: 'Which source pays' });
          await sources.scrollIntoViewIfNeeded();
          await sources.locator('tbody tr').first().waitFor();
          expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
          expect({ scheme, serious: await seriousFaults(page) }).toEqual({ scheme, serious: [] });
        }
      }
      await Promise.all([desk.context().close(), phone.context().close()]);
    },
    90_000,
  );
});

/** Last week most leads were lost that went on before; three sources brought some, and nobody knows what one of them cost. */
async function aLeakyWeek(api: RunningApi, marketer: SignedInClient): Promise<string> {
  const floor = await aSalesFloor(api);
  const today = date(api.clock.now().toISOString().slice(0, 10));
  const lastWeek = isoWeekOf(addDays(today, -7));
  const monday = mondayOf(lastWeek) ?? today;
  await aLeadWindow(api);
  // Whoever came on this day had time until the middle of the week.
  const decided = addDays(monday, 2 - leadDays);
  await someDecidedLeads(api, floor, { on: addDays(decided, -14), converted: 16, lost: 4 });
  await someDecidedLeads(api, floor, { on: decided, converted: 2, lost: 10 });
  for (const [name, lost, costMinor] of [
    ['Fair', 4, 80_000n],
    ['Search', 2, 10_000n],
    ['Letters', 1, null],
  ] as const) {
    const sourceId = await aSource(api.database, name);
    await someDecidedLeads(api, floor, { on: addDays(monday, 1), converted: 0, lost, sourceId });
    if (costMinor !== null) await spent(api, { on: addDays(monday, 1), sourceId, costMinor });
  }
  await aWonDeal(api, addDays(today, -400), {
    teamId: floor.teamId,
    ownerId: floor.amy,
    accountId: await anAccount(api.database),
  });
  await anOverdueOffer(api, marketer, floor.teamId);
  return lastWeek;
}

interface Spent {
  readonly on: PlainDate;
  readonly sourceId: Id<'source'>;
  readonly costMinor: bigint;
}

const spent = (api: RunningApi, { on, sourceId, costMinor }: Spent) =>
  api.act(() =>
    api.app.get(SpendService, { strict: false }).record({
      date: on,
      side: 'marketing',
      category: 'programmes',
      amount: { amountMinor: costMinor, currency: 'USD' },
      sourceId,
    }),
  );

async function anOverdueOffer(api: RunningApi, marketer: SignedInClient, teamId: Id<'team'>): Promise<void> {
  const offered = await anOffer(marketer, await anOpportunity(marketer, { stage: 'qualify' }), teamId);
  const due = new Date(api.clock.now().getTime() - 60_000);
  await api.database.write(() =>
    api.database.run('UPDATE hand_off SET offered_at = ?, due_at = ? WHERE id = UNHEX(REPLACE(?, "-", ""))', [
      new Date(due.getTime() - 3_600_000),
      due,
      offered.id,
    ]),
  );
}

/** Goes on with the tab key until the focus is on something with a name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<string>(
      'document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? ""',
    );
    if (name.test(focused)) return;
  }
  throw new Error(`no way to ${name} by keys`);
}

/** What the head of a PNG says of it. */
function sizeOfPng(path: string) {
  const file = readFileSync(path);
  return {
    isPng: file.subarray(0, 8).toString('hex') === '89504e470d0a1a0a',
    isWide: file.readUInt32BE(16) > 1_000,
  };
}

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
