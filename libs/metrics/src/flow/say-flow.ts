import type { Locale } from '@tandem/kernel';
import { hasText, text } from '@tandem/language';
import type { BilingualName } from '../figure';
import type { Note } from '../rules/figure-value';
import { sayNote } from '../say';
import type { TransitionKind } from './rules/find-transitions';

/** A note or a reason as a sentence in somebody's language; what figures say too is said as they say it. */
export function sayFlowNote(locale: Locale, note: Note): string {
  const key = `flow:note.${note.code}`;
  return hasText(locale, key) ? text(locale, key, note.facts) : sayNote(locale, note);
}

export const nameOfKind = (kind: TransitionKind): BilingualName => inBoth(`flow:kind.${kind}`);

const inBoth = (key: string): BilingualName => ({ en: text('en', key), zhTW: text('zh-TW', key) });
