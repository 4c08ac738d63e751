import type { Currency } from '@tandem/kernel';
import type { StageMove } from '../../rules/find-entries';

/** A row of the log as far as flow goes, in the order of its log. */
export interface FlowMove extends StageMove {
  readonly seq: number;
  readonly amountMinor: bigint | null;
  readonly currency: Currency;
  /** Nobody knows when it was true, so it belongs to no period. */
  readonly isInferred: boolean;
  /** Milliseconds of the instant it was learned. */
  readonly recordedAt: number;
}
