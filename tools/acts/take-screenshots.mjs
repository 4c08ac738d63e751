// `npm run screenshots -- [address] [--scheme dark] [--first-screen] [--only board,funnel] [--sheet FILE]`: every page of a running product
// that holds the demo company, in both languages, at a desk and on a phone, light and dark, as PNG files under tmp/screenshots.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { onEnding } from '../launcher/endings.mjs';
import { saying } from '../launcher/say.mjs';
import { root } from '../launcher/settings.mjs';
import { explain, PlainError } from '../plain-error.mjs';
import { addressesIn, pages } from '../screenshots/pages.mjs';
import { signIn } from '../screenshots/visitor.mjs';
import { writeContactSheet } from '../screenshots/contact-sheet.mjs';
import { obtainChromium } from '../services/chromium.mjs';

const say = saying(process.stdout);
const folder = path.join(root, 'tmp', 'screenshots');
const locales = ['en', 'zh-TW'];
const desks = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];

process.exitCode = await takeAll().catch(explain);
process.exit();

async function takeAll() {
  const { address, schemes, wholePage, wanted, sheet } = asked();
  const shots = [];
  const browser = await openBrowser();
  onEnding(() => void browser.close().finally(() => process.exit(130)));
  const visitors = new Map();
  try {
    for (const role of new Set(wanted.map(({ as }) => as).filter(Boolean)))
      visitors.set(role, await signIn(browser, { address, role }));
    for (const locale of locales) {
      for (const visitor of visitors.values()) await visitor.read(locale);
      for (const desk of desks)
        for (const scheme of schemes)
          shots.push(...(await takeAtDesk({ browser, visitors, address, scheme, wholePage, wanted, locale, desk })));
      say(`${locale} is done.`);
    }
    if (sheet) await writeContactSheet(browser, { shots, file: sheet });
  } finally {
    for (const visitor of visitors.values()) await visitor.leave();
    await browser.close();
  }
  say(`The pictures are in ${path.relative(process.cwd(), folder) || '.'}.`);
  return 0;
}

function asked() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      scheme: { type: 'string' },
      'first-screen': { type: 'boolean' },
      only: { type: 'string' },
      sheet: { type: 'string' },
    },
  });
  const names = values.only?.split(',') ?? pages.map(({ name }) => name);
  const strange = names.filter((name) => !pages.some((page) => page.name === name));
  if (strange.length > 0)
    throw new PlainError(`No page is called ${strange.join(', ')}: ${pages.map(({ name }) => name).join(', ')}.`, 2);
  if (values.scheme && !['light', 'dark'].includes(values.scheme))
    throw new PlainError('--scheme is light or dark.', 2);
  return {
    address: (positionals[0] ?? 'http://127.0.0.1:3000').replace(/\/$/, ''),
    schemes: values.scheme ? [values.scheme] : ['light', 'dark'],
    sheet: values.sheet,
    wholePage: !values['first-screen'],
    wanted: pages.filter(({ name }) => names.includes(name)),
  };
}

async function openBrowser() {
  const found = await obtainChromium(say);
  if (!found.path) throw new PlainError(`There is no browser: ${found.advice}.`);
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
  return chromium.launch({ executablePath: found.path, args });
}

async function takeAtDesk({ browser, visitors, address, scheme, wholePage, wanted, locale, desk }) {
  const shots = [];
  for (const { name, as, to, until } of wanted) {
    const visitor = visitors.get(as);
    const context = await browser.newContext({
      baseURL: address,
      viewport: desk,
      locale: locale === 'en' ? 'en-GB' : 'zh-TW',
      colorScheme: scheme,
      reducedMotion: 'reduce',
      storageState: visitor?.state,
    });
    const page = await context.newPage();
    await page.goto(typeof to === 'string' ? to : await to(addressesIn(visitor)));
    await page.locator(until).first().waitFor();
    await page.waitForLoadState('networkidle');
    if (wholePage) await makeRoom(page, desk);
    await page.evaluate(() => document.fonts.ready);
    mkdirSync(folder, { recursive: true });
    const parts = [name, locale, desk.width, ...(scheme === 'dark' ? ['dark'] : [])];
    const file = path.join(folder, `${parts.join('.')}.png`);
    await page.screenshot({ path: file, fullPage: wholePage });
    shots.push({ name, locale, width: desk.width, scheme, file });
    await context.close();
  }
  return shots;
}

/**
 * A window as high as its page, because what sticks to the window would end in the middle of a longer picture. Parts that come when
 * somebody is near them come then, and may make the page higher.
 */
async function makeRoom(page, { width, height }) {
  for (let room = height; ;) {
    const needed = await page.evaluate(() => document.documentElement.scrollHeight);
    if (needed <= room) return;
    room = needed;
    await page.setViewportSize({ width, height: room });
    await page.waitForLoadState('networkidle');
    await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'hidden' });
  }
}
