// Ways of opportunities through the funnel: drawn once, walked by many. A way is a list of states, one a row of the log.
import { stageNumber } from './stages.mjs';

/** No way has more rows. */
export const longest = 13;

/** Parts of a day: an offset is a whole number of them, and a pace of 100 per cent walks one in 864 seconds. */
export const partsOfDay = 100;

const firstSales = stageNumber('prospect');
const lastOpen = stageNumber('negotiate');
const [won, retained, referred] = ['implement', 'retain', 'refer'].map(stageNumber);
const reasons = ['price', 'timing', 'competitor', 'no_budget'];

/** Where opportunities begin, and how often. */
const beginnings = [
  [stageNumber('reach'), 0.48],
  [stageNumber('engage'), 0.18],
  [stageNumber('qualify'), 0.13],
  [firstSales, 0.18],
  [stageNumber('propose'), 0.03],
];

/** What becomes of an open opportunity next; the rest goes one stage on. */
const chances = { lost: 0.15, stalled: 0.03, revised: 0.18, back: 0.08, skipped: 0.08 };
const afterWin = { retained: 0.2, reopened: 0.02, referred: 0.3 };

/** Mulberry32: the same seed draws the same ways. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function drawPaths(many, seed) {
  const random = randomFrom(seed);
  return Array.from({ length: many }, () => drawPath(random));
}

function drawPath(random) {
  const path = [opening(random)];
  while (path.length < longest) {
    const before = path.at(-1);
    const next = nextOf[before.outcome](before, path, random);
    if (!next) break;
    path.push(next);
  }
  return path;
}

const nextOf = { open: onTheWay, won: afterTheWin, lost: () => null };

function opening(random) {
  const stage = pick(beginnings, random);
  const isValued = stage >= firstSales ? random() < 0.8 : random() < 0.3;
  return {
    stage,
    outcome: 'open',
    offset: 0,
    enteredAt: 0,
    closedAt: null,
    expectedDays: isValued ? 30 + Math.floor(random() * 120) : null,
    percent: isValued ? 100 : null,
    shift: 0,
    probability: null,
    reason: null,
  };
}

function onTheWay(before, _path, random) {
  const dice = random();
  const offset = before.offset + 20 + Math.floor(random() * random() * 4_500);
  const at = { ...before, offset, probability: null };
  let bar = chances.lost;
  if (dice < bar) return { ...at, outcome: 'lost', closedAt: offset, reason: reasons[Math.floor(random() * 4)] };
  if (dice < (bar += chances.stalled)) return null;
  if (dice < (bar += chances.revised)) return revised(at, random);
  if (dice < (bar += chances.back) && before.stage > 1) return entering(at, before.stage - 1);
  const isSkipping = dice < bar + chances.skipped;
  const stage = Math.min(before.stage + (isSkipping ? 2 : 1), won);
  if (stage === won) return { ...valued(at, random), stage, outcome: 'won', closedAt: offset, enteredAt: offset };
  const next = stage >= firstSales ? valued(at, random) : at;
  return entering({ ...next, probability: random() < 0.1 ? 60 : null }, stage);
}

/** Won again after a reopening, at most once. */
function afterTheWin(before, path, random) {
  const offset = before.offset + 100 + Math.floor(random() * 6_000);
  const dice = random();
  if (before.stage === won) {
    if (dice < afterWin.retained) return entering({ ...before, offset }, retained);
    const isFirst = path.filter(({ stage }) => stage === won).length === 1;
    if (dice > 1 - afterWin.reopened && isFirst)
      return { ...entering({ ...before, offset }, lastOpen), outcome: 'open', closedAt: null, expectedDays: null };
    return null;
  }
  return before.stage === retained && dice < afterWin.referred ? entering({ ...before, offset }, referred) : null;
}

const entering = (at, stage) => ({ ...at, stage, enteredAt: at.offset });

const valued = (at, random) =>
  at.percent === null ? { ...at, percent: 100, expectedDays: 60 + Math.floor(random() * 120) } : at;

/** The same stage with another amount, close date or owner. */
function revised(at, random) {
  const kind = Math.floor(random() * 3);
  if (kind === 0 && at.percent !== null) return { ...at, percent: at.percent + changeOf(at.percent, random) };
  if (kind === 1 && at.expectedDays !== null)
    return { ...at, expectedDays: at.expectedDays + changeOf(at.expectedDays, random) };
  return { ...at, shift: 1 - at.shift };
}

/** More in two of three cases; never nothing, and never so much less that nothing is left. */
const changeOf = (number, random) =>
  number < 4 || random() < 0.67 ? 1 + Math.floor(random() * 40) : -Math.ceil((number / 4) * Math.max(0.01, random()));

function pick(weighed, random) {
  let dice = random();
  for (const [thing, weight] of weighed) if ((dice -= weight) < 0) return thing;
  return weighed.at(-1)[0];
}

/** What the ways come to: rows a way, and the shares of their ends. */
export function describePaths(paths) {
  const share = (outcome) => paths.filter((path) => path.at(-1).outcome === outcome).length / paths.length;
  return {
    rows: paths.reduce((sum, path) => sum + path.length, 0) / paths.length,
    won: share('won'),
    lost: share('lost'),
    open: share('open'),
    days: paths.reduce((sum, path) => sum + path.at(-1).offset / partsOfDay, 0) / paths.length,
  };
}
