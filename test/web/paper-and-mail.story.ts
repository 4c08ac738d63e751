import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { AgendaWire, DeliveryMailWire } from '@tandem/contracts';
import type { Locale } from '@tandem/kernel';
import type { Browser, Page } from 'playwright-core';
import { aJointWeek, type JointWeek } from '../builders/a-joint-week';
import { FixedClock } from '../support/fixed-clock';
import { simplified } from '../support/simplified';
import { startApi, type RunningApi } from '../support/start-api';
import { expectOneSheet } from './on-sheets';
import { openBrowser, pageOf } from './open-browser';

const skipped = process.env['BROWSER_STORIES'] === 'skip';
const story = skipped ? test.skip : test;
const locales: readonly Locale[] = ['en', 'zh-TW'];

/** A letter is read within the page of a mail program, which has the landmarks. */
const ofWholePages = ['region', 'landmark-one-main'];

describe('what leaves the screen', () => {
  let api: RunningApi;
  let browser: Browser;
  let week: JointWeek;

  beforeAll(async () => {
    if (skipped) return;
    const WEB_DIR = fileURLToPath(new URL('../../dist/web', import.meta.url));
    // The browser keeps cookies by its own clock, so that of the server stands where it really is.
    const clock = new FixedClock(new Date().toISOString());
    [api, browser] = await Promise.all([startApi({ environment: { WEB_DIR }, clock }), openBrowser()]);
    week = await aJointWeek(api);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  story.each(locales)('an agenda prints on one sheet of either paper, whole, in %s', async (locale) => {
    const officer = week.readers[locale].revenue_officer;
    const page = await pageOf(browser, officer);
    await page.goto(`/meetings/${week.agendaId}`);
    await page.locator('[data-action]').first().waitFor();
    const { items, actions } = (await officer.get(`/agendas/${week.agendaId}`)).body as AgendaWire;
    await expectOneSheet(page, async () => {
      const words = await page.locator('#content').innerText();
      const said = [...items.flatMap(({ title, why }) => [title, why ?? '']), ...actions.map(({ title }) => title)];
      expect(said.filter((each) => !words.includes(each))).toEqual([]);
    });
    await page.context().close();
  });

  story('the mail of an agenda reads on a phone, by day and by night, with styles and without', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    for (const locale of locales) {
      const mail = await mailIn(locale);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setContent(mail.html!);
        expect({ locale, colorScheme, faults: await faultsOf(page) }).toEqual({ locale, colorScheme, faults: [] });
      }
      expect(mail.html).not.toMatch(/<img|url\(|@import|src=/);
      await page.setContent(mail.html!.replaceAll(/<style>[\s\S]*?<\/style>| style="[^"]*"| class="[^"]*"/g, ''));
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      await expectAlternative(page, mail);
      if (locale === 'zh-TW') expect(`${mail.subject}${mail.text}`).not.toMatch(simplified);
    }
    await page.close();
  });

  const mailIn = async (locale: Locale) =>
    (await week.readers[locale].administrator.get(`/deliveries/${week.mails[locale]}`)).body as DeliveryMailWire;

  /** Whatever is read in the letter stands in its text alternative, and so does every address. */
  async function expectAlternative(page: Page, { text }: DeliveryMailWire): Promise<void> {
    const words = text!.replaceAll(/\s+/g, ' ');
    const seen = await page.evaluate<string[]>(pieces);
    expect(seen.filter((piece) => !words.includes(piece))).toEqual([]);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('h2').count()).toBeGreaterThan(2);
  }
});

/** Each piece of text in the document, and where its links lead. */
const pieces = `(() => {
  const found = [...document.links].map((link) => link.getAttribute('href'));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) found.push(walker.currentNode.data.replaceAll(/\\s+/g, ' ').trim());
  return found.filter(Boolean);
})()`;

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).disableRules(ofWholePages).setLegacyMode(true).analyze();
  const beyond = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
    ...(beyond > 0 ? [`it is ${beyond} px wider than the window`] : []),
  ];
}
