import { draft, type DraftItem, type OpportunityFact } from './agenda-facts';

/** How many of the largest open opportunities are talked about at every meeting. */
export const largestShown = 5;
/** How many of those whose amount moved most since the meeting before are added. */
export const movedShown = 3;

/** The largest open opportunities, and those whose amount moved most; one that is both stands once. */
export function chooseMajor(opportunities: readonly OpportunityFact[]): DraftItem[] {
  const largest = opportunities
    .filter(({ reportingMinor }) => reportingMinor !== null && reportingMinor > 0n)
    .toSorted((one, other) => descending(one.reportingMinor ?? 0n, other.reportingMinor ?? 0n))
    .slice(0, largestShown);
  const moved = opportunities
    .filter((opportunity) => changeOf(opportunity) !== 0n && !largest.includes(opportunity))
    .toSorted((one, other) => descending(size(changeOf(one)), size(changeOf(other))))
    .slice(0, movedShown);
  return [
    ...largest.map((opportunity, place) => draft('major', 'largest', opportunity.id, factsOf(opportunity, place + 1))),
    ...moved.map((opportunity) => draft('major', 'moved_most', opportunity.id, factsOf(opportunity, null))),
  ];
}

const factsOf = (
  { name, account, owner, stage, amount, amountBefore, closeDate }: OpportunityFact,
  rank: number | null,
) => ({
  name,
  account,
  owner,
  stage,
  amount,
  amountBefore,
  closeDate,
  rank,
  threshold: rank === null ? movedShown : largestShown,
});

const changeOf = ({ reportingChange }: OpportunityFact): bigint => reportingChange ?? 0n;

const size = (change: bigint): bigint => (change < 0n ? -change : change);

const descending = (one: bigint, other: bigint): number => {
  if (one === other) return 0;
  return one < other ? 1 : -1;
};
