import type { VarianceNodeWire } from '@tandem/contracts';

/** A reason in a variance; the reasons in a stage stand below it. */
export type Reason = Omit<VarianceNodeWire, 'children'> & { readonly children?: readonly Reason[] };

/** The reasons that changed anything, the largest first: those at the ends of the branches, which add up to the whole. */
export const largestReasons = (tree: Reason): Reason[] =>
  leavesOf(tree)
    .filter(({ value }) => minorOf(value) !== 0n)
    .toSorted((one, other) => compare(sizeOf(other), sizeOf(one)));

/** Whether every branch is the sum of what stands below it, to the minor unit. */
export function addsUp({ value, children = [] }: Reason): boolean {
  if (children.length === 0) return true;
  const sum = children.reduce((total, child) => total + minorOf(child.value), 0n);
  return sum === minorOf(value) && children.every(addsUp);
}

/** A reason to show: it changed something, or something below it did. */
export const isTold = ({ value, children = [] }: Reason): boolean => minorOf(value) !== 0n || children.some(isTold);

/** Reasons of which nobody can say what they changed, and why not; each sentence once. */
export const untold = (tree: Reason): string[] => [
  ...new Set(leavesOf(tree).flatMap(({ unavailable }) => (unavailable ? [unavailable.detail] : []))),
];

/** What a reason added or took away: the answer tells what is missing, a reader thinks of what came. */
export const effectOf = (value: NonNullable<Reason['value']>): NonNullable<Reason['value']> => ({
  ...value,
  amountMinor: String(-BigInt(value.amountMinor)),
});

const leavesOf = (node: Reason): Reason[] =>
  node.children === undefined || node.children.length === 0 ? [node] : node.children.flatMap(leavesOf);

const minorOf = (value: Reason['value']): bigint => (value === null ? 0n : BigInt(value.amountMinor));
const sizeOf = ({ value }: Reason): bigint => {
  const minor = minorOf(value);
  return minor < 0n ? -minor : minor;
};
const compare = (one: bigint, other: bigint): number => Number(one > other) - Number(one < other);
