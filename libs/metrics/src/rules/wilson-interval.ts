import { ratio, type Ratio } from './ratio';

/** Where a true share lies with 95 % confidence, both ends within 0..1. */
export interface Interval {
  readonly low: Ratio;
  readonly high: Ratio;
}

/** Under so many cases a rate is shown with its interval. */
export const fewCases = 30;

const z = 1.959964;
const millionth = 1_000_000;

/** The Wilson score interval of `hits` among `cases`, to a millionth; null without a case. */
export function wilsonInterval(hits: number, cases: number): Interval | null {
  if (cases === 0) return null;
  const share = hits / cases;
  const spread = (z * z) / cases;
  const centre = share + spread / 2;
  const reach = z * Math.sqrt((share * (1 - share)) / cases + spread / (4 * cases));
  const end = (value: number) =>
    ratio(BigInt(Math.round(Math.min(1, Math.max(0, value / (1 + spread))) * millionth)), BigInt(millionth));
  return {
    low: hits === 0 ? ratio(0n, 1n) : end(centre - reach),
    high: hits === cases ? ratio(1n, 1n) : end(centre + reach),
  };
}
