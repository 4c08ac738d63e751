import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { aTeam } from '../builders/a-team';
import { anOpportunity } from '../builders/an-opportunity';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { openBrowser, pageOf, settled } from './open-browser';

const skipped = process.env['BROWSER_STORIES'] === 'skip';
const story = skipped ? test.skip : test;

describe('the administration in a browser', () => {
  let api: RunningApi;
  let browser: Browser;
  let admin: SignedInClient;

  beforeAll(async () => {
    if (skipped) return;
    const WEB_DIR = fileURLToPath(new URL('../../dist/web', import.meta.url));
    const WEBHOOK_SECRET_KEY = randomBytes(32).toString('base64');
    const clock = new FixedClock(new Date().toISOString());
    [api, browser] = await Promise.all([
      startApi({ environment: { WEB_DIR, WEBHOOK_SECRET_KEY }, clock }),
      openBrowser(),
    ]);
    admin = await api.as('administrator', { name: 'Ada' });
    const teamId = await aTeam(api.database, { name: 'North', side: 'sales' });
    const rep = await api.as('rep', { name: 'Ann Lee', teamId });
    const { id, version } = await anOpportunity(rep, { name: 'Wafer line' });
    await rep.patch(`/opportunities/${id}`, { amount: { amountMinor: '250000', currency: 'USD' } }, { version });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  const line = (page: Page, topic: string) => page.locator(`[data-topic="${topic}"]`);
  const part = (page: Page, name: string) =>
    page.getByRole('navigation', { name: 'Parts of the administration' }).getByRole('link', { name });

  story('by mouse: a red line says what to do, somebody is added and promoted, and the trail tells it', async () => {
    const page = await pageOf(browser, admin);
    await page.goto('/import');
    await page.getByRole('link', { name: 'Administration' }).click();
    await line(page, 'workers').getByText('Needs you').waitFor();
    await line(page, 'workers').getByText('Start a worker').waitFor();
    await line(page, 'database').getByText('In order').waitFor();
    await line(page, 'letters').getByRole('link', { name: 'To the mails' }).waitFor();
    await part(page, 'People').click();
    await page.getByRole('button', { name: 'Add a person' }).click();
    const adding = page.getByRole('dialog', { name: 'Add a person' });
    await adding.getByLabel('Name', { exact: false }).first().fill('Bea Lin');
    await adding.getByLabel('E-mail address').fill('bea@example.test');
    await adding.getByRole('combobox', { name: 'Team' }).click();
    await page.getByRole('option', { name: 'North' }).click();
    await adding.getByRole('button', { name: 'Add a person' }).click();
    const told = page.getByRole('dialog', { name: 'Invitation for Bea Lin' });
    const lost = await told.locator('code').innerText();
    await page.keyboard.press('Escape');
    await told.locator('button:focus', { hasText: 'Copy' }).waitFor();
    await told.getByRole('button', { name: 'I have it' }).click();
    await page.getByRole('row', { name: /Bea Lin.*Invited/ }).waitFor();
    await page.getByRole('button', { name: 'Change Bea Lin' }).click();
    const changing = page.getByRole('dialog', { name: 'Change Bea Lin' });
    await changing.getByRole('button', { name: 'New invitation' }).click();
    const link = await told.locator('code').innerText();
    await told.getByRole('button', { name: 'I have it' }).click();
    await comesInBy(lost, 'This invitation has been used already, or has run out.');
    await comesInBy(link);
    await page.reload();
    await page.getByRole('row', { name: /Bea Lin.*May sign in/ }).waitFor();
    await page.getByRole('button', { name: 'Change Bea Lin' }).click();
    await changing.getByRole('combobox', { name: 'Role' }).click();
    await page.getByRole('option', { name: 'Manager' }).click();
    await changing.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('row', { name: /Bea Lin.*Manager.*North/ }).waitFor();
    await page.getByRole('button', { name: 'Change Bea Lin' }).click();
    await changing.getByRole('button', { name: 'Switch off' }).click();
    await changing.getByRole('button', { name: 'Really switch off?' }).click();
    await changing.waitFor({ state: 'detached' });
    await part(page, 'Audit').click();
    const promoted = page.locator('[data-action="person.reassigned"]');
    await promoted.getByText('gave another role or team to Bea Lin').waitFor();
    expect(await promoted.getByRole('definition').innerText()).toMatch(/Sales rep[\s\S]*Manager/);
    await part(page, 'Webhooks').click();
    await page.getByText('Nobody outside is told of anything').waitFor();
    await page.getByRole('button', { name: 'Add a webhook' }).click();
    const receiver = page.getByRole('dialog', { name: 'Add a webhook' });
    await receiver.getByLabel('Address').fill('https://hooks.acme.com/tandem');
    await receiver.getByRole('button', { name: 'Add a webhook' }).click();
    const secret = page.getByRole('dialog', { name: 'Secret of the receiver' });
    expect(await secret.locator('code').innerText()).toMatch(/^whsec_/);
    await secret.getByRole('button', { name: 'I have it' }).click();
    const acme = page.getByRole('region', { name: 'https://hooks.acme.com/tandem' });
    await acme.getByRole('button', { name: 'Switch off' }).click();
    await acme.getByText('Switched off by somebody').waitFor();
    await page.context().close();
  });

  /** Whoever was invited chooses a password and is in, or is told why not. */
  async function comesInBy(link: string, refusal?: string): Promise<void> {
    const context = await browser.newContext({ baseURL: api.url, locale: 'en-GB' });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(link);
    await page.getByLabel('Password', { exact: true }).fill('copper lantern river nine');
    await page.getByRole('button', { name: 'Set password and sign in' }).click();
    if (refusal === undefined) await page.waitForURL('**/my-day');
    else await page.getByText(refusal).waitFor();
    await context.close();
  }

  story('where the browser may not copy, the link is shown once more, marked', async () => {
    const page = await pageOf(browser, admin);
    // As over plain http.
    await page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
    const { person } = await api.as('rep', { name: 'Cho Ma' });
    await page.goto('/administration/people');
    await page.getByRole('button', { name: 'Change Cho Ma' }).click();
    await page.getByRole('dialog', { name: 'Change Cho Ma' }).getByRole('button', { name: 'New invitation' }).click();
    const told = page.getByRole('dialog', { name: 'Invitation for Cho Ma' });
    const link = await told.locator('code').innerText();
    await told.getByRole('button', { name: 'Copy' }).click();
    await page.getByLabel('The browser may not copy here.').waitFor();
    await settled(page, `getSelection().toString() === ${JSON.stringify(link)}`);
    expect(await page.evaluate('getSelection().toString()')).toBe(link);
    await page.keyboard.press('Escape');
    await told.locator('button:focus', { hasText: 'Copy' }).waitFor();
    // Until the link is used, nothing is lost.
    expect((await api.anonymous.signIn(person.email, 'a password for tests')).status).toBe(201);
    await page.context().close();
  });

  story('by keys alone: the trail is narrowed to one person and one record, and leads to it', async () => {
    const page = await pageOf(browser, admin);
    await page.goto('/import');
    await page.getByRole('heading', { name: 'Import' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('administ');
    await page.getByRole('option', { name: 'Administration' }).waitFor();
    await page.keyboard.press('Enter');
    await line(page, 'workers').waitFor();
    await tabTo(page, 'Audit');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Audit trail' }).waitFor();
    await page.locator('[data-action]').first().waitFor();
    await tabTo(page, 'Who');
    await page.keyboard.type('Ann');
    await page.getByRole('option', { name: 'Ann Lee' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/who=/);
    await page.getByText('added the person Ann Lee').waitFor({ state: 'detached' });
    await tabTo(page, 'Only this record: Wafer line');
    await page.keyboard.press('Enter');
    await page.getByText('Only one record is shown: Wafer line').waitFor();
    await page.locator('[data-action="person.signed_in"]').waitFor({ state: 'detached' });
    expect(
      await page.locator('[data-action]').evaluateAll((all) => all.map((one) => one.getAttribute('data-action'))),
    ).toEqual(['opportunity.edited', 'opportunity.opened']);
    await tabTo(page, 'Wafer line');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Wafer line', level: 1 }).waitFor();
    await page.context().close();
  });

  story('in Chinese, on a phone, in both colours, with nothing in the way of anybody', async () => {
    const page = await pageOf(browser, await api.as('administrator', { locale: 'zh-TW' }), { width: 390 });
    const arrived = { '': '[data-topic]', '/audit': '[data-action]', '/people': 'tbody tr', '/webhooks': 'section h2' };
    for (const [to, until] of Object.entries(arrived)) {
      await page.goto(`/administration${to}`);
      await page.locator(until).first().waitFor();
      // By night every page is looked at together with all others; the one full of colours here, too.
      for (const colorScheme of to === '' ? (['light', 'dark'] as const) : (['light'] as const)) {
        await page.emulateMedia({ colorScheme });
        expect({ to, colorScheme, faults: await faultsOf(page) }).toEqual({ to, colorScheme, faults: [] });
      }
      expect({ to, wider: await page.evaluate('document.documentElement.scrollWidth - innerWidth') }).toEqual({
        to,
        wider: 0,
      });
    }
    await page.goto('/administration');
    await line(page, 'workers').getByText('需要處理').waitFor();
    await line(page, 'workers').getByText('請啟動背景工作程式').waitFor();
    await page.context().close();
  });

  story(
    'a rep gets no such page and changes their own password, a revenue officer gets the overview alone',
    async () => {
      const rep = await api.as('rep');
      const page = await pageOf(browser, rep);
      await page.goto('/administration/people');
      await page.getByText('Only an administrator sees this page').waitFor();
      expect(await page.getByRole('link', { name: 'Administration' }).count()).toBe(0);
      await page.getByRole('button', { name: /^Your account/ }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: 'Change password' }).press('Enter');
      await page.getByLabel('Password you have now').fill('a password for tests');
      await page.getByLabel('New password').fill('one nobody was told of');
      await page.keyboard.press('Enter');
      await page.getByText('Your password was changed.').waitFor();
      expect((await api.anonymous.signIn(rep.person.email, 'one nobody was told of')).status).toBe(201);
      await page.context().close();
      const officer = await pageOf(browser, await api.as('revenue_officer'));
      await officer.goto('/administration');
      await line(officer, 'workers').waitFor();
      expect(await part(officer, 'People').count()).toBe(0);
      await officer.context().close();
    },
  );
});

/** Goes on by Tab until what has the focus is called so. */
async function tabTo(page: Page, name: string): Promise<void> {
  const called = `(() => {
    const at = document.activeElement;
    return at?.getAttribute('aria-label') ?? at?.labels?.[0]?.textContent ?? at?.textContent ?? '';
  })()`;
  for (let left = 80; left > 0; left--) {
    if (String(await page.evaluate(called)).trim() === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to “${name}”`);
}

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('main').analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
