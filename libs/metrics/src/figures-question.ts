import type { Reading, Scope } from './rules/facts';

export interface FiguresQuestion {
  /** `2017`, `2017-Q2`, `2017-05`, `2017-W20` or `2017-04-01..2017-06-30`; without one, the current fiscal quarter. */
  readonly period?: string | undefined;
  readonly filter?: Scope | undefined;
  /** As restated (default): with all that is known. As reported: each line on its own day, wins and their reversals alike. */
  readonly reading?: Reading | undefined;
  /** Only what was recorded by the end of this day (in the organisation's zone), or by this moment, counts; without it, everything. */
  readonly asOf?: string | Date | undefined;
}
