// The verdict on the screen: a table for a person, one line of JSON for a program, and the tally last.

export function printVerdict({ checks, ...verdict }) {
  const { run, seed, seconds, clients, acknowledged, movesPerSecond, repeated, replayed } = verdict;
  const load = seconds > 0 ? `: ${clients} clients for ${seconds} s, ${verdict.kills} kills` : '';
  console.log(`\n${run}, seed ${seed}${load}`);
  console.log(
    `${acknowledged} moves acknowledged${movesPerSecond ? `, ${movesPerSecond} a second` : ''}; ` +
      `${repeated} had to be asked for again, ${replayed} of these had already happened`,
  );
  printStrikes(verdict);
  console.log('');
  for (const { ok, says, examples } of checks) {
    console.log(`  ${ok ? 'ok    ' : 'FAILED'}  ${says}`);
    for (const example of examples) console.log(`          ${example}`);
  }
  console.log(`\n${JSON.stringify(verdict)}`);
  const failed = checks.filter(({ ok }) => !ok).length;
  console.log(`${checks.length - failed} passed, ${failed} failed`);
}

function printStrikes({ strikes, servingAgainMs }) {
  if (Object.keys(strikes).length === 0) return;
  console.log(
    `\n  ${'fault'.padEnd(18)}${'times'.padStart(6)}   well again after: half of them, 95 of 100, the longest`,
  );
  for (const [name, times] of Object.entries(strikes)) {
    const { p50, p95, most } = servingAgainMs[name] ?? {};
    const after = p50 === undefined ? 'nothing had to recover' : [p50, p95, most].map(secondsOf).join('  ');
    console.log(`  ${name.padEnd(18)}${String(times).padStart(6)}   ${after}`);
  }
}

const secondsOf = (ms) => (Number.isFinite(ms) ? `${(ms / 1_000).toFixed(1)} s` : 'never').padStart(7);
