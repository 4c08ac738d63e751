// The board: how soon a card stands in its new column while the server is still thinking, and whether a long one scrolls.
import { setTimeout as pause } from 'node:timers/promises';
import { summarise } from '../figures/statistics.mjs';

/** So long every move waits for its answer. */
const heldMs = 800;
const wheel = { turns: 12, pixels: 700, everyMs: 40 };
const boards = [
  { name: 'as it opens', to: '/board', cards: null },
  { name: 'as long as it gets', to: '/board?open=marketing,sales,won', cards: 200 },
];

/** Of each board the cards that are drawn when nobody has scrolled, milliseconds from the key until the card is painted, and the long tasks of scrolling. */
export async function measureBoards(browser, { times, say }) {
  const measured = [];
  for (const { name, to, cards } of boards) {
    say(`Moving and scrolling on the board ${name} …`);
    const tab = await browser.open('officer', { until: '[data-card]' });
    if (cards !== null) await showMore(tab, cards);
    await tab.route(/\/moves$/, async (route) => {
      await pause(heldMs);
      await route.continue();
    });
    await tab.goto(to);
    await tab.evaluate(() => window.bench.whole);
    await pause(heldMs);
    const count = await untilWhole(tab);
    const scrolled = await scroll(tab);
    const moves = [];
    for (let time = 0; time < 2 * times; time++) moves.push(await move(tab));
    measured.push({ name, cards: count, move: summarise(moves), ...scrolled });
    await tab.leave();
  }
  return measured;
}

/** What can be seen is drawn first; the answer is how many cards there are in the end. */
async function untilWhole(tab) {
  for (let before = -1; ; await pause(heldMs)) {
    const count = await tab.locator('[data-card]').count();
    if (count === before) return count;
    before = count;
  }
}

/** More cards a column than a board asks for by itself. */
const showMore = (tab, cards) =>
  tab.route(/\/api\/v1\/board(\?|$)/, (route) => {
    const url = new URL(route.request().url());
    url.searchParams.set('cards', String(cards));
    return route.continue({ url: url.href });
  });

async function move(tab) {
  const id = await tab.locator('[data-stage="prospect"] [data-card]').first().getAttribute('data-card');
  await tab.locator(`[data-card="${id}"]`).focus();
  await tab.evaluate((card) => {
    const stage = () => document.querySelector(`[data-card="${card}"]`)?.closest('[data-stage]')?.dataset.stage;
    const before = stage();
    window.bench.moved = new Promise((resolve) => {
      const listen = ({ timeStamp }) =>
        void window.bench
          .painted(() => stage() !== undefined && stage() !== before)
          .then((at) => resolve(at - timeStamp));
      window.addEventListener('keydown', listen, { capture: true, once: true });
    });
  }, id);
  const answered = tab.waitForResponse(/\/moves$/);
  await tab.keyboard.press(']');
  const took = await tab.evaluate(() => window.bench.moved);
  const { ok } = await answered.then((answer) => ({ ok: answer.ok() }));
  if (!ok) throw new Error('A move was refused.');
  // The board is asked for again after a move.
  await pause(heldMs);
  return took;
}

/** Down every column to its end and the whole board to its right: `longest` of the tasks that held up the page, and `tasks` over 50 ms. */
async function scroll(tab) {
  await tab.evaluate(() => void (window.bench.tasks.length = 0));
  const columns = await tab.locator('[data-stage]').all();
  for (const column of columns) {
    await column.scrollIntoViewIfNeeded();
    const box = await column.boundingBox();
    await tab.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    for (let turn = 0; turn < wheel.turns; turn++) {
      await tab.mouse.wheel(0, wheel.pixels);
      await pause(wheel.everyMs);
    }
  }
  const { tasks, far } = await tab.evaluate(() => ({
    tasks: window.bench.tasks,
    far: [...document.querySelectorAll('[data-cards]')].some(({ parentElement }) => parentElement.scrollTop > 0),
  }));
  if (!far) throw new Error('Nothing was scrolled.');
  return { columns: columns.length, tasks: tasks.length, longest: tasks.length === 0 ? null : Math.max(...tasks) };
}
