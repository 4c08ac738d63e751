import { decimal, fraction, total, wilson } from '../exact';
import type { Told } from '../subjects/subject';
import { tellSlices, type Cut } from './case';
import type { Setting } from './setting';
import { findWinCases, variants, type WinCase } from './win-cases';

/** Won ÷ (won + lost + running), by count and by value; cancelled is outside. */
export const tellWinRates = (setting: Setting, cut: Cut): Told =>
  tellSlices(findWinCases(setting), cut, (own) =>
    variants.map((variant) => [variant, tellRate(own.filter((one) => one.variant === variant))]),
  );

function tellRate(cases: readonly WinCase[]): string {
  const count = (fate: WinCase['fate']) =>
    cases.filter((one) => one.fate === fate).reduce((sum, { sign }) => sum + sign, 0);
  const [won, lost, running] = [count('won'), count('lost'), count('running')];
  const all = won + lost + running;
  const isRate = won >= 0 && lost >= 0 && all > 0;
  const within = isRate && all < 30 ? wilson(won, all) : null;
  return [
    `${won} won, ${lost} lost, ${running} running, ${count('outside')} outside`,
    isRate ? decimal(fraction(BigInt(won), BigInt(all))) : 'n/a no_cases',
    within ? `within ${within.low}..${within.high}` : 'no interval',
    tellValues(cases.filter(({ fate }) => fate !== 'outside')),
  ].join('; ');
}

/** When nobody priced what was not won there is no rate: 100 % would be a lie. */
function tellValues(cases: readonly WinCase[]): string {
  const minor = (some: readonly WinCase[]) => total(some.map((one) => (one.minor ?? 0n) * BigInt(one.sign)));
  const [wonMinor, allMinor] = [minor(cases.filter(({ fate }) => fate === 'won')), minor(cases)];
  const unpriced = cases.filter((one) => one.minor === null).length;
  const others = cases.filter(({ fate }) => fate !== 'won');
  const isRest = others.length > 0 && others.every((one) => one.minor === null);
  return `${wonMinor} of ${allMinor} without ${unpriced}: ${rate()}`;

  function rate(): string {
    if (allMinor <= 0n || wonMinor < 0n || wonMinor > allMinor) return 'n/a no_value';
    return isRest ? 'n/a rest_without_value' : decimal(fraction(wonMinor, allMinor));
  }
}
