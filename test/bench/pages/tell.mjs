// The result in words, each beside its goal.
import { inColumns, ms } from '../figures/table.mjs';

const gigabyte = 2 ** 30;
const count = (number) => number.toLocaleString('en-US');
const kb = (kilobytes) => kilobytes.toFixed(0);

/** Milliseconds and kilobytes. */
const goals = { first: 1_000, turn: 200, move: 50, task: 100, visit: 300, board: 30, later: 220 };

export function tell({ machine, setting, first, turns, boards, bytes, seconds }) {
  const { cores, memory, node, server, browser, load, date } = machine;
  console.log(
    `\n${date}: ${cores} cores, ${Math.round(memory / gigabyte)} GB, load ${load.toFixed(1)}, Node ${node}, ${server}, Chromium ${browser}`,
  );
  console.log(
    `${count(setting.size)} opportunities, each page ${setting.times} times; milliseconds, median and at most`,
  );
  if (first) tellFirst(first);
  if (turns) tellTurns(turns);
  if (boards) tellBoards(boards);
  if (bytes) tellBytes(bytes);
  console.log(`\n${seconds.toFixed(0)} s in all`);
}

function tellFirst(first) {
  const head = [
    `first view in a new browser (≤ ${ms(goals.first)})`,
    'usable',
    'at most',
    '',
    'whole',
    'at most',
    'kB',
  ];
  const rows = first.map(({ name, first: usable, whole, kilobytes }) => [
    name,
    ms(usable.median),
    ms(usable.most),
    judged(usable.median, goals.first),
    ms(whole.median),
    ms(whole.most),
    kb(kilobytes),
  ]);
  console.log(`\n${inColumns([head, ...rows])}`);
  const outside = [...new Set(first.flatMap((page) => page.outside))];
  console.log(outside.length === 0 ? 'nobody else was asked for anything' : `ASKED ELSEWHERE: ${outside.join(', ')}`);
}

function tellTurns(turns) {
  const head = [`from page to page (≤ ${goals.turn})`, 'the first time', 'at most', '', 'again', 'at most', ''];
  const rows = turns.map(({ name, first, again }) => [
    name,
    ms(first.median),
    ms(first.most),
    judged(first.median, goals.turn),
    ms(again.median),
    ms(again.most),
    judged(again.median, goals.turn),
  ]);
  console.log(`\n${inColumns([head, ...rows])}`);
}

function tellBoards(boards) {
  const head = [
    'board',
    'cards drawn',
    `a move is painted (≤ ${goals.move})`,
    'at most',
    '',
    `longest task (≤ ${goals.task})`,
    '',
  ];
  const rows = boards.map(({ name, cards, move, longest }) => [
    name,
    count(cards),
    ms(move.median),
    ms(move.most),
    judged(move.median, goals.move),
    longest === null ? 'none' : ms(longest),
    judged(longest ?? 0, goals.task),
  ]);
  console.log(`\n${inColumns([head, ...rows])}`);
}

function tellBytes({ program, language, pages, later, largestLater }) {
  const head = [`kB with gzip (≤ ${goals.visit})`, 'first visit', '', 'its own'];
  const rows = pages.map(({ name, first, own }) => [name, kb(first), judged(first, goals.visit), own.toFixed(1)]);
  console.log(`\n${inColumns([head, ...rows])}`);
  const board = pages.find(({ name }) => name === '/board');
  console.log(`of these the program ${kb(program)} and the longer language ${kb(language)}`);
  console.log(`the board alone ${board.own.toFixed(1)} (≤ ${goals.board}) ${judged(board.own, goals.board)}`);
  console.log(
    `all that is fetched later ${kb(later)}, at most ${largestLater.toFixed(1)} at once (≤ ${goals.later}) ${judged(later, goals.later)}`,
  );
}

const judged = (value, goal) => (value <= goal ? 'met' : 'MISSED');
