import type { PlainDate } from '@tandem/kernel';
import { plannedOf, type ConvertibleLine, type DuePeriod, type DueQuestion, type OwnedDeal } from './due-deals.reader';
import { stageDeals, type DueFate } from './rules/count-drivers';
import type { VarianceNode } from './rules/grow-tree';

/** An opportunity or a booking line behind a node. */
export interface BehindNode {
  readonly kind: 'opportunity' | 'booking';
  readonly id: string;
  readonly opportunityId: string;
  readonly accountId: string | null;
  readonly ownerId: string | null;
  readonly date: PlainDate | null;
  readonly fate: DueFate | null;
  readonly stage: number | null;
  /** Whether it is above the line of a share, too; null where the node is no share. */
  readonly isKept: boolean | null;
  /** What it adds to an amount; null where deals are counted. */
  readonly minor: bigint | null;
}

interface Seen {
  readonly measure: 'net_revenue' | 'gross_profit';
  readonly question: DueQuestion;
}

/**
 * The records of one period behind a node of its tree: of volume the deals that were due, of a share those below the line with those
 * above it marked, of an amount the lines that add up to it.
 */
export function behindNode(node: VarianceNode, period: DuePeriod, { measure, question }: Seen): BehindNode[] {
  const { deals, lines, won, others } = period;
  const { reached, unslipped, decided, wentOn } = stageDeals(deals, node.stage ?? 0);
  const planned = (line: ConvertibleLine) => plannedOf(line, question);
  switch (node.kind) {
    case 'volume':
      return deals.map((deal) => dealRow(deal, null));
    case 'stage':
      return keptRows(reached, wentOn);
    case 'slippage':
      return keptRows(reached, unslipped);
    case 'speed':
      return keptRows(unslipped, decided);
    case 'conversion':
      return keptRows(decided, wentOn);
    case 'size':
      return won.map((line) => lineRow(line, planned(line)));
    case 'rate':
      return won.map((line) => lineRow(line, line.reportingMinor - planned(line)));
    case 'other':
      return others.map((line) => lineRow(line, line.reportingMinor));
    case 'coverage':
      return lines.filter(({ costMinor }) => costMinor === null).map((line) => lineRow(line, line.reportingMinor));
    case 'margin':
      return profitRows(lines);
    case 'root':
    case 'undivided':
      return measure === 'gross_profit' ? profitRows(lines) : lines.map((line) => lineRow(line, line.reportingMinor));
  }
}

function keptRows(below: readonly OwnedDeal[], above: readonly OwnedDeal[]): BehindNode[] {
  const kept = new Set(above);
  return below.map((deal) => dealRow(deal, kept.has(deal)));
}

const profitRows = (lines: readonly ConvertibleLine[]): BehindNode[] =>
  lines.flatMap((line) => (line.costMinor === null ? [] : [lineRow(line, line.reportingMinor - line.costMinor)]));

const dealRow = (
  { opportunityId, accountId, ownerId, fate, stage }: OwnedDeal,
  isKept: boolean | null,
): BehindNode => ({
  kind: 'opportunity',
  id: opportunityId,
  opportunityId,
  accountId,
  ownerId,
  date: null,
  fate,
  stage,
  isKept,
  minor: null,
});

const lineRow = ({ id, opportunityId, accountId, ownerId, date }: ConvertibleLine, minor: bigint): BehindNode => ({
  kind: 'booking',
  id,
  opportunityId,
  accountId,
  ownerId,
  date,
  fate: null,
  stage: null,
  isKept: null,
  minor,
});
