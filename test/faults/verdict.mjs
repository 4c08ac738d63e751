// What a run showed, as figures for a program and as sentences for a person.
import { aftermathChecks } from './aftermath.mjs';
import { check } from './check.mjs';
import { longestMs, shareOf } from './load/tally.mjs';
import { hitsOf, strikeChecks } from './strike-checks.mjs';

/** Moves while Redis is troubled may take this many times as long as before. */
const mostSlower = 2;
/** Below this many moves on either side there is nothing to compare. */
const fewestCompared = 200;
/** A machine that stood still for longer makes every time that was measured wrong. */
const longestStandstillMs = 10_000;

/** `{ ok, checks, …figures }`. */
export function verdictOf(run, seen) {
  const recoveries = recoveriesOf(run, seen.load?.strikes ?? []);
  const speeds = seen.tally.speeds(seen.load?.strikes ?? []);
  const checks = run.isForgetful
    ? plantedChecks(seen)
    : [
        ...movesChecks(run, seen),
        ...answersChecks(run, seen),
        ...recoveries.map(recoveryCheck),
        ...strikeChecks(seen),
        ...(run.isSteady ? steadyChecks(seen, speeds) : []),
        ...aftermathChecks(run, seen),
      ];
  const { tally, load, cuts, quiet, moves, meetings, webhooks, clocks, verify, backups } = seen;
  return {
    ok: checks.every(({ ok }) => ok),
    run: run.name,
    seed: run.seed,
    clients: run.clients,
    opportunities: run.opportunities,
    seconds: load ? Math.round(load.seconds) : 0,
    ...tally.counts,
    movesPerSecond: load ? Math.round(tally.moves.length / load.seconds) : null,
    kills: killsOf(load?.strikes ?? []),
    strikes: countsOf((load?.strikes ?? []).map(({ kind }) => kind.name)),
    ended: Object.fromEntries(seen.endedByItself.map((part) => [part.name, part.endedByItself])),
    hits: hitsOf(load?.strikes ?? []),
    servingAgainMs: Object.fromEntries(recoveries.map(({ name, p50, p95, most }) => [name, { p50, p95, most }])),
    speeds,
    notServed: tally.notServed,
    cuts,
    lost: moves.lost,
    doubled: moves.doubled,
    unclaimed: moves.unclaimed,
    skipped: moves.skipped,
    quietMs: quiet.ms,
    agendas: meetings.agendas,
    letters: meetings.letters,
    flaggedLetters: meetings.flagged,
    webhooks: figuresOf(webhooks),
    clocks: figuresOf(clocks),
    verifySeconds: verify.seconds,
    backups: backups.map(({ verify: { seconds }, ...backup }) => ({ ...figuresOf(backup), verifySeconds: seconds })),
    clientCpuSeconds: Math.round(seen.clientCpuSeconds),
    failed: checks.filter(({ ok }) => !ok).map(({ says }) => says),
    checks,
  };
}

/** A plant must be seen: here a loss is what passes. */
const plantedChecks = ({ moves }) => [
  check(
    moves.promised > 0 && moves.lost > 0,
    `${moves.lost} of ${moves.promised} acknowledged moves are lost, and it was seen`,
  ),
];

function movesChecks(run, { tally, moves, load }) {
  const { lost, doubled, unclaimed, skipped, promised, examples } = moves;
  const planned = run.plan.length;
  const done = load?.strikes.length ?? 0;
  return [
    check(
      promised > 0 && promised === tally.moves.length,
      `the journal holds the ${promised} moves that were acknowledged`,
    ),
    check(lost === 0, `${lost} acknowledged moves are lost`, examples),
    check(
      doubled + unclaimed === 0,
      `${doubled + unclaimed} moves are there twice, or were promised to nobody`,
      examples,
    ),
    check(skipped === 0, `${skipped} opportunities have a gap between their log and their row`, examples),
    ...(planned > 0 ? [check(done === planned, `${done} of ${planned} planned faults happened`)] : []),
    ...(run.moves
      ? [check(promised >= run.moves, `${promised} of ${run.moves} wanted moves were acknowledged in time`)]
      : []),
  ];
}

function answersChecks(run, { tally, cuts, endedByItself, stoodStillMs }) {
  const { wrongAnswers, unansweredMoves, bareRefusals } = tally;
  const longest = tally.counts.longestMs;
  const strange = endedByItself.filter((part) => !run.mayEnd.includes(part.name));
  const wrongOnes = wrongAnswers.slice(0, 5).map((each) => JSON.stringify(each));
  return [
    check(wrongAnswers.length === 0, `${wrongAnswers.length} answers were neither the move nor "try again"`, wrongOnes),
    check(
      unansweredMoves.length === 0,
      `${unansweredMoves.length} moves never got an answer`,
      unansweredMoves.slice(0, 5),
    ),
    check(bareRefusals === 0, `${bareRefusals} refusals do not say what is wrong and when to come again`),
    check(
      longest <= longestMs,
      `the longest request took ${(longest / 1_000).toFixed(1)} s (at most ${longestMs / 1_000} s)`,
    ),
    check(
      stoodStillMs <= longestStandstillMs,
      `the machine itself stood still for ${(stoodStillMs / 1_000).toFixed(1)} s at most; beyond 10 s no time is true`,
    ),
    ...(cuts
      ? [check(cuts.broken > 0, `${cuts.broken} of ${cuts.cuts} requests were broken off and asked for again`)]
      : []),
    check(
      strange.length === 0,
      `${strange.length} programs ended by themselves${run.mayEnd.length > 0 ? ` beside ${run.mayEnd[0]}, which may here` : ''}`,
      strange.map(({ name, endedByItself: times }) => `${name}, ${times} times`),
    ),
  ];
}

function recoveryCheck({ says, p95, withinSeconds, times }) {
  const ok = p95 !== null && p95 <= withinSeconds * 1_000;
  return check(
    ok,
    `when ${says} (${times} times), all is well again after ${secondsOf(p95)} (p95; at most ${withinSeconds} s)`,
  );
}

function steadyChecks({ tally }, { normal, disturbed }) {
  const notServed = Object.values(tally.notServed).reduce((sum, count) => sum + count, 0);
  const enough = Math.min(normal.moves, disturbed.moves) >= fewestCompared;
  const isAsFast = (share) => disturbed[share] <= mostSlower * normal[share];
  const figures = ['p50', 'p99'].map((share) => `${share} ${disturbed[share]} ms after ${normal[share]} ms`).join(', ');
  return [
    check(notServed === 0, `${notServed} moves were not served at once`, [JSON.stringify(tally.notServed)]),
    check(
      enough && isAsFast('p50') && isAsFast('p99'),
      `moves are at most ${mostSlower} times as slow meanwhile: ${figures} (${disturbed.moves} moves)`,
    ),
  ];
}

/** How long each kind of fault was felt, the kinds after which something has to work again. */
function recoveriesOf({ slack }, strikes) {
  const felt = [...new Set(strikes.map(({ kind }) => kind))].filter((kind) => kind.recovers);
  return felt.map((kind) => {
    const sorted = strikes.filter((each) => each.kind === kind).map(({ recoveredMs }) => recoveredMs);
    sorted.sort((a, b) => a - b);
    const [p50, p95, most] = [0.5, 0.95, 1].map((share) => shareOf(sorted, share));
    const { name, says, withinSeconds } = kind;
    return { name, says, withinSeconds: withinSeconds * slack, times: sorted.length, p50, p95, most };
  });
}

const figuresOf = ({ examples: _, ...figures }) => figures;

const killsOf = (strikes) => strikes.reduce((sum, { kind }) => sum + (kind.kills ?? 0), 0);

function countsOf(names) {
  const counts = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** A time that never came is Infinity. */
const secondsOf = (ms) => (Number.isFinite(ms) ? `${(ms / 1_000).toFixed(1)} s` : 'never');
