import type { Locale } from '@tandem/kernel';
import { hasText, text } from '@tandem/language';
import type { BilingualName } from '../figure';
import type { Note } from '../rules/figure-value';
import { sayNote } from '../say';
import type { TransitionKind } from './rules/find-transitions';
import type { WinRateVariant } from './win-rates.reader';

/** A note or a reason as a sentence in somebody's language; what figures say too is said as they say it. */
export function sayFlowNote(locale: Locale, note: Note): string {
  const key = `flow:note.${note.code}`;
  return hasText(locale, key) ? text(locale, key, note.facts) : sayNote(locale, note);
}

/** What a variant of the win rate means, in somebody's language. */
export const sayWinRate = (locale: Locale, variant: WinRateVariant): { name: string; formula: string } => ({
  name: text(locale, `flow:variant.${variant}.name`),
  formula: text(locale, `flow:variant.${variant}.formula`),
});

export const nameOfKind = (kind: TransitionKind): BilingualName => inBoth(`flow:kind.${kind}`);

export const throughputName = (): BilingualName => inBoth('flow:throughput.name');

const inBoth = (key: string): BilingualName => ({ en: text('en', key), zhTW: text('zh-TW', key) });
