/** Each gives 100 % of a booking to the touches before it, by another opinion of what counts. */
export const attributionModels = ['first', 'last', 'linear', 'u_shaped', 'w_shaped', 'time_decay'] as const;
export type AttributionModel = (typeof attributionModels)[number];

/** Days after which a touch weighs half, unless the question says otherwise. */
export const usualHalfLifeDays = 7;

const day = 86_400_000;
/** Weights of time decay are kept to 2^-40 of the latest touch within a half-life. */
const fine = 40;

export interface WeighingRule {
  readonly model: AttributionModel;
  readonly halfLifeDays: number;
  /** When the opportunity opened, in milliseconds; null when nobody knows. */
  readonly openedAt: number | null;
}

/**
 * What each touch of one booking weighs in a model; only the proportions matter. Touches come oldest first, at least one.
 * *First* and *last*: all to that one. *Linear*: alike. *U*: 40 to the first, 40 to the last, 20 to those between, alike. *W*: 30 each
 * to the first, to the one the opportunity opened on (the last one until then, else the first), and to the last; 10 to the others,
 * alike. Where a touch plays two parts it has both shares; where nobody stands between, the others keep their proportions.
 * *Time decay*: half as much for each half-life that a touch lies before the last one. Unit: none.
 * Source: the position-based and decay models of the attribution literature; the shares are in docs/decisions/0016.
 */
export function weighTouches(touches: readonly number[], rule: WeighingRule): bigint[] {
  const last = touches.length - 1;
  switch (rule.model) {
    case 'first':
      return touches.map((_, place) => (place === 0 ? 1n : 0n));
    case 'last':
      return touches.map((_, place) => (place === last ? 1n : 0n));
    case 'linear':
      return touches.map(() => 1n);
    case 'u_shaped':
      return shaped(touches.length, [0, last], { each: 40n, rest: 20n });
    case 'w_shaped':
      return shaped(touches.length, [0, openingOf(touches, rule.openedAt), last], { each: 30n, rest: 10n });
    case 'time_decay':
      return decaying(touches, rule.halfLifeDays * day);
  }
}

function shaped(
  count: number,
  places: readonly number[],
  { each, rest }: { readonly each: bigint; readonly rest: bigint },
): bigint[] {
  const others = BigInt(count - new Set(places).size);
  // Scaled so that the share of those between stays whole.
  const scale = others === 0n ? 1n : others;
  return Array.from({ length: count }, (_, place) => {
    const parts = BigInt(places.filter((one) => one === place).length);
    return parts === 0n ? rest : parts * each * scale;
  });
}

function openingOf(touches: readonly number[], openedAt: number | null): number {
  return openedAt === null
    ? 0
    : Math.max(
        0,
        touches.findLastIndex((at) => at <= openedAt),
      );
}

function decaying(touches: readonly number[], halfLife: number): bigint[] {
  const latest = touches.at(-1) ?? 0;
  const ages = touches.map((at) => latest - at);
  const most = Math.floor(Math.max(...ages) / halfLife);
  return ages.map((age) => {
    const halved = Math.floor(age / halfLife);
    const within = BigInt(Math.round(2 ** (fine - (age - halved * halfLife) / halfLife)));
    return within << BigInt(most - halved);
  });
}
