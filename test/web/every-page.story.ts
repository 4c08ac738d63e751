import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locale } from '@tandem/kernel';
import { webTexts } from '@tandem/language';
import type { Browser, Page } from 'playwright-core';
import { pageFiles } from '../../apps/web/src/page-files';
import { aJointWeek, type JointWeek } from '../builders/a-joint-week';
import { FixedClock } from '../support/fixed-clock';
import { simplified } from '../support/simplified';
import { startApi, type RunningApi } from '../support/start-api';
import { openBrowser, pageOf, settled } from './open-browser';
import { addressOf, visits, type Visit } from './visits';

const skipped = process.env['BROWSER_STORIES'] === 'skip';
const story = skipped ? test.skip : test;

/** Grey lines, a wheel, or an answer that is being renewed. */
const onItsWay = '.mantine-Skeleton-root, .mantine-Loader-root, [aria-busy="true"]';
/** What is read or heard, in the order of the page. */
const said = `[document.body.innerText, ...[...document.querySelectorAll('[aria-label], [title], [placeholder]')]
  .flatMap((one) => ['aria-label', 'title', 'placeholder'].map((name) => one.getAttribute(name)))].filter(Boolean).join('\\n')`;
/** Who signs in asks first whether somebody is signed in, and the browser tells that nobody is. */
const nobodyHere = 'status of 401';
/** A machine with too much to do has reads asked for again, which the page does by itself. */
const [turnedAway, overloaded] = ['status of 503', 'api.overloaded'];
/** How soon a page arrives is another story: here two others are at work on the same machine. */
const patienceMs = 30_000;
/** Four English words in a row: names are shorter. */
const english = /[A-Za-z]+(?: [a-z]+){3,}/;

describe('every page', () => {
  let api: RunningApi;
  let browser: Browser;
  let week: JointWeek;
  let key: RegExp;

  beforeAll(async () => {
    if (skipped) return;
    const WEB_DIR = fileURLToPath(new URL('../../dist/web', import.meta.url));
    // The browser keeps cookies by its own clock, so that of the server stands where it really is.
    const clock = new FixedClock(new Date().toISOString());
    [api, browser] = await Promise.all([startApi({ environment: { WEB_DIR }, clock }), openBrowser()]);
    week = await aJointWeek(api);
    const rooms = Object.values(await webTexts.en()).flatMap((texts) => Object.keys(texts));
    key = new RegExp(`\\{\\{|\\b(?:${[...new Set(rooms)].join('|')})\\.[a-z]\\w*`);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  test('is visited', () => {
    expect(pageFiles.map(({ path }) => path).filter((path) => !visits[path])).toEqual([]);
  });

  story(
    'stands in nobody’s way in English at a desk by day',
    async () => expect(await faultsOfAll('en', { width: 1280, colorScheme: 'light' })).toEqual({}),
    180_000,
  );

  story(
    'stands in nobody’s way in Chinese on a phone by night, and says all of it in Chinese',
    async () => expect(await faultsOfAll('zh-TW', { width: 390, height: 844, colorScheme: 'dark' })).toEqual({}),
    180_000,
  );

  /** Of each page that has any, what is wrong with it. */
  async function faultsOfAll(locale: Locale, desk: Parameters<typeof pageOf>[2]): Promise<Record<string, string[]>> {
    const readers = week.readers[locale];
    const page = await pageOf(browser, readers.rep, { ...desk, locale: locale === 'en' ? 'en-GB' : locale });
    const told = listenTo(page);
    const all: Record<string, string[]> = {};
    for (const { path } of pageFiles) {
      const visit = visits[path];
      if (!visit) continue;
      await come(page, visit);
      await page.goto(addressOf(path, week));
      const errors = (await arrived(page, visit)).concat(await faultsOf(page, locale), told.splice(0));
      const faults = errors.filter((error) => visit.as !== null || !error.includes(nobodyHere));
      if (faults.length > 0) all[path] = faults;
    }
    await page.context().close();
    return all;

    async function come(at: Page, { as }: Visit): Promise<void> {
      // The page before asks nothing more in the name of the next reader.
      await at.goto('about:blank');
      told.splice(0);
      await at.context().clearCookies();
      if (as === null) return;
      const [name = '', value = ''] = readers[as].sessionCookie.split('=');
      await at.context().addCookies([{ name, value, url: api.url }]);
    }
  }

  async function arrived(page: Page, { until }: Visit): Promise<string[]> {
    try {
      await page.locator(until).first().waitFor({ timeout: patienceMs });
      // Some parts come when somebody is about to see them.
      await page.evaluate('scrollTo(0, document.body.scrollHeight)');
      await page.locator(onItsWay).first().waitFor({ state: 'hidden' });
      return [];
    } catch {
      const alerts = await page.locator('[role="alert"]').allInnerTexts();
      return [`it did not arrive: ${until} ${alerts.join(' ')}`.trim()];
    }
  }

  async function faultsOf(page: Page, locale: Locale): Promise<string[]> {
    // Without frames to look into, one look at the page is all that is needed.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    const beyond = [await beyondWindow(page), locale === 'en' ? await beyondPhone(page) : 0];
    const words = await page.evaluate<string>(said);
    const wrong = locale === 'zh-TW' ? [key, simplified, english] : [key];
    return [
      ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`),
      ...beyond.filter((pixels) => pixels > 0).map((pixels) => `it is ${pixels} px wider than the window`),
      ...wrong.flatMap((pattern) => lineWith(words, pattern)),
    ];
  }

  /** English words are longer than Chinese ones, and are read on phones as well. */
  async function beyondPhone(page: Page): Promise<number> {
    const desk = page.viewportSize();
    await page.setViewportSize({ width: 390, height: 844 });
    // Parts that only a desk has go with the next drawing.
    await settled(page, 'document.documentElement.scrollWidth <= innerWidth');
    const beyond = await beyondWindow(page);
    if (desk) await page.setViewportSize(desk);
    return beyond;
  }

  /** Errors of the console, and what is asked for elsewhere. */
  function listenTo(page: Page): string[] {
    const told: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes(turnedAway)) told.push(`console: ${message.text()}`);
    });
    page.on('response', async (answer) => {
      if (answer.status() < 500) return;
      const words = await answer.text().catch(() => 'gone');
      if (!words.includes(overloaded)) told.push(`${answer.url()}: ${words}`);
    });
    page.on('pageerror', (error) => told.push(`error: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(api.url) && !request.url().startsWith('data:')) told.push(`asked ${request.url()}`);
    });
    return told;
  }
});

const beyondWindow = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');

const lineWith = (words: string, pattern: RegExp): string[] =>
  words
    .split('\n')
    .filter((line) => pattern.test(line))
    .map((line) => `it says “${line.trim()}”`);
