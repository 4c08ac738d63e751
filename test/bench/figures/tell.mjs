// The result in words.
import { inColumns, ms, times } from './table.mjs';
import { timesAsLong } from './statistics.mjs';

const gigabyte = 2 ** 30;
const megabyte = 2 ** 20;
const count = (number) => number.toLocaleString('en-US');

export function tell({ machine, setting, loaded, rebuilt, handedOver, product, questions, pages, moves, seconds }) {
  const { cores, memory, node, server, date } = machine;
  console.log(
    `\n${date}: ${cores} cores, ${Math.round(memory / gigabyte)} GB, Node ${node}, ${server}, buffer pool ${setting.bufferPool / gigabyte} GB`,
  );
  for (const [table, rows] of Object.entries(loaded.rows))
    console.log(`  ${table.padEnd(20)} ${count(rows).padStart(12)} rows`);
  const perSecond = count(Math.round(loaded.rows.opportunity_move / loaded.seconds));
  const used =
    loaded.processorSeconds === null ? '' : ` (${loaded.processorSeconds.toFixed(0)} s of processor of the server)`;
  console.log(
    `  loaded ${loaded.wasThere ? 'by an earlier run ' : ''}in ${loaded.seconds.toFixed(0)} s${used}, ${perSecond} rows of the log a second`,
  );
  // What is ripe is seen from the day of the question, by us and by those beside us.
  if (loaded.until !== date)
    console.log(`  the records end with ${loaded.until}, and what is ripe is seen from ${date}`);
  if (rebuilt) console.log(`  ${ofSums(rebuilt)}`);
  for (const { name, version, seconds: spent } of handedOver)
    console.log(`  ${name} ${version ?? ''} filled in ${spent.toFixed(0)} s`);
  if (product) tellProduct(product);
  if (questions.length > 0) tellQuestions(questions, handedOver, setting);
  if (pages) tellPages(pages);
  if (moves) tellMoves(moves);
  console.log(`\n${seconds.toFixed(0)} s in all`);
}

function ofSums({ wereThere, from, seconds }) {
  if (wereThere) return 'the sums were there already';
  return from > 0
    ? `figures rebuilt in ${seconds.toFixed(0)} s, from ${count(from)} opportunities on, where that had been cut off`
    : `figures rebuilt in ${seconds.toFixed(0)} s`;
}

function tellProduct({ readyMs, atRest, afterQuestions, afterMoves }) {
  const megabytes = (memory) =>
    memory === null ? '–' : `${Math.round(memory.now / megabyte)} MB (at most ${Math.round(memory.peak / megabyte)})`;
  console.log(`\nready after ${ms(readyMs)} ms`);
  for (const [when, memory] of [
    ['at rest', atRest],
    ['after the questions', afterQuestions],
    ['after the moves', afterMoves],
  ])
    if (memory) console.log(`  ${when}: API ${megabytes(memory.api)}, worker ${megabytes(memory.worker)}`);
}

/** Until figures stand on the page, in milliseconds. */
function tellPages(pages) {
  const head = ['page (ms)', 'first', 'at most', 'again', 'at most', 'opened'];
  const rows = pages.map(({ name, first, again }) => [
    name,
    ms(first.median),
    ms(first.most),
    ms(again.median),
    ms(again.most),
    first.count + again.count,
  ]);
  console.log(`\n${inColumns([head, ...rows])}`);
}

/** Times in milliseconds, and how many times as long the others took. */
function tellQuestions(questions, peers, { longest }) {
  const names = ['SQL by hand', ...peers.map(({ name }) => name)];
  const head = ['question (ms)', 'median', 'p99', 'asked', ...names.flatMap((name) => [name, 'ratio'])];
  const rows = questions.map(({ key, name, served, refused, ours, theirs }) => [
    `(${key}) ${name}${note(served, refused)}`,
    ms(ours.median),
    ms(ours.p99),
    served ? ours.count : null,
    ...names.flatMap((peer) => {
      const { median, isCutOff } = theirs[peer] ?? { median: null };
      if (isCutOff && median === null)
        return [`> ${ms(longest * 1_000)}`, `> ${times(timesAsLong(longest * 1_000, ours.median))}`];
      return [ms(median), times(timesAsLong(median, ours.median))];
    }),
  ]);
  console.log(`\n${inColumns([head, ...rows])}`);
  console.log(
    'ratio: how many times as long as through HTTP here. Peers answer (c) and (d) in the forward form alone.',
  );
}

function note(served, refused) {
  if (!served) return ', not served yet';
  const told = Object.entries(refused).map(([status, many]) => `${many} × ${status}`);
  return told.length > 0 ? `, refused ${told.join(', ')}` : '';
}

function tellMoves(moves) {
  const head = ['moves', 'HTTP /s', 'p50 ms', 'p99 ms', 'by hand /s', 'p50 ms', 'p99 ms', 'share', 'failed'];
  const rows = moves.map(({ clients, http, byHand, share }) => [
    `${clients} clients`,
    count(Math.round(http.perSecond)),
    ms(http.median),
    ms(http.p99),
    count(Math.round(byHand.perSecond)),
    ms(byHand.median),
    ms(byHand.p99),
    share?.toFixed(2) ?? null,
    http.failed + byHand.failed,
  ]);
  console.log(`\n${inColumns([head, ...rows])}`);
}
