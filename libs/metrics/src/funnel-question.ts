import type { FunnelSide } from './funnel-rows';
import type { Reading, Scope } from './rules/facts';
import type { FunnelMode } from './rules/find-entries';

export interface FunnelFiguresQuestion {
  /** As for figures; without one, the current fiscal quarter. It selects entries only. */
  readonly period?: string | undefined;
  readonly side?: FunnelSide | undefined;
  /** Without one, as the organisation has chosen. */
  readonly mode?: FunnelMode | undefined;
  readonly filter?: Scope | undefined;
  /** As restated (default): corrected moves when they were true, withdrawn ones not at all. As reported: as each was recorded. */
  readonly reading?: Reading | undefined;
  /** As for figures: a day, included, or a moment; later records do not count. */
  readonly asOf?: string | Date | undefined;
}
