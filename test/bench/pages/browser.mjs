// A browser beside the product, in which the page itself tells when something stands there.
import { chromium } from 'playwright-core';
import { PlainError } from '../../../tools/plain-error.mjs';
import { obtainChromium } from '../../../tools/services/chromium.mjs';

const flags = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
const patienceMs = 60_000;

/** `open(role)` is a window that has nothing of the product yet; `until` is what its first page is watched for. */
export async function openBrowser({ address, week: { cookies }, say, undo }) {
  const found = await obtainChromium(say);
  if (!found.path) throw new PlainError(`There is no browser: ${found.advice}.`);
  const browser = await chromium.launch({ executablePath: found.path, args: flags });
  undo.push(() => browser.close());
  const open = async (role, { until = 'body' } = {}) => {
    const context = await browser.newContext({ baseURL: address, viewport: { width: 1280, height: 800 } });
    if (role !== null) {
      const [name, value] = cookies[role].split('=');
      await context.addCookies([{ name, value, url: address }]);
    }
    await context.addInitScript(watch, { until, patience: patienceMs });
    const tab = await context.newPage();
    tab.setDefaultTimeout(patienceMs);
    return Object.assign(tab, { leave: () => context.close() });
  };
  return { open, address, version: browser.version() };
}

/** Runs in the page before anything of it: `bench.painted(isThere)` is the moment when the picture with it was made. */
function watch({ until, patience }) {
  const seen = (selector) => [...document.querySelectorAll(selector)].some((one) => one.getClientRects().length > 0);
  const painted = (isThere) =>
    new Promise((resolve, reject) => {
      const began = performance.now();
      const look = () => {
        if (performance.now() - began > patience) return reject(new Error(`It did not come: ${until}`));
        if (!isThere()) return requestAnimationFrame(look);
        // What is posted within a frame is heard after its picture.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        return port2.postMessage(null);
      };
      requestAnimationFrame(look);
    });
  const waiting = '.mantine-Skeleton-root, .mantine-Loader-root';
  // What stands below comes when somebody scrolls there.
  const isWaiting = () =>
    [...document.querySelectorAll(waiting)].some((one) => one.getBoundingClientRect().top < innerHeight);
  window.bench = {
    seen,
    painted,
    first: painted(() => seen(until)),
    whole: painted(() => seen(until) && !isWaiting()),
    tasks: [],
  };
  new PerformanceObserver((list) => {
    window.bench.tasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: 'longtask' });
}
