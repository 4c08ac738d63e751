// What was seen of each mode: a table for a person, one line of JSON for a program, and the tally last.

const columns = ['letters', 'copies', 'extra', 'flagged', 'failed'];

/** Prints everything; true when nothing was off. */
export function printModes(seen, { deliveries, seed }) {
  console.log(`\nsmtp, seed ${seed}: ${deliveries} letters in each mode`);
  console.log(
    `\n  ${'mode'.padEnd(20)}${[...columns, 'kills', 'seconds'].map((name) => name.padStart(9)).join('')}  verdict`,
  );
  for (const { mode, seconds, deaths, faults, examples, ...counts } of seen) {
    const cells = [...columns.map((name) => counts[name]), deaths, seconds.toFixed(0)];
    const wrong = Object.entries(faults).filter(([, count]) => count > 0);
    const said = wrong.length === 0 ? 'ok' : wrong.map(([kind, count]) => `${count} ${kind}`).join(', ');
    console.log(`  ${mode.name.padEnd(20)}${cells.map((cell) => String(cell).padStart(9)).join('')}  ${said}`);
    for (const example of examples) console.log(`      ${example}`);
  }
  const total = (pick) => seen.reduce((sum, each) => sum + pick(each), 0);
  const off = seen.filter(({ faults }) => Object.values(faults).some((count) => count > 0));
  const summary = {
    run: 'smtp',
    seed,
    modes: seen.length,
    letters: total(({ letters }) => letters),
    copies: total(({ copies }) => copies),
    extra: total(({ extra }) => extra),
    missing: total(({ faults }) => faults.missing),
    unflagged: total(({ faults }) => faults.unflagged),
    kills: total(({ deaths }) => deaths),
    seconds: Math.round(total(({ seconds }) => seconds)),
    failed: off.map(({ mode }) => mode.name),
  };
  console.log(`\n${JSON.stringify(summary)}`);
  console.log(`${seen.length - off.length} passed, ${off.length} failed`);
  return off.length === 0;
}
