// The pages that people open, in a browser beside the product: from asking for the address until their figures stand there.
import { chromium } from 'playwright-core';
import { PlainError } from '../../../tools/plain-error.mjs';
import { obtainChromium } from '../../../tools/services/chromium.mjs';
import { summarise } from './statistics.mjs';

const opened = [
  { name: 'scoreboard by team', to: (period) => `/scoreboard?by=team&period=${period}`, until: '[data-figure]' },
  { name: 'funnel of the seller', to: (period) => `/funnel?side=seller&period=${period}`, until: '[data-row]' },
];
const times = 8;
const patienceMs = 60_000;
const flags = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];

/** Of each page milliseconds, of quarters drawn anew: in a browser that has nothing of the product yet, and in one that was here before. */
export async function measurePages({ address, cookie, world, say }) {
  const found = await obtainChromium(say);
  if (!found.path) throw new PlainError(`There is no browser: ${found.advice}.`);
  const browser = await chromium.launch({ executablePath: found.path, args: flags });
  try {
    const measured = [];
    for (const page of opened) {
      say(`Opening the ${page.name} …`);
      const [first, again] = [[], []];
      for (let time = 0; time < times; time++) {
        const tab = await openTab(browser, { address, cookie });
        first.push(await arrive(tab, page, world.pickQuarter().key));
        again.push(await arrive(tab, page, world.pickQuarter().key));
        await tab.context().close();
      }
      measured.push({ name: page.name, first: summarise(first), again: summarise(again) });
    }
    return measured;
  } finally {
    await browser.close();
  }
}

async function openTab(browser, { address, cookie }) {
  const context = await browser.newContext({ baseURL: address, viewport: { width: 1280, height: 800 } });
  const [name, value] = cookie.split('=');
  await context.addCookies([{ name, value, url: address }]);
  return context.newPage();
}

async function arrive(tab, { to, until }, period) {
  const since = performance.now();
  await tab.goto(to(period), { waitUntil: 'commit' });
  await tab.locator(until).first().waitFor({ timeout: patienceMs });
  return performance.now() - since;
}
