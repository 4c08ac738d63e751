import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { DemoRunner } from '@tandem/demo';
import type { Browser, Page } from 'playwright-core';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi } from '../support/start-api';
import { openBrowser } from './open-browser';

const skipped = process.env['BROWSER_STORIES'] === 'skip';
const story = skipped ? test.skip : test;
const password = 'copper lantern river nine';
const code = 'K7QM-2F9X-TB4D';

interface Visit {
  readonly locale?: string;
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
}

describe('setting up in a browser', () => {
  let api: RunningApi;
  let browser: Browser;

  beforeAll(async () => {
    if (!skipped) browser = await openBrowser();
  });

  // Each visitor finds an installation that nobody has set up.
  beforeEach(async () => {
    if (skipped) return;
    const WEB_DIR = fileURLToPath(new URL('../../dist/web', import.meta.url));
    // The browser keeps cookies by its own clock, so that of the server stands where it really is.
    const clock = new FixedClock(new Date().toISOString());
    api = await startApi({ environment: { WEB_DIR, SETUP_CODE: code }, clock, organisation: null });
  }, 60_000);

  afterEach(() => api?.stop());
  afterAll(() => browser?.close());

  async function visitor({ locale = 'en-GB', width = 1280, colorScheme = 'light' }: Visit = {}): Promise<Page> {
    const viewport = { width, height: 800 };
    const context = await browser.newContext({ baseURL: api.url, viewport, locale, colorScheme });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    return page;
  }

  story(
    'by mouse: faults stand beside their fields, a reload keeps what was typed, a colleague comes in by a link, and the tour is offered once',
    async () => {
      const page = await visitor();
      await page.goto('/');
      await page.waitForURL('**/welcome');
      await page.getByRole('heading', { name: 'Welcome to Tandem' }).waitFor();
      await sound(page);
      const go = () => page.getByRole('button', { name: 'Continue' }).click();
      await go();
      await go();
      await page.getByText('Enter the set-up code.').waitFor();
      await page.getByText('Enter a name.').waitFor();
      await page.getByText('Write an address such as ann@example.com.').waitFor();
      expect(await page.evaluate('document.activeElement.dataset.field')).toBe('code');
      await page.getByLabel('Set-up code').fill(code);
      await page.getByLabel('Your name').fill('Ann Lee');
      await page.getByLabel('E-mail address').fill('ann@example.com');
      await page.getByLabel('Password', { exact: true }).fill('Ann Lee was here');
      await go();
      await page.getByText('Leave your own name and e-mail address out of it.').waitFor();
      await page.getByLabel('Password', { exact: true }).fill(password);
      await page.getByText('Good: long enough to be safe').waitFor();
      await sound(page);
      await go();
      await page.getByText('An empty organisation').click();
      await go();
      await page.getByLabel('Name', { exact: true }).fill('Nu Shu Ltd.');
      await page.getByRole('combobox', { name: 'Divided into' }).click();
      await page.getByRole('option', { name: 'Weeks, 4-4-5' }).click();
      await page.getByRole('combobox', { name: 'First week of the year' }).waitFor();
      await page.getByLabel('Until').fill('08:00');
      await go();
      await page.getByText('Must be later than the beginning.').waitFor();
      await page.getByLabel('Until').fill('17:30');
      await sound(page);
      await page.reload();
      expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Nu Shu Ltd.');
      await go();
      await page.getByRole('button', { name: 'Add a colleague' }).click();
      const colleague = page.getByRole('group', { name: 'Colleague 1' });
      await colleague.getByLabel('Name').fill('Bo Wu');
      await colleague.getByLabel('E-mail address').fill('bo@example.com');
      await sound(page);
      await page.getByRole('button', { name: 'Set up Tandem' }).click();
      // The password was not kept, and everything else was.
      await page.getByText('it is not kept when the page is reloaded').waitFor();
      await page.getByLabel('Password', { exact: true }).fill(password);
      for (const step of ['What do you want', 'Your organisation', 'Who should join?']) {
        await go();
        await page.getByRole('heading', { name: step }).waitFor();
      }
      await page.getByRole('button', { name: 'Set up Tandem' }).click();
      await page.getByRole('heading', { name: 'Tandem is ready' }).waitFor();
      await sound(page);
      const link = await page.getByRole('textbox', { name: 'Bo Wu' }).inputValue();
      await page.getByRole('button', { name: 'To the board' }).click();
      await page.waitForURL('**/board');
      await page.getByText('Nu Shu Ltd.').first().waitFor();
      await toured(page);
      await page.context().close();
      await comesInBy(link);
    },
    90_000,
  );

  /** Who was invited chooses a password and is in. */
  async function comesInBy(link: string): Promise<void> {
    const page = await visitor({ width: 390 });
    await page.goto(link);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await sound(page);
    await page.getByRole('button', { name: 'Set password and sign in' }).click();
    await page.waitForURL('**/my-day');
    await page.context().close();
  }

  story('by keys alone; whoever finishes second is told so, and where to go', async () => {
    const [first, second] = [await visitor(), await visitor()];
    for (const page of [first, second]) await byKeys(page, page === first ? 'ann' : 'bea');
    await first.keyboard.press('Enter');
    await first.waitForURL('**/board');
    await second.keyboard.press('Enter');
    await second.getByText('Somebody else was here first.').waitFor();
    await second.getByRole('link', { name: 'To the sign-in page' }).click();
    await second.getByRole('heading', { name: 'Sign in' }).waitFor();
    await Promise.all([first.context().close(), second.context().close()]);
  });

  story(
    'in Chinese, on a phone, in the dark, with the demo company',
    async () => {
      const page = await visitor({ locale: 'zh-TW', width: 390, colorScheme: 'dark' });
      await page.goto('/my-day');
      const go = () => page.getByRole('button', { name: '繼續' }).click();
      await page.getByRole('heading', { name: '歡迎使用 Tandem' }).waitFor();
      await sound(page);
      await go();
      await page.getByLabel('設定碼').fill(code);
      await page.getByLabel('您的姓名').fill('李安');
      await page.getByLabel('電子郵件').fill('ann@example.com');
      await page.getByLabel('密碼', { exact: true }).fill(password);
      await sound(page);
      await go();
      await page.getByText('自己的資料', { exact: true }).click();
      await go();
      await sound(page);
      await page.getByRole('button', { name: '上一步' }).click();
      await page.getByText('示範公司', { exact: true }).click();
      await sound(page);
      await page.getByRole('button', { name: '以示範公司完成設定' }).click();
      await page.getByText('等待背景工作程式').waitFor();
      await api.act(() => api.app.get(DemoRunner, { strict: false }).runWaiting());
      await page.getByRole('heading', { name: '示範公司已建立' }).waitFor();
      await page.getByText('rep@demo.example').waitFor();
      await sound(page);
      await page.getByRole('button', { name: '開始瀏覽' }).click();
      await page.waitForURL('**/board');
      await page.getByText('蘭陽邊緣系統').first().waitFor({ state: 'attached' });
      await page.context().close();
    },
    90_000,
  );
});

/** From the link of the terminal, which brings the code, up to the button that sets up; that then has the focus. */
async function byKeys(page: Page, name: string): Promise<void> {
  const { keyboard } = page;
  const type = async (...words: string[]) => {
    for (const word of words) {
      await keyboard.press('Tab');
      await keyboard.type(word);
    }
  };
  await page.goto(`/welcome#${code.replaceAll('-', '')}`);
  await page.getByRole('heading', { name: 'Welcome to Tandem' }).waitFor();
  expect(new URL(page.url()).hash).toBe('');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  await keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.value')).toBe(code.replaceAll('-', ''));
  await type(name, `${name}@example.com`, password);
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'What do you want to begin with?' }).waitFor();
  for (const key of ['Tab', 'Space', 'ArrowDown', 'ArrowDown', 'Enter']) await keyboard.press(key);
  await page.getByRole('heading', { name: 'Your organisation' }).waitFor();
  await type('Nu Shu Ltd.');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Who should join?' }).waitFor();
  for (const stop of ['Add a colleague', 'Back', 'Set up Tandem']) {
    await keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe(stop);
  }
}

/** From the offer to the last stop; then it is offered no more, and found in the menu. */
async function toured(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'One-minute tour' }).click();
  const card = page.getByRole('region', { name: 'Tour' });
  const titles = [
    'Your work begins here',
    'Find anything, go anywhere',
    'Where marketing and sales meet',
    'No number without its meaning',
    'Thirty minutes a week, together',
    'Language, colours and keys',
  ];
  for (const [place, title] of titles.entries()) {
    await card.getByRole('heading', { name: title }).waitFor();
    await card.locator('h2:focus').waitFor();
    if (place === 3) await sound(page);
    await card.getByRole('button', { name: /Next|Done/ }).click();
  }
  await card.waitFor({ state: 'hidden' });
  await page.reload();
  await page.getByRole('button', { name: /Your account/ }).click();
  expect(await page.getByText('One-minute tour').count()).toBe(0);
  await page.getByRole('menuitem', { name: 'Take the tour' }).click();
  await card.waitFor();
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'hidden' });
}

/** Nothing stands wider than the screen, and nothing serious in anybody's way. */
async function sound(page: Page): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual(
    [],
  );
  if (process.env['WELCOME_SHOTS'])
    await page.screenshot({ path: `${process.env['WELCOME_SHOTS']}/${++shots}.png`, fullPage: true });
}

let shots = 0;
