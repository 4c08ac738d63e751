import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { FeedbackOverviewWire, HandOffWire } from '@tandem/contracts';
import type { Browser, Page } from 'playwright-core';
import { aContact } from '../builders/a-contact';
import { aTeam } from '../builders/a-team';
import { anAccount } from '../builders/an-account';
import { anOffer, anOpportunity } from '../builders/an-opportunity';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { openBrowser, pageOf } from './open-browser';

const skipped = process.env['BROWSER_STORIES'] === 'skip';
const story = skipped ? test.skip : test;

const wafers = 'Wafer line with a name that is longer than any phone is wide';

describe('directory and feedback in a browser', () => {
  let api: RunningApi;
  let browser: Browser;
  let rep: SignedInClient;
  let marketer: SignedInClient;

  beforeAll(async () => {
    if (skipped) return;
    const WEB_DIR = fileURLToPath(new URL('../../dist/web', import.meta.url));
    // The browser keeps cookies by its own clock, so that of the server stands where it really is.
    const clock = new FixedClock(new Date().toISOString());
    [api, browser] = await Promise.all([startApi({ environment: { WEB_DIR }, clock }), openBrowser()]);
    const teamId = await aTeam(api.database, { name: 'Harbour Sales' });
    rep = await api.as('rep', { name: 'Ann Lee', teamId });
    for (const name of ['Ben Wu', 'Cai Lin']) await api.as('rep', { name, teamId });
    marketer = await api.as('marketer', { name: 'Mei Zhou' });
    const card = { phone: '+886 2 5555 0101', askAbout: 'Webinars and their lists' };
    await marketer.patch('/directory/me', card, { version: 1 });
    const accountId = await anAccount(api.database, { name: 'Zephyr Foundry', nameZh: '西風晶圓製造' });
    for (const email of ['stone@zephyr.example', 'w.stone@zephyr.example'])
      await aContact(api.database, { accountId, name: 'Wanda Stone', email, title: 'Purchasing' });
    const lead = await anOpportunity(marketer, { name: wafers, accountId, stage: 'qualify' });
    const { id, version } = await anOffer(marketer, lead, teamId);
    const answered = await rep.post(`/hand-offs/${id}/acceptance`, {}, { version });
    expect((answered.body as HandOffWire).state).toBe('accepted');
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  const field = (page: Page, name = 'Search the directory') => page.getByRole('searchbox', { name });
  const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

  story(
    'by mouse: a topic finds whom to ask, a company finds whom to call there, and one writes one’s own entry',
    async () => {
      const page = await pageOf(browser, rep);
      const called = await callsOf(page);
      await page.goto('/directory');
      await field(page).fill('webinar');
      await row(page, 'Mei Zhou').getByText('Webinars and their lists').waitFor();
      await row(page, 'Ann Lee').waitFor({ state: 'detached' });
      await row(page, 'Mei Zhou').getByRole('link', { name: 'Call Mei Zhou' }).click();
      expect(await called()).toEqual(['tel:+886255550101']);
      await field(page).fill('zephyr');
      const customers = page.getByRole('region', { name: 'At customers' });
      await customers.getByText('Perhaps twice').first().waitFor();
      await customers.getByRole('link', { name: 'Write to Wanda Stone' }).first().click();
      expect((await called()).at(-1)).toMatch(/^mailto:.*stone@zephyr\.example$/);
      await page.getByRole('button', { name: 'My entry' }).click();
      await page.getByLabel('Phone').fill('02 5555 0199');
      await page.getByLabel('Ask me about').fill('Foundries');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Your entry is saved').waitFor();
      await field(page).fill('foundries');
      await row(page, 'Ann Lee').getByRole('link', { name: 'Call Ann Lee' }).waitFor();
      await page.context().close();
    },
  );

  story('by keys alone: typed, entered, called; and feedback given and taken back', async () => {
    const page = await pageOf(browser, rep);
    const called = await callsOf(page);
    await page.goto('/board');
    await page.getByRole('heading', { name: 'Board', level: 1 }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.getByRole('heading', { name: 'Directory', level: 1 }).waitFor();
    await tabTo(page, 'Search the directory');
    // Enter comes before the answer, and leads to its first line.
    await page.keyboard.type('mei');
    await page.keyboard.press('Enter');
    await page.locator(':focus', { hasText: 'Call Mei Zhou' }).waitFor();
    await page.keyboard.press('Enter');
    expect(await called()).toEqual(['tel:+886255550101']);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('stone');
    await row(page, 'Wanda Stone').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator(':focus').textContent()).toContain('Write to Wanda Stone');
    await page.goto('/feedback');
    await page.getByText('How good are the leads?').waitFor();
    await page.getByRole('radio', { name: 'This week as a whole' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const said = page.getByRole('alert').filter({ hasText: 'Sent with your name' });
    await said.waitFor();
    await page.getByText('You gave 2 of 5.').waitFor();
    await said.getByRole('button', { name: 'Undo' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Taken back').waitFor();
    await page.getByRole('radio', { name: '4 Good' }).waitFor();
    await page.context().close();
  });

  story('feedback of a hand-off takes three taps on a phone, and without a name it says what that means', async () => {
    const page = await pageOf(browser, rep, { width: 390, height: 844 });
    await page.goto('/feedback');
    await page.getByText('How good are the leads?').waitFor();
    const taps = await tapsOf(page);
    await page.getByRole('radio', { name: /Zephyr Foundry/ }).click();
    await page.getByRole('radio', { name: '4 Good' }).click();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('Sent with your name').waitFor();
    expect(await taps()).toBe(3);
    const { handOffs } = (await rep.get('/feedback')).body as FeedbackOverviewWire;
    expect(handOffs).toMatchObject([{ opportunityName: wafers, score: 4 }]);
    await page.getByRole('checkbox', { name: 'Send without my name' }).check();
    await page.getByText('neither who you are nor when').waitFor();
    await page.getByRole('radio', { name: '3 Fair' }).click();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('Sent without your name').waitFor();
    await page
      .getByRole('row', { name: /This week/ })
      .getByText('2 answers: shown when the week is over')
      .waitFor();
    await page.context().close();
  });

  story('in Chinese, on a phone and at a desk, in both colours, with nothing in the way of anybody', async () => {
    const reader = await api.as('marketer', { name: 'Lin', locale: 'zh-TW', teamId: marketer.person.teamId });
    for (const { width, schemes } of [
      { width: 390, schemes: ['light', 'dark'] },
      { width: 1280, schemes: ['light'] },
    ] as const) {
      const page = await pageOf(browser, reader, { width });
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        await page.goto('/directory');
        await field(page, '搜尋通訊錄').fill('zephyr');
        await page.getByRole('region', { name: '客戶端聯絡人' }).getByText('可能重複').first().waitFor();
        await field(page, '搜尋通訊錄').fill('');
        await row(page, 'Mei Zhou').getByRole('link', { name: '致電Mei Zhou' }).waitFor();
        await looked(page, { width, colorScheme, page: 'directory' });
        await page.goto('/feedback');
        await page.getByText('後續跟進如何？').waitFor();
        await page.getByRole('row', { name: /本週/ }).waitFor();
        await looked(page, { width, colorScheme, page: 'feedback' });
      }
      await page.context().close();
    }
  });
});

/** What would have been dialled or written: the browser of a test has no telephone. */
async function callsOf(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(`window.called = [];
    window.addEventListener('click', (event) => {
      const href = event.target.closest('a')?.getAttribute('href') ?? '';
      if (!/^(tel|mailto):/.test(href)) return;
      event.preventDefault();
      window.called.push(href);
    });`);
  return () => page.evaluate<string[]>('window.called');
}

/** How often a finger touched something from now on. */
async function tapsOf(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(
    `window.taps = 0; window.addEventListener('pointerdown', () => window.taps++, { capture: true });`,
  );
  return () => page.evaluate<number>('window.taps');
}

async function tabTo(page: Page, label: string): Promise<void> {
  for (let presses = 0; presses < 10; presses++) {
    if ((await page.locator(':focus').getAttribute('aria-label')) === label) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${label}`);
}

async function looked(page: Page, seen: object): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('#content').analyze();
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  expect({ ...seen, faults }).toEqual({ ...seen, faults: [] });
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
}
