// How soon pages stand there, how soon a card has moved, whether a long board scrolls, and what a visit downloads.
import { openData } from './figures/data.mjs';
import { openRedis, startProduct } from './figures/product.mjs';
import { rebuildFigures } from './figures/rebuild.mjs';
import { measureBoards } from './pages/boards.mjs';
import { openBrowser } from './pages/browser.mjs';
import { measureFirstViews } from './pages/first-views.mjs';
import { arrangeWeek } from './pages/week.mjs';
import { tell } from './pages/tell.mjs';
import { measureTurns } from './pages/turns.mjs';
import { weighBuild } from './pages/weigh-build.mjs';
import { usualPool } from './records/folder.mjs';
import { proveBench } from './records/prove.mjs';
import { readSize } from './records/size.mjs';
import { machineNow, runBench } from './running/run-bench.mjs';

const help = `npm run bench -- pages [--size 10k] [--data DIR] [--times 5] [--only first,turns,boards,bytes] [--pool 1] [--memory] [--json]

  --size    opportunities with 5.3 rows of log each over three years: 10k (default), 1m or 10m
  --data    keep the database in this folder, and use what an earlier run loaded into it
  --times   how often each page is opened in a new browser, and changed to (default 5)
  --only    first (pages in a new browser), turns (from page to page), boards (moves and scrolling) and bytes, with commas
  --pool    buffer pool of the server in GB (default: a third of the memory of this machine, at most 8)
  --memory  keep the data of the server in memory instead of on the disk, without --data
  --json    print one JSON document as well`;

const gigabyte = 2 ** 30;
const began = performance.now();
const secondsSince = (since) => (performance.now() - since) / 1_000;
const say = (line) => process.stderr.write(`${secondsSince(began).toFixed(0).padStart(5)} s  ${line}\n`);

await runBench({
  help,
  options: {
    size: { type: 'string', default: '10k' },
    data: { type: 'string' },
    times: { type: 'string', default: '5' },
    only: { type: 'string', default: 'first,turns,boards,bytes' },
    pool: { type: 'string', default: String(usualPool()) },
  },
  read: (values) => ({
    size: readSize(values.size),
    dir: values.data,
    times: Number(values.times),
    only: values.only.split(','),
    pool: Number(values.pool),
    inMemory: values.memory,
    asJson: values.json,
  }),
  run,
});

async function run({ size, dir, times, only, pool, inMemory, asJson, undo }) {
  await proveBench(say);
  const { folder, database, loaded } = await openData({ size, dir, inMemory, pool }, { say, undo });
  const environment = await openRedis(folder, { environment: database.environment, say, undo });
  say('Making the sums of the figures …');
  await rebuildFigures({ ...database, environment }, undo);
  say('Starting the product …');
  const product = await startProduct(folder, { environment, connect: database.connect, hasPages: true, undo });
  const week = await arrangeWeek({ ...product, connect: database.connect, environment });
  const browser = await openBrowser({ address: product.address, week, say, undo });
  const wants = (part) => only.includes(part);
  const result = {
    machine: { ...machineNow(database), browser: browser.version },
    setting: { size, times, bufferPool: pool * gigabyte, inMemory, isKept: folder.isKept },
    loaded,
    first: wants('first') ? await measureFirstViews(browser, { week, times, say }) : null,
    turns: wants('turns') ? await measureTurns(browser, { times, say }) : null,
    boards: wants('boards') ? await measureBoards(browser, { times, say }) : null,
    bytes: wants('bytes') ? weighBuild() : null,
    seconds: secondsSince(began),
  };
  tell(result);
  if (asJson) console.log(JSON.stringify(result, null, 2));
}
