import { fraction, nearest } from '../exact';

/** A touch as far as models weigh it. */
export interface Weighed {
  /** Milliseconds. */
  readonly at: number;
}

export const models = ['first', 'last', 'linear', 'u_shaped', 'w_shaped', 'time_decay'] as const;
export type Model = (typeof models)[number];

export interface Weighing {
  /** Milliseconds of when the opportunity opened. */
  readonly openedAt: number;
  readonly halfLifeDays: number;
}

/** What each of these touches, in their order, is worth to the others: whole numbers of one scale. */
export function weighTouches(
  model: Model,
  touches: readonly Weighed[],
  { openedAt, halfLifeDays }: Weighing,
): bigint[] {
  const [first, last] = [0, touches.length - 1];
  const opening = Math.max(
    0,
    touches.findLastIndex(({ at }) => at <= openedAt),
  );
  switch (model) {
    case 'first':
      return shaped(touches, [[first, 100n]], 0n);
    case 'last':
      return shaped(touches, [[last, 100n]], 0n);
    case 'linear':
      return touches.map(() => 1n);
    case 'u_shaped':
      return shaped(
        touches,
        [
          [first, 40n],
          [last, 40n],
        ],
        20n,
      );
    case 'w_shaped':
      return shaped(
        touches,
        [
          [first, 30n],
          [opening, 30n],
          [last, 30n],
        ],
        10n,
      );
    case 'time_decay':
      return decaying(touches, halfLifeDays * 86_400_000);
  }
}

/** Who plays a part has its share, of two parts both; the others divide the rest alike. */
function shaped(touches: readonly Weighed[], parts: readonly (readonly [number, bigint])[], rest: bigint): bigint[] {
  const others = BigInt(touches.filter((_, place) => !parts.some(([of]) => of === place)).length);
  const scale = others === 0n ? 1n : others;
  return touches.map((_, place) => {
    const own = parts.filter(([of]) => of === place).map(([, share]) => share);
    return own.length > 0 ? own.reduce((sum, share) => sum + share * scale, 0n) : rest;
  });
}

/** Half for each half-life before the last; what is left of one is kept to forty binary digits. */
function decaying(touches: readonly Weighed[], halfLife: number): bigint[] {
  const last = touches.at(-1)?.at ?? 0;
  const ages = touches.map(({ at }) => last - at);
  const most = Math.floor(Math.max(...ages) / halfLife);
  return ages.map((age) => {
    const whole = Math.floor(age / halfLife);
    const part = halved(BigInt(age - whole * halfLife), BigInt(halfLife));
    return nearest(fraction(part << 40n, scale)) << BigInt(most - whole);
  });
}

const scale = 10n ** 60n;
/** The logarithm of two, to sixty digits. */
const ln2 = 693147180559945309417232121458176568075500134360255254120680n;

/** A half to the power of a part, as a power series to some fifty digits. */
function halved(over: bigint, under: bigint): bigint {
  const exponent = (ln2 * over) / under;
  let [sum, term] = [scale, scale];
  for (let turn = 1n; turn < 80n; turn++) {
    term = (-term * exponent) / (scale * turn);
    sum += term;
  }
  return sum;
}
