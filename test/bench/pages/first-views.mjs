// Each page in a browser that was never here: from asking for the address until its first view can be used, as the page's own clock tells.
import { summarise } from '../figures/statistics.mjs';
import { visits } from './visits.mjs';

/** Of each page milliseconds until its first view and until nothing more is on its way, kilobytes over the wire, and who else was asked. */
export async function measureFirstViews(browser, { week, times, say }) {
  const measured = [];
  for (const visit of visits) {
    say(`Opening ${visit.name} …`);
    // A browser that was never here, of a server that was asked before: figures of a quarter are learned once.
    await openOnce(browser, visit, week);
    const seen = [];
    for (let time = 0; time < times; time++) seen.push(await openOnce(browser, visit, week));
    measured.push({
      name: visit.name,
      first: summarise(seen.map(({ first }) => first)),
      whole: summarise(seen.map(({ whole }) => whole)),
      kilobytes: Math.max(...seen.map(({ bytes }) => bytes)) / 1_000,
      outside: [...new Set(seen.flatMap(({ outside }) => outside))],
    });
  }
  return measured;
}

async function openOnce(browser, { as, to, until }, { ids }) {
  const tab = await browser.open(as, { until });
  const outside = [];
  tab.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== browser.address && protocol.startsWith('http')) outside.push(origin);
  });
  await tab.goto(to(ids), { waitUntil: 'commit' });
  const { first, whole, bytes } = await tab.evaluate(async () => ({
    first: await window.bench.first,
    whole: await window.bench.whole,
    bytes: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce(
      (sum, { transferSize }) => sum + transferSize,
      0,
    ),
  }));
  await tab.leave();
  return { first, whole, bytes, outside };
}
