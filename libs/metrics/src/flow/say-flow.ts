import type { Locale } from '@tandem/kernel';
import { hasText, text } from '@tandem/language';
import type { BilingualName } from '../figure';
import type { Note } from '../rules/figure-value';
import { sayNote } from '../say';
import type { TransitionKind } from './rules/find-transitions';

/** Every figure of flow that has a definition. */
export const flowFigures = [
  'matrix',
  'throughput',
  'time_in_stage',
  'cycle',
  'stale',
  'win_rate_broad',
  'win_rate_narrow',
  'win_rate_qualified',
  'win_rate_created',
  'deal_size',
  'hand_off_compliance',
  'hand_off_response',
  'speed_to_lead',
] as const;

export type FlowFigure = (typeof flowFigures)[number];

/** A note or a reason as a sentence in somebody's language; what figures say too is said as they say it. */
export function sayFlowNote(locale: Locale, note: Note): string {
  const key = `flow:note.${note.code}`;
  return hasText(locale, key) ? text(locale, key, note.facts) : sayNote(locale, note);
}

/** What a figure of flow means, in somebody's language. */
export const sayFlowDefinition = (locale: Locale, key: FlowFigure) => ({
  key,
  name: text(locale, `flow:definition.${key}.name`),
  formula: text(locale, `flow:definition.${key}.formula`),
  explanation: text(locale, `flow:definition.${key}.explanation`),
});

export const nameOfKind = (kind: TransitionKind): BilingualName => inBoth(`flow:kind.${kind}`);

const inBoth = (key: string): BilingualName => ({ en: text('en', key), zhTW: text('zh-TW', key) });
