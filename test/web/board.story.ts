import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { testPassword } from '../builders/a-person';
import { aTeam } from '../builders/a-team';
import { anOffer, anOpportunity } from '../builders/an-opportunity';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { openBrowser, pageOf } from './open-browser';

const story = process.env['BROWSER_STORIES'] === 'skip' ? test.skip : test;

describe('the board in a browser', () => {
  let api: RunningApi;
  let browser: Browser;
  let rep: SignedInClient;

  beforeAll(async () => {
    if (process.env['BROWSER_STORIES'] === 'skip') return;
    const WEB_DIR = fileURLToPath(new URL('../../dist/web', import.meta.url));
    // The browser keeps cookies by its own clock, so that of the server stands where it really is.
    [api, browser] = await Promise.all([
      startApi({ environment: { WEB_DIR }, clock: new FixedClock(new Date().toISOString()) }),
      openBrowser(),
    ]);
    rep = await api.as('rep', { name: 'Ann Lee' });
  });

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  const amount = { amountMinor: '12500000', currency: 'USD' };
  const card = (page: Page, stage: string, name: string): Locator =>
    page.locator(`[data-stage="${stage}"] article`).filter({ hasText: name });

  story('somebody signs in and stands on the board of their team', async () => {
    const context = await browser.newContext({ baseURL: api.url, locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto('/board');
    await page.getByLabel('E-mail address').fill(rep.person.email);
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('E-mail address and password do not match.').waitFor();
    await page.getByLabel('Password', { exact: true }).fill(testPassword);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/board');
    await page.getByRole('heading', { name: 'Board', level: 1 }).waitFor();
    await context.close();
  });

  story('a card dragged to another stage is there after a reload', async () => {
    await anOpportunity(rep, { name: 'Dragged by hand', amount });
    const page = await pageOf(browser, rep);
    await page.goto('/board');
    await drag(page, card(page, 'prospect', 'Dragged by hand'), page.locator('[data-stage="propose"]'));
    await page.getByText('Dragged by hand is now in Propose').waitFor();
    await page.reload();
    await card(page, 'propose', 'Dragged by hand').waitFor();
    expect(await card(page, 'prospect', 'Dragged by hand').count()).toBe(0);
    await page.context().close();
  });

  story('a card moves by keys alone, and Undo brings it back', async () => {
    await anOpportunity(rep, { name: 'Moved by keys', amount });
    const page = await pageOf(browser, rep);
    await page.goto('/board');
    const link = card(page, 'prospect', 'Moved by keys').getByRole('link');
    await link.focus();
    // One key moves it a stage on, two bring it anywhere.
    await page.keyboard.press(']');
    await card(page, 'define_needs', 'Moved by keys').waitFor();
    await page.getByText('Moved by keys is now in Define needs').waitFor();
    await page.keyboard.press('m');
    await page.getByRole('menuitem', { name: 'Negotiate' }).click();
    const said = page.getByRole('alert').filter({ hasText: 'Moved by keys is now in Negotiate' });
    await said.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Moved by keys is back in Define needs').waitFor();
    await page.reload();
    await card(page, 'define_needs', 'Moved by keys').waitFor();
    await page.context().close();
  });

  story(
    'a card moved in two browsers: the slower sees both values, chooses, and nothing is lost, in Chinese and by keys too',
    async () => {
      await anOpportunity(rep, { name: 'Wanted by two', amount });
      const slower = await api.as('rep', { teamId: rep.person.teamId, name: 'Ben Chang', locale: 'zh-TW' });
      const [one, other] = [await pageOf(browser, rep), await pageOf(browser, slower)];
      // Otherwise the slower one would hear of the other move before they are told of their own.
      await other.route('**/api/v1/changes', (route) => route.abort());
      await Promise.all([one.goto('/board'), other.goto('/board')]);
      const link = card(other, 'prospect', 'Wanted by two').getByRole('link');
      await link.focus();
      await drag(one, card(one, 'prospect', 'Wanted by two'), one.locator('[data-stage="negotiate"]'));
      await one.getByText('Wanted by two is now in Negotiate').waitFor();
      await other.keyboard.press(']');
      const choice = other.getByRole('alert', { name: '資料已被他人更新' });
      await choice.getByText('Ann Lee更新了這筆資料').waitFor();
      await choice.getByRole('row', { name: '階段 議約 需求釐清' }).waitFor();
      expect(await seriousFaults(other)).toEqual([]);
      // The focus stands on the choice that overwrites nothing.
      await other.keyboard.press('Enter');
      await card(other, 'negotiate', 'Wanted by two').waitFor();
      await card(other, 'negotiate', 'Wanted by two').getByRole('link').focus();
      await drag(one, card(one, 'negotiate', 'Wanted by two'), one.locator('[data-stage="define_needs"]'));
      await one.getByText('Wanted by two is now in Define needs').waitFor();
      await other.keyboard.press('[');
      await choice.getByRole('row', { name: '階段 需求釐清 提案' }).waitFor();
      await other.keyboard.press('Tab');
      await other.keyboard.press('Enter');
      await card(one, 'propose', 'Wanted by two').waitFor();
      await Promise.all([one.context().close(), other.context().close()]);
    },
    30_000,
  );

  story(
    'a fact edited in two places keeps both changes, or shows both values where they are of one field',
    async () => {
      const { id } = await anOpportunity(rep, { name: 'Edited by two', amount });
      const colleague = await api.as('rep', { teamId: rep.person.teamId, name: 'Cara Hsu' });
      const change = async (patch: object) => {
        const { version } = (await colleague.get(`/opportunities/${id}`)).body;
        expect((await colleague.patch(`/opportunities/${id}`, patch, { version })).status).toBe(200);
      };
      const page = await pageOf(browser, rep);
      await page.goto(`/opportunities/${id}`);
      await page.getByRole('button', { name: 'Edit Name' }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill('Edited by both');
      await change({ nextStep: 'Send the quote' });
      await page.keyboard.press('Enter');
      const choice = page.getByRole('alert', { name: 'Somebody changed this' });
      await choice.getByText('Cara Hsu changed this').waitFor();
      await choice.getByText('Next step none → Send the quote').waitFor();
      await choice.getByRole('button', { name: 'Save both' }).click();
      await page.getByRole('heading', { name: 'Edited by both', level: 1 }).waitFor();
      await page.getByRole('button', { name: 'Edit Name' }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill('As Ann calls it');
      await change({ name: 'As Cara calls it' });
      await page.keyboard.press('Enter');
      await choice.getByRole('row', { name: 'Name As Cara calls it As Ann calls it' }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'As Cara calls it', level: 1 }).waitFor();
      expect((await rep.get(`/opportunities/${id}`)).body).toMatchObject({
        name: 'As Cara calls it',
        nextStep: 'Send the quote',
      });
      await page.context().close();
    },
  );

  story('what was done is taken back by Ctrl+Z: a loss, a fact, and only the latest', async () => {
    const closeDate = '2031-03-14';
    const { id } = await anOpportunity(rep, { name: 'Thought better of', amount, closeDate });
    const page = await pageOf(browser, rep);
    await page.goto('/board');
    await card(page, 'prospect', 'Thought better of').getByRole('link').focus();
    await page.keyboard.press('l');
    await page.getByRole('combobox', { name: 'Why was it lost?' }).click();
    await page.getByRole('option', { name: 'Price' }).click();
    await page.getByRole('button', { name: 'Mark as lost' }).click();
    await page.getByText('Thought better of is marked as lost').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('Thought better of is open again').waitFor();
    await card(page, 'prospect', 'Thought better of').waitFor();
    await page.keyboard.press('Control+z');
    await page.goto(`/opportunities/${id}`);
    await page.getByRole('button', { name: 'Edit Amount' }).click();
    await page.getByRole('textbox', { name: 'Amount' }).fill('99');
    await page.keyboard.press('Enter');
    await page.getByText('Amount of Thought better of is changed').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('Amount of Thought better of is back as it was').waitFor();
    expect((await rep.get(`/opportunities/${id}`)).body).toMatchObject({ amount, outcome: 'open', closeDate });
    await page.context().close();
  });

  story('a filter is kept as a view, begun with and shared, by mouse', async () => {
    const keeper = await api.as('rep', { teamId: rep.person.teamId });
    const page = await pageOf(browser, keeper);
    await page.goto('/board');
    await page.getByText('Mine', { exact: true }).click();
    await page.getByRole('combobox', { name: 'Close date' }).selectOption('this_quarter');
    const menu = page.getByRole('button', { name: /^View: / });
    await menu.click();
    await page.getByRole('menuitem', { name: 'Save this filter as a view…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save as a view' });
    await dialog.getByText('It shows: Mine · Closes this quarter').waitFor();
    await dialog.getByLabel('Name').fill('My quarter');
    await dialog.getByLabel('Who can see it').selectOption('team');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'View: My quarter' }).click();
    await page.getByRole('menuitem', { name: 'Make this my default view' }).click();
    await page.getByText('This page begins with “My quarter” from now on').waitFor();
    await page.goto('/board');
    await page.waitForURL(/who=mine&closes=this_quarter&view=/);
    const colleague = await pageOf(browser, await api.as('rep', { teamId: rep.person.teamId, locale: 'zh-TW' }));
    await colleague.goto('/board');
    await colleague.getByRole('button', { name: '檢視：全部' }).click();
    await colleague.getByRole('menuitem', { name: 'My quarter' }).click();
    await colleague.waitForURL(/closes=this_quarter/);
    expect(await seriousFaults(colleague)).toEqual([]);
    await Promise.all([page.context().close(), colleague.context().close()]);
  });

  story('a view is chosen, renamed and deleted by keys alone, and Undo brings it back', async () => {
    await rep.post('/saved-views', { page: 'opportunities', name: 'What we won', filter: { outcome: 'won' } });
    const page = await pageOf(browser, rep);
    await page.goto('/opportunities');
    await page.getByRole('button', { name: 'View: Everything' }).waitFor();
    const choose = async (name: string) => {
      await page.keyboard.press('v');
      await page.getByRole('menuitem', { name }).focus();
      await page.keyboard.press('Enter');
    };
    await choose('What we won');
    await page.waitForURL(/outcome=won&view=/);
    await choose('Rename or share “What we won”…');
    await page.getByRole('dialog').getByLabel('Name').fill('Won');
    await page.keyboard.press('Enter');
    await page.getByText('“Won” is saved').waitFor();
    await choose('Delete “Won”');
    await page.getByText('“Won” is deleted').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('“Won” is back as it was').waitFor();
    await choose('Won');
    await page.waitForURL(/outcome=won&view=/);
    await page.context().close();
  });

  story('an offered hand-off is accepted on the board of the team it was offered to', async () => {
    const marketer = await api.as('marketer', { teamId: await aTeam(api.database, { side: 'marketing' }) });
    const lead = await anOpportunity(marketer, { name: 'Came from the webinar', stage: 'qualify', amount });
    await anOffer(marketer, lead, rep.person.teamId);
    const page = await pageOf(browser, rep);
    await page.goto('/board');
    const waiting = page.getByRole('region', { name: 'Waiting for you' });
    await waiting.getByRole('button', { name: 'Accept' }).click();
    await page.getByText('You accepted Came from the webinar').waitFor();
    await card(page, 'prospect', 'Came from the webinar').waitFor();
    await page.context().close();
  });

  story(
    'nothing serious stands in the way of anybody, at a desk and on a phone',
    async () => {
      const opportunity = await anOpportunity(rep, {
        name: 'Looked at closely',
        nextStep: 'Call',
        closeDate: '2020-01-01',
      });
      for (const width of [1280, 390]) {
        const page = await pageOf(browser, rep, { width });
        for (const path of ['/board', '/opportunities', `/opportunities/${opportunity.id}`]) {
          await page.goto(path);
          await page.locator('#content').getByText('Looked at closely').first().waitFor();
          expect({ path, width, serious: await seriousFaults(page) }).toEqual({ path, width, serious: [] });
          expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
        }
        await page.context().close();
      }
    },
    60_000,
  );
});

async function drag(page: Page, what: Locator, where: Locator): Promise<void> {
  // What dragging takes comes after the cards.
  await what.and(page.locator('[draggable="true"]')).hover();
  await page.mouse.down();
  const box = await where.boundingBox();
  if (!box) throw new Error('the target is not on the screen');
  await page.mouse.move(box.x + box.width / 2, box.y + 120, { steps: 10 });
  await page.mouse.up();
}

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}
