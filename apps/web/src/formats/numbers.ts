import type { Locale } from '../i18n/language';
import { numberFormat } from './intl';

export const shownCount = (count: number, locale: Locale): string => numberFormat(locale, {}).format(count);

/** A share in decimal text as percent: `0.6213` is `62.1%`. */
export const shownRatio = (ratio: string, locale: Locale, digits = 1): string =>
  numberFormat(locale, { style: 'percent', minimumFractionDigits: 0, maximumFractionDigits: digits }).format(
    Number(ratio),
  );

/** A rate of exchange in decimal text, without the zeros it is kept with: `1.1000000000` is `1.1`. */
export const shownRate = (rate: string): string => (rate.includes('.') ? rate.replace(/\.?0+$/, '') : rate);
