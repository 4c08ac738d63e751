import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { testPassword } from '../builders/a-person';
import { aTeam } from '../builders/a-team';
import { anOffer, anOpportunity, moved } from '../builders/an-opportunity';
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

  story('a move made on an old state shows what somebody else did, and applies only when told to', async () => {
    const opportunity = await anOpportunity(rep, { name: 'Wanted by two', amount });
    const colleague = await api.as('rep', { teamId: rep.person.teamId, name: 'Ben Chang' });
    const page = await pageOf(browser, rep);
    // Otherwise it would hear of the other move before it is told of its own.
    await page.route('**/api/v1/changes', (route) => route.abort());
    await page.goto('/board');
    await card(page, 'prospect', 'Wanted by two').getByRole('link').focus();
    await moved(colleague, opportunity, 'negotiate');
    await page.keyboard.press(']');
    await page.getByText('Ben Chang changed this').waitFor();
    expect(await page.getByRole('alert', { name: 'Somebody changed this' }).textContent()).toContain('Negotiate');
    await page.getByRole('button', { name: 'Apply mine' }).click();
    await card(page, 'define_needs', 'Wanted by two').waitFor();
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
  await what.hover();
  await page.mouse.down();
  const box = await where.boundingBox();
  if (!box) throw new Error('the target is not on the screen');
  await page.mouse.move(box.x + box.width / 2, box.y + 120, { steps: 10 });
  await page.mouse.up();
}

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}
