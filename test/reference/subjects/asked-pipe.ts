import type { FigureNoteWire } from '@tandem/contracts';
import { dayIn, spanOf } from '../calendar';
import type { History } from '../history/history';
import type { Pile } from '../pipeline/hold-pipeline';
import { layPipe, type Closing } from '../pipeline/pipe';
import { standingAt, type Question, type Told } from './subject';

export const closings = ['in_period', 'any'] as const satisfies readonly Closing[];

/** The question as the product's readers take it. */
export const wishOf = ({ scope: filter, ...asked }: Question) => ({ ...asked, filter });

/** What the reference knows of a question about pipeline; null while nothing was recorded. */
export function lay(history: History, now: Date, { period, reading, asOf, scope }: Question, closing: Closing) {
  const { present, stood, isUnknown } = standingAt(history, now, asOf);
  const { zone = 'UTC', reportingCurrency: currency = '' } = stood.organisation[0] ?? {};
  const span = spanOf(period, stood.organisation[0] ?? 1);
  const pipe = layPipe(stood, { period: span, reading, closing, scope, present });
  const today = dayIn(zone, present.getTime());
  return { pipe, stood, isUnknown, currency, zone, today, span };
}

export const unknown: Told = new Map([['known', 'nothing_recorded_yet']]);
export const known = ['known', 'yes'] as const;
export const isKnown = ({ unavailable }: { readonly unavailable: FigureNoteWire | null }): boolean =>
  unavailable?.code !== 'nothing_recorded_yet';

/** Money as it travels. */
export interface MoneyWire {
  readonly amountMinor: string;
  readonly currency: string;
}

export const moneyOf = ({ amountMinor, currency }: MoneyWire): string => `${amountMinor} ${currency}`;

/** What is missing in the money of an answer. */
export const leftOut = ({ withoutRate, withoutAmount }: Pile) => ({
  partial_pipeline: withoutRate,
  without_amount: withoutAmount,
});
