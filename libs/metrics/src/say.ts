import { moneyText, type Locale, type Money } from '@tandem/kernel';
import { text } from '@tandem/language';
import type { Directory } from './directory.reader';
import type { BilingualName } from './figure';
import type { FigureValue, Note } from './rules/figure-value';
import type { SliceKind } from './rules/narrow-facts';
import { ratioText } from './rules/ratio';

/** A note or a reason as a sentence in somebody's language. */
export const sayNote = (locale: Locale, { code, facts }: Note): string =>
  text(
    locale,
    `figures:note.${code}`,
    Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, sayFact(fact)])),
  );

/** The name of a part of a figure, in somebody's language. */
export const sayPart = (locale: Locale, part: string): string => text(locale, `figures:part.${part}`);

/** A value with nothing but text and small numbers in it, as it travels and as it is kept in documents. */
export type PlainValue =
  | { readonly unit: 'ratio'; readonly ratio: string }
  | { readonly unit: 'count'; readonly count: number }
  | { readonly unit: 'money'; readonly money: { readonly amountMinor: string; readonly currency: string } };

export function plainValue(value: FigureValue): PlainValue {
  if (value.unit === 'ratio') return { unit: 'ratio', ratio: ratioText(value.ratio) };
  if (value.unit === 'count') return value;
  return { unit: 'money', money: { amountMinor: value.money.amountMinor.toString(), currency: value.money.currency } };
}

/** The name of a slice; what lacks the attribute has a name of its own, so that nothing vanishes. */
export const nameOfSlice = (kind: SliceKind, id: string | null, directory: Directory): BilingualName =>
  id === null ? inBoth(`figures:none.${kind}`) : (directory.nameOf(kind, id) ?? { en: id, zhTW: null });

/** An expense line is known by its category, and by its note where it has one. */
export function nameOfExpense(category: string, note: string | null): BilingualName {
  const { en, zhTW } = inBoth(`figures:category.${category}`);
  return note === null ? { en, zhTW } : { en: `${en}: ${note}`, zhTW: `${zhTW}：${note}` };
}

const inBoth = (key: string) => ({ en: text('en', key), zhTW: text('zh-TW', key) });

const sayFact = (fact: string | number | Money): string | number => (typeof fact === 'object' ? moneyText(fact) : fact);
