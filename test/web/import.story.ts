import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Card, OpportunityWire } from '@tandem/contracts';
import { ImportRunner } from '@tandem/exchange';
import type { Browser, Page } from 'playwright-core';
import { aList, aListMapping, listRows } from '../builders/a-list';
import { moved } from '../builders/an-opportunity';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { openBrowser, pageOf } from './open-browser';

const skipped = process.env['BROWSER_STORIES'] === 'skip';
const fourFiles = ['accounts', 'products', 'sales_teams', 'sales_pipeline'].map((name) =>
  fileURLToPath(new URL(`../fixtures/crm-sales/${name}.csv`, import.meta.url)),
);
/** The list with a column that dates a stage. */
const dated = ['"Date entered ""Proposal made (Sales)"""', '2022-03-20'];
const rows = listRows.map((row, place) => `${row},${dated[place] ?? ''}`);
const story = skipped ? test.skip : test;

describe('the import in a browser', () => {
  let api: RunningApi;
  let browser: Browser;
  let officer: SignedInClient;

  beforeAll(async () => {
    if (skipped) return;
    const WEB_DIR = fileURLToPath(new URL('../../dist/web', import.meta.url));
    const clock = new FixedClock(new Date().toISOString());
    [api, browser] = await Promise.all([startApi({ environment: { WEB_DIR }, clock }), openBrowser()]);
    officer = await api.as('revenue_officer');
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  const work = async () => {
    while (await api.app.get(ImportRunner).runWaiting());
  };
  const fileOf = (lines: readonly string[], name = 'deals.csv') => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\r\n')),
  });
  const give = (page: Page, lines: readonly string[], name?: string) =>
    page.locator('input[type=file]').first().setInputFiles(fileOf(lines, name));
  const broken = [...rows, '105,No owner,Closed won,5,2022-05-05,,,,'];

  story(
    'a list is matched, tried and imported by mouse; nothing serious stands in the way on any step',
    async () => {
      const page = await pageOf(browser, officer);
      await page.goto('/import');
      await page.getByText('Choose your file').waitFor();
      await give(page, []);
      await page.getByText('deals.csv is empty; not even its header is there.').waitFor();
      await page.getByRole('button', { name: 'Start over' }).click();
      await give(page, broken);
      await page.getByRole('heading', { name: 'Is it read correctly?' }).waitFor();
      await page.getByRole('cell', { name: 'Orchard refit' }).waitFor();
      await expectFit(page);
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByText('Still to say: 1 stage').waitFor();
      expect(await page.getByLabel('Owner (needed)').inputValue()).toBe('Deal owner');
      expect(await page.getByLabel('Stage: Proposal made', { exact: true }).inputValue()).toBe('propose');
      expect(await page.getByLabel('Date entered "Proposal made (Sales)"').inputValue()).toBe('propose');
      await expectFit(page);
      await page.getByLabel('Waiting room').selectOption({ label: 'Negotiate' });
      await page.getByRole('button', { name: 'Try it first' }).click();
      await page.getByText('Waiting for its turn ·').waitFor();
      await page.getByRole('button', { name: 'Pause' }).click();
      await page.getByText('Paused. What is in stays in').waitFor();
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByText('Waiting for its turn ·').waitFor();
      await work();
      await page.getByText('This was a trial: nothing was changed.').waitFor();
      expect(await page.locator('[data-fate="created"] dd').innerText()).toBe('4');
      expect(await page.locator('[data-grade="full"] dd').innerText()).toContain('1');
      await page.getByText('Deal owner is empty.').waitFor();
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download refused rows (CSV)' }).click();
      expect((await saved).suggestedFilename()).toBe('refused-rows.csv');
      await expectFit(page);
      await page.getByRole('button', { name: 'Import now' }).click();
      await page.getByText('Waiting for its turn ·').waitFor();
      await work();
      await page.getByText('Imported.').waitFor();
      expect(((await officer.get('/opportunities')).body.items as unknown[]).length).toBe(4);
      await page.context().close();
    },
    60_000,
  );

  story(
    'the same list again, by keys alone, is read as the last one was; an export with four files needs no reading',
    async () => {
      const page = await pageOf(browser, officer);
      await page.goto('/import');
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose files' }).press('Enter');
      await (await chooser).setFiles(fileOf(rows));
      await page.getByRole('heading', { name: 'Is it read correctly?' }).waitFor();
      await tabTo(page, 'Next');
      await page.getByText('Matched as the last list with these columns was.').waitFor();
      await tabTo(page, 'Try it first');
      await page.getByText('Waiting for its turn ·').waitFor();
      await work();
      await page.getByText('This was a trial: nothing was changed.').waitFor();
      expect(await page.locator('[data-fate="unchanged"] dd').innerText()).toBe('4');
      await page.getByRole('button', { name: 'Choose' }).click();
      await page.getByRole('button', { name: 'Start over' }).click();
      await page.locator('input[type=file]').first().setInputFiles(fourFiles.slice(0, 3));
      await page.getByText('sales_pipeline.csv · still missing').waitFor();
      await page.locator('input[type=file]').first().setInputFiles(fourFiles.slice(3));
      await page.getByRole('button', { name: 'Try it first' }).click();
      await page.getByText('Waiting for its turn ·').waitFor();
      await work();
      await page.getByText('This was a trial: nothing was changed.').waitFor();
      expect(await page.locator('[data-count="read"]').innerText()).toBe('34');
      await page.context().close();
    },
    60_000,
  );

  story(
    'an import is taken back by keys alone: what it would do, what stays, how far it is, and what became of it',
    async () => {
      const list = [listRows[0], `201,Gone tomorrow${listRows[1].slice(26)}`, `202,Worked on${listRows[1].slice(26)}`];
      const upload = aList({ mapping: aListMapping, content: list.join('\n') });
      const { id } = (await officer.post('/imports/opportunity-lists', upload)).body;
      await work();
      const cards = (await officer.get('/opportunities?limit=200')).body.items as Card[];
      const [gone, kept] = ['Gone tomorrow', 'Worked on'].map((name) => cards.find((card) => card.name === name));
      await moved(officer, kept as OpportunityWire & Card, 'negotiate');
      const page = await pageOf(browser, officer);
      await page.goto(`/import?run=${id}`);
      await page.getByText('everything the import brought or changed can be taken back').waitFor();
      await tabTo(page, 'Take back…');
      await page.getByText('1 opportunity is taken back.').waitFor();
      await page.getByRole('link', { name: 'Worked on' }).waitFor();
      await expectFit(page);
      await tabTo(page, 'Take back now');
      await page.getByText('Waiting to be taken back · 0 of 2 opportunities').waitFor();
      await tabTo(page, 'Pause');
      await page.getByText('Taking back is paused').first().waitFor();
      await tabTo(page, 'Go on');
      await page.getByText('Waiting to be taken back').waitFor();
      await work();
      await page.getByText('Taken back: 1 opportunity.').waitFor();
      await page.getByRole('link', { name: 'Worked on' }).waitFor();
      const reader = await api.as('administrator', { locale: 'zh-TW' });
      const phone = await pageOf(browser, reader, { width: 390, height: 844 });
      await phone.emulateMedia({ colorScheme: 'dark' });
      await phone.goto(`/import?run=${id}`);
      await phone.getByText('已復原 1 筆商機。').waitFor();
      await expectFit(phone);
      await phone.goto(`/opportunities/${gone?.id}`);
      await phone.getByText('它不計入任何數字').waitFor();
      await expectFit(phone);
      await Promise.all([page.context().close(), phone.context().close()]);
    },
    60_000,
  );

  story(
    'on a phone in Chinese it is the same, and nothing is wider than the screen',
    async () => {
      const reader = await api.as('administrator', { locale: 'zh-TW' });
      const page = await pageOf(browser, reader, { width: 390, height: 844 });
      await page.goto('/import');
      await page.getByText('選擇檔案').first().waitFor();
      await expectRoom(page);
      await give(page, [(rows[0] ?? '').replace('Record ID', 'Record Id '), ...rows.slice(1)], '商機.csv');
      await page.getByRole('heading', { name: '讀取正確嗎？' }).waitFor();
      await expectRoom(page);
      await page.getByRole('button', { name: '下一步' }).click();
      await page.getByRole('heading', { name: '欄位與階段對應' }).waitFor();
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectFit(page);
      await page.getByRole('button', { name: '先試跑' }).click();
      await page.getByText('排隊中 ·').waitFor();
      await work();
      await page.getByText('這是試跑：沒有變更任何資料。').waitFor();
      await expectRoom(page);
      await page.context().close();
    },
    60_000,
  );
});

/** Goes to a button by the Tab key and presses it. */
async function tabTo(page: Page, name: string): Promise<void> {
  const wanted = page.getByRole('button', { name, exact: true });
  for (let steps = 0; steps < 60; steps += 1) {
    if (await wanted.evaluate((button) => button === button.ownerDocument.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
}

/** Nothing is wider than the window. */
async function expectRoom(page: Page): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
}

/** The same, and nothing serious stands in anybody’s way. */
async function expectFit(page: Page): Promise<void> {
  await expectRoom(page);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual(
    [],
  );
}
