import { largestAmount, refusal, type Currency, type Refusal } from '@tandem/kernel';

/** A wished value as it travels. */
export type WishedValue =
  | { readonly unit: 'ratio'; readonly ratio: string }
  | { readonly unit: 'count'; readonly count: number }
  | { readonly unit: 'money'; readonly money: { readonly amountMinor: string; readonly currency: Currency } };

/** A target as it is kept: minor units, a count, or ten-thousandths of a ratio. */
export interface StoredTarget {
  readonly unit: WishedValue['unit'];
  readonly value: bigint;
  readonly currency: Currency | null;
}

/** May this be the target of a figure? It is of the figure's own unit, above 0, and money is in the reporting currency. */
export function decideTarget(
  wished: WishedValue,
  figure: { readonly unit: WishedValue['unit']; readonly currency: Currency },
): StoredTarget | Refusal {
  if (wished.unit !== figure.unit) {
    return refusal('target.other_unit', `This figure is a ${figure.unit}, so its target is one too.`, {
      pointer: '/value/unit',
      unit: figure.unit,
    });
  }
  if (wished.unit === 'money' && wished.money.currency !== figure.currency) return otherCurrency(figure.currency);
  const value = storedValue(wished);
  if (value === null) {
    return refusal('target.too_fine', 'A ratio is kept to four digits after the point, such as 0.1825.', {
      pointer: '/value/ratio',
    });
  }
  if (value <= 0n) return refusal('target.not_positive', 'A target is above 0.', { pointer: '/value' });
  if (value > largestAmount) return refusal('target.too_large', 'This target is too large.', { pointer: '/value' });
  return { unit: wished.unit, value, currency: wished.unit === 'money' ? wished.money.currency : null };
}

/** May this be a quota? It is not below 0 and in the reporting currency, of exactly one team or one person. */
export function decideQuota(
  wished: {
    readonly teamId: string | null;
    readonly personId: string | null;
    readonly amountMinor: bigint;
    readonly currency: Currency;
  },
  reportingCurrency: Currency,
): { readonly amountMinor: bigint } | Refusal {
  if ((wished.teamId === null) === (wished.personId === null)) {
    return refusal('quota.of_one', 'A quota is of one team or of one person: name exactly one of them.', {
      pointer: '/teamId',
    });
  }
  if (wished.currency !== reportingCurrency) return otherCurrency(reportingCurrency);
  if (wished.amountMinor < 0n) return refusal('quota.negative', 'A quota is 0 or above.', { pointer: '/amount' });
  if (wished.amountMinor > largestAmount)
    return refusal('quota.too_large', 'This quota is too large.', { pointer: '/amount' });
  return { amountMinor: wished.amountMinor };
}

const otherCurrency = (currency: Currency): Refusal =>
  refusal('target.other_currency', `Targets and quotas are in the reporting currency, ${currency}.`, {
    pointer: '/value',
    currency,
  });

function storedValue(wished: WishedValue): bigint | null {
  if (wished.unit === 'count') return BigInt(wished.count);
  if (wished.unit === 'money') return BigInt(wished.money.amountMinor);
  const [whole = '0', fraction = ''] = wished.ratio.split('.');
  if (fraction.replace(/0+$/, '').length > 4) return null;
  const size = BigInt(whole.replace('-', '') + fraction.padEnd(4, '0').slice(0, 4));
  return wished.ratio.startsWith('-') ? -size : size;
}
