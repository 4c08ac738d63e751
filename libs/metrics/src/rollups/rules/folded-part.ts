import type { Belongings, OpportunityHistory } from './opportunity-history';

/** How much of an opportunity the sums hold: rows of the log up to a number, these lines, restatements and edits. */
export interface FoldedState extends Belongings {
  readonly seq: number;
  /** Null where there is nothing beside the log. */
  readonly beside: {
    readonly lineIds: readonly string[];
    /** The last folded revision of each restated line. */
    readonly revisions: Readonly<Record<string, number>>;
    readonly auditIds: readonly string[];
  } | null;
}

/** What of a history the sums hold already. Nothing of it is ever changed, so it can be read again from the records. */
export function foldedPart(history: OpportunityHistory, folded: FoldedState): OpportunityHistory {
  const { seq, beside, sourceId, campaignId, productId, segment } = folded;
  const { lineIds = [], revisions = {}, auditIds = [] } = beside ?? {};
  return {
    ...history,
    moves: history.moves.filter((move) => move.seq <= seq),
    lines: history.lines.filter(({ id }) => lineIds.includes(id)),
    restatements: history.restatements.filter(({ lineId, revision }) => revision <= (revisions[lineId] ?? 0)),
    edits: history.edits.filter(({ auditId }) => auditIds.includes(auditId)),
    belongings: { sourceId, campaignId, productId, segment },
  };
}

/** What is folded once all of a history is. */
export function foldedState({ moves, lines, restatements, edits, belongings }: OpportunityHistory): FoldedState {
  const revisions = Object.fromEntries(restatements.map(({ lineId, revision }) => [lineId, revision]));
  const isBare = lines.length === 0 && edits.length === 0;
  return {
    ...belongings,
    seq: moves.at(-1)?.seq ?? 0,
    beside: isBare
      ? null
      : { lineIds: lines.map(({ id }) => id), revisions, auditIds: edits.map(({ auditId }) => auditId) },
  };
}
