// From page to page by a click on a link: for the first time, when the page has to be fetched, and again.
import { setTimeout as pause } from 'node:timers/promises';
import { summarise } from '../figures/statistics.mjs';
import { turns } from './visits.mjs';

/** What the page before asks for afterwards is not to be counted. */
const restMs = 400;

/** Of each page milliseconds from the click until it stands there. */
export async function measureTurns(browser, { times, say }) {
  say('Going from page to page …');
  const [first, again] = [turns.map(() => []), turns.map(() => [])];
  for (let round = 0; round < times; round++) {
    const tab = await browser.open('officer', { until: '[data-page-title]' });
    await tab.goto('/my-day');
    await tab.evaluate(() => window.bench.whole);
    await pause(restMs);
    for (const taken of [first, again])
      for (const [place, turn] of turns.entries()) taken[place].push(await take(tab, turn));
    await tab.leave();
  }
  return turns.map(({ name }, place) => ({ name, first: summarise(first[place]), again: summarise(again[place]) }));
}

async function take(tab, { link, until }) {
  await tab.locator(link).first().waitFor();
  const took = await tab.evaluate(
    async ([wanted, awaited]) => {
      const title = () => document.querySelector('[data-page-title]')?.textContent;
      const before = title();
      const since = performance.now();
      document.querySelector(wanted).click();
      return (await window.bench.painted(() => title() !== before && window.bench.seen(awaited))) - since;
    },
    [link, until],
  );
  await pause(restMs);
  return took;
}
