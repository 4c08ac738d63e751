import type { Locale } from '@tandem/kernel';
import { hasText, text } from '@tandem/language';
import type { Note } from '../rules/figure-value';
import { sayNote } from '../say';
import type { WaterfallBucket } from './rules/move-pipeline';

/** The name of a line of the waterfall, in somebody's language. */
export const sayBucket = (locale: Locale, bucket: WaterfallBucket): string => text(locale, `pipeline:bucket.${bucket}`);

/** Where something slipped to: a month speaks for itself. */
export const sayWent = (locale: Locale, to: string): string => {
  const key = `pipeline:went.${to}`;
  return hasText(locale, key) ? text(locale, key) : to;
};

/** A note or a reason as a sentence; what it shares with other figures is said in their words. */
export const sayPipelineNote = (locale: Locale, { code, facts }: Note): string => {
  const key = `pipeline:note.${code}`;
  return hasText(locale, key) ? text(locale, key, facts) : sayNote(locale, { code, facts });
};
