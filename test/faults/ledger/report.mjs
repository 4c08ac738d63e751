// What was seen of the ledger: sentences for a person, one line of JSON for a program, and the tally last.
import { check } from '../check.mjs';
import { sharesOf } from './tail-watch.mjs';

const longestTail = 10_000;

/** Prints everything; true when nothing was off. */
export function printLedger({ seed, clients, opportunities, workers }, { product, watermark }) {
  const checks = [...(product ? productChecks(product) : []), ...(watermark ? [controlCheck(watermark)] : [])];
  console.log(`\nfact-ledger, seed ${seed}: ${clients} clients on ${opportunities} opportunities, ${workers} workers`);
  for (const [way, seen] of Object.entries({ product, watermark })) if (seen) tell(way, seen);
  console.log('');
  for (const { ok, says, examples } of checks) {
    console.log(`  ${ok ? 'ok    ' : 'FAILED'}  ${says}`);
    for (const example of examples) console.log(`          ${example}`);
  }
  const ways = Object.entries({ product, watermark }).filter(([, seen]) => seen);
  const figures = Object.fromEntries(ways.map(([way, seen]) => [way, figuresOf(seen)]));
  console.log(`\n${JSON.stringify({ run: 'fact-ledger', seed, clients, opportunities, workers, ...figures })}`);
  const failed = checks.filter(({ ok }) => !ok).length;
  console.log(`${checks.length - failed} passed, ${failed} failed`);
  return failed === 0;
}

function productChecks(seen) {
  const { snapshots, wrong, examples, kills, drained, undrained, strange, rebuild, verify } = seen;
  const tail = sharesOf(seen.lengths);
  return [
    check(snapshots > 0 && wrong === 0, `${wrong} of ${snapshots} snapshots are wrong`, examples),
    check(kills.workers > 0, `${kills.workers} workers and ${kills.connections} connections were killed at folding`),
    check(
      drained > 0 && undrained === 0,
      `${drained} times everything was folded within a minute, ${undrained} times not`,
    ),
    check(tail.most <= longestTail, `the tail has at most ${tail.most} rows (at most ${longestTail})`),
    check(strange.length === 0, `${strange.length} answers are none a person may get`, strange.slice(0, 5)),
    check(
      rebuild?.killedAt != null && rebuild.rebuilt > 0,
      `a rebuild was killed after ${rebuild?.killedAt} opportunities and went on to ${rebuild?.rebuilt}`,
    ),
    check(verify.holds, `every one of ${verify.laws} laws holds of what is left`, verify.examples),
  ];
}

const controlCheck = ({ wrong, snapshots }) =>
  check(
    wrong > 0,
    `the control, a watermark over ids, is wrong in ${wrong} of ${snapshots} snapshots, and it was seen`,
  );

function tell(way, seen) {
  const { snapshots, wrong, unreadable, failed, kinds, kills, mostMoves } = seen;
  const { writesPerSecond, tail, lagMs, compareMs } = figuresOf(seen);
  console.log(
    `\n  ${way}: ${snapshots} snapshots, ${wrong} wrong; ${unreadable} times sums were being made, ${failed} looks broke off`,
  );
  console.log(
    `    ${seen.done} changes (${writesPerSecond} a second), ${seen.refused} refused, ${seen.lost} without an answer; writers waited ${seen.rests / 10} s for folding, all together`,
  );
  console.log(
    `    ${Object.entries(kinds)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ')}`,
  );
  console.log(
    `    tail ${told(tail)} rows; folded after ${told(lagMs)} ms; compared in ${told(compareMs)} ms, up to ${mostMoves} rows of log`,
  );
  console.log(`    kills: ${kills.workers} of workers, ${kills.connections} of connections`);
}

const told = ({ p50, p99, most }) => `p50 ${p50}, p99 ${p99}, most ${most}`;

const figuresOf = ({ lengths, lags, ms, strange, examples: _, verify, ...seen }) => ({
  ...seen,
  seconds: Math.round(seen.seconds),
  writesPerSecond: Math.round(seen.done / seen.seconds),
  tail: sharesOf(lengths),
  lagMs: sharesOf(lags),
  compareMs: sharesOf(ms),
  strange: strange.length,
  ...(verify ? { verifySeconds: verify.seconds } : {}),
});
