// What must be seen of a fault itself, so that nothing passes because nothing happened.
import { check } from './check.mjs';

/** One check for each kind of fault that counts what it met. */
export const strikeChecks = (strikes) => Object.entries(hitsOf(strikes)).map(([name, hits]) => hitCheck(name, hits));

/** What faults met, by kind, all strikes of a kind together. */
export function hitsOf(strikes) {
  const sums = {};
  for (const { kind, hits } of strikes.filter((each) => each.hits)) {
    sums[kind.name] ??= {};
    for (const [what, count] of Object.entries(hits)) sums[kind.name][what] = (sums[kind.name][what] ?? 0) + count;
  }
  return sums;
}

function hitCheck(name, hits) {
  const said = Object.entries(hits).map(([what, count]) => `${count} ${what}`);
  return check(
    Object.values(hits).every((count) => count > 0),
    `${name} met what it was aimed at: ${said.join(', ')}`,
  );
}
