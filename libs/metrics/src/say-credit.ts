import { money, type Currency, type Locale, type Money } from '@tandem/kernel';
import { hasText, text } from '@tandem/language';
import type { BilingualName } from './figure';
import type { Note } from './rules/figure-value';
import { divideHalfEven, type Ratio } from './rules/ratio';
import { sayNote } from './say';

/** A note of attribution, mix, acquisition cost or variance; those that figures have too are said as there. */
export const sayCreditNote = (locale: Locale, note: Note): string => {
  const key = `credit:note.${note.code}`;
  return hasText(locale, key) ? text(locale, key, note.facts) : sayNote(locale, note);
};

/** What a node of a variance tree is called, in somebody's language; a stage stands in it by its name. */
export const sayNode = (locale: Locale, kind: string, stage: string): string =>
  text(locale, `credit:node.${kind}`, { stage });

/** How a node of a variance tree is computed. */
export const sayNodeFormula = (locale: Locale, kind: string): string => text(locale, `credit:formula.${kind}`);

/** An exact amount as people read it, half even. */
export const roundedMoney = ({ numerator, denominator }: Ratio, currency: Currency): Money =>
  money(divideHalfEven(numerator, denominator), currency);

/** A booking type as people say it. */
export const nameOfBookingType = (type: string): BilingualName => inBoth(`credit:booking_type.${type}`);

/** What lacks the attribute has a name of its own, so that nothing vanishes. */
export const nameOfNone = (kind: string): BilingualName => inBoth(`credit:none.${kind}`);

const inBoth = (key: string): BilingualName => ({ en: text('en', key), zhTW: text('zh-TW', key) });
