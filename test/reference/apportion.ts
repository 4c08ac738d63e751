import { inOrder } from './exact';

/**
 * Shares an amount out by weights, exactly: each gets the whole part of its share, and what is left goes one by one to the largest
 * fractions, of equals to the earlier. A negative amount is shared out like the positive one. Nothing is weighed by nothing.
 */
export function apportion(amount: bigint, weights: readonly bigint[]): bigint[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  const [sign, size] = amount < 0n ? [-1n, -amount] : [1n, amount];
  const shares = weights.map((weight, place) => {
    const beyond = (((size * weight) % all) + all) % all;
    return { place, whole: (size * weight - beyond) / all, left: beyond };
  });
  const missing = Number(size - shares.reduce((sum, { whole }) => sum + whole, 0n));
  const lucky = inOrder(
    shares,
    (one, other) => one.left > other.left || (one.left === other.left && one.place < other.place),
  )
    .slice(0, missing)
    .map(({ place }) => place);
  return shares.map(({ place, whole }) => sign * (whole + (lucky.includes(place) ? 1n : 0n)));
}
