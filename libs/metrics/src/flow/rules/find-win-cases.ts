import type { FlowMove } from './flow-move';
import { findTransitions, type FlowStage, type Transition, type TransitionKind } from './find-transitions';
import type { WinFate } from './rate-wins';

/** A stage that knows whose it is. */
export interface OwnedStage extends FlowStage {
  readonly ownerSide: 'sales' | 'marketing';
}

/** Whether an opportunity really entered a stage from the hand-off on: the first stage of sales or any behind it. */
export function isQualified(road: readonly FlowMove[], stages: readonly OwnedStage[]): boolean {
  const first = stages.findIndex(({ ownerSide }) => ownerSide === 'sales');
  const behind = new Set(first < 0 ? [] : stages.slice(first).map(({ id }) => id));
  return road.some(({ stageId }) => behind.has(stageId));
}

/**
 * The last time an opportunity left the last open stage in a span, wherever to; null when it did not. This is what the narrow
 * win rate is of: won, or else lost or stepped back (cancelled is outside), so that what never came so far is on neither side.
 */
export function lastDeparture(
  log: readonly FlowMove[],
  stages: readonly FlowStage[],
  { from, until }: { readonly from: number; readonly until: number },
): Transition | null {
  const last = stages.findLast((stage) => stage.class === 'open');
  const left = findTransitions(log, stages).filter(
    ({ move, from: place }) => place === last?.id && !move.isInferred && move.at >= from && move.at < until,
  );
  return left.at(-1) ?? null;
}

/** A case of the two variants that are read from moves: whose move it is credited to, and which one it was worth what it is by. */
export interface MovedCase {
  readonly variant: 'narrow' | 'created';
  readonly fate: WinFate;
  readonly creditedTo: FlowMove;
  readonly valuedBy: FlowMove;
}

/** The cases one opportunity is in a span: its last departure from the last open stage, and that it was created. */
export function findMovedCases(
  log: readonly FlowMove[],
  stages: readonly FlowStage[],
  span: { readonly from: number; readonly until: number },
): MovedCase[] {
  const left = lastDeparture(log, stages, span);
  const [created] = log;
  const last = log.at(-1);
  const isCreated = created && !created.isInferred && created.at >= span.from && created.at < span.until;
  return [
    ...(left
      ? [{ variant: 'narrow' as const, fate: fates[left.kind] ?? 'lost', creditedTo: left.move, valuedBy: left.move }]
      : []),
    ...(isCreated && last
      ? [{ variant: 'created' as const, fate: fateNow(log), creditedTo: created, valuedBy: decidedBy(log) ?? last }]
      : []),
  ];
}

/** Stepping back is no win either; what was cancelled is outside, as everywhere. */
const fates: Partial<Record<TransitionKind, WinFate>> = { win: 'won', cancellation: 'outside' };

/** The move that gave a closed opportunity its outcome: what is told anew of it later does not change what it was worth then. */
function decidedBy(log: readonly FlowMove[]): FlowMove | undefined {
  if (log.at(-1)?.outcome === 'open') return undefined;
  return log.findLast(({ outcome }, place) => outcome !== log[place - 1]?.outcome);
}

/** How an opportunity stands at the end of its log: won, lost, cancelled (outside) or still running. */
export function fateNow(log: readonly FlowMove[]): WinFate {
  const outcome = log.at(-1)?.outcome;
  if (outcome === 'won' || outcome === 'lost') return outcome;
  return outcome === 'cancelled' ? 'outside' : 'running';
}
