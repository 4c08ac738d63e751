import type { CustomerCell } from './customer-cells';

/** What the counts lack of some accounts: what they are less what the counts hold of them. */
export function unfoldedCustomers(now: readonly CustomerCell[], folded: readonly CustomerCell[]): CustomerCell[] {
  const held = new Set(folded.map(keyOf));
  const known = new Set(now.map(keyOf));
  return [
    ...now.filter((cell) => !held.has(keyOf(cell))),
    ...folded.filter((cell) => !known.has(keyOf(cell))).map((cell) => ({ ...cell, sign: -cell.sign as 1 | -1 })),
  ];
}

const keyOf = ({ accountId, sliceKind, slice, grain, day, role, reading, known, sign }: CustomerCell): string =>
  `${accountId} ${sliceKind} ${slice} ${grain} ${day} ${role} ${reading} ${known} ${sign}`;
