// What must be seen of a fault itself, so that nothing passes because nothing happened.
import { check } from './check.mjs';

/** Fewer reads than this show nothing. */
const fewestReads = 10;

/** One check for each kind that counts what it met, that must be refused, and that must not be noticed by whoever looks. */
export function strikeChecks({ load, tally }) {
  const strikes = load?.strikes ?? [];
  const some = (wanted) => strikes.filter(({ kind }) => kind[wanted]);
  return [
    ...Object.entries(hitsOf(strikes)).map(([name, hits]) => hitCheck(name, hits)),
    ...(some('refuses').length > 0 ? [refusedCheck(tally.refusedWithin(some('refuses')))] : []),
    ...(some('readsGoOn').length > 0 ? [readsCheck(load.reads, some('readsGoOn'))] : []),
  ];
}

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

const refusedCheck = (refused) =>
  check(refused > 0, `${refused} times a move was refused while nothing could be written`);

function readsCheck(reads, windows) {
  const meanwhile = reads.filter(({ sent }) => windows.some(({ from, until }) => sent >= from && sent <= until));
  const wrong = meanwhile.filter(({ what }) => what !== 200);
  return check(
    meanwhile.length >= fewestReads && wrong.length === 0,
    `${wrong.length} of ${meanwhile.length} reads were not answered while nothing could be written`,
    wrong.slice(0, 5).map(({ path, what, code }) => `${path}: ${what} ${code ?? ''}`.trim()),
  );
}
