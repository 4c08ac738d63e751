import type { Locale } from '@tandem/kernel';
import { hasText, text } from '@tandem/language';
import { figureKeys } from '../kpi';
import type { Note } from '../rules/figure-value';
import { sayNote } from '../say';
import type { GoalKey } from './goal-figures';

/** What a figure with a target is called, in somebody's language. */
export const sayGoal = (locale: Locale, key: GoalKey): string =>
  (figureKeys as readonly string[]).includes(key)
    ? text(locale, `figures:${key}.name`)
    : text(locale, `goals:name.${key}`);

/** Why a figure with a target is not available, as its own question says it. */
export function sayGoalNote(locale: Locale, note: Note): string {
  const said = ['goals', 'flow', 'pipeline', 'credit'].map((room) => `${room}:note.${note.code}`);
  const key = said.find((one) => hasText(locale, one));
  return key === undefined ? sayNote(locale, note) : text(locale, key, note.facts);
}
