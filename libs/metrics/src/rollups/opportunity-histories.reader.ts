import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { among, type Among, type AskedOpportunities } from './asked-opportunities';
import { HistoryLinesReader, type HistoriesSetting } from './history-lines.reader';
import { joinLostWith } from '../lost-with';
import { groupBy } from '../rules/group-by';
import type { HistoryMove, OpportunityHistory, SourceEdit } from './rules/opportunity-history';

interface OpportunityRow {
  readonly id: string;
  readonly bookingType: string;
  readonly sourceId: string | null;
  readonly campaignId: string | null;
  readonly productId: string | null;
  readonly segment: string | null;
}

interface Recorded {
  readonly opportunityId: string;
  readonly recordedAt: Date;
}

type MoveRow = Omit<HistoryMove, 'on' | 'recordedOn' | 'isInferred' | 'amountMinor'> &
  Recorded & { readonly precision: string; readonly amount: string | null };
type EditRow = Omit<SourceEdit, 'recordedOn'> & Recorded;

/** Reads all that the sums of some opportunities are made of; those that are gone are absent. */
@Injectable()
export class OpportunityHistoriesReader {
  constructor(
    private readonly database: Database,
    private readonly lines: HistoryLinesReader,
  ) {}

  async read(asked: AskedOpportunities, setting: HistoriesSetting): Promise<OpportunityHistory[]> {
    if (!('after' in asked) && asked.length === 0) return [];
    const those = among(asked);
    const opportunities = await this.database.query<OpportunityRow>(
      `SELECT o.id, o.booking_type AS bookingType, o.source_id AS sourceId, o.campaign_id AS campaignId, o.product_id AS productId, a.segment
       FROM opportunity o LEFT JOIN account a ON a.id = o.account_id WHERE ${those.holds('o.id')}`,
      those.parameters,
    );
    const [moves, lines, restatements, edits] = [
      await this.moves(those, setting),
      groupBy(await this.lines.of(those, setting), ofOpportunity),
      groupBy(await this.lines.restatementsOf(those, setting), ofOpportunity),
      await this.edits(those, setting),
    ];
    return opportunities.map(({ id, bookingType, sourceId, campaignId, productId, segment }) => ({
      opportunityId: id,
      isRenewal: bookingType === 'renewal',
      moves: moves.get(id) ?? [],
      lines: lines.get(id) ?? [],
      restatements: restatements.get(id) ?? [],
      edits: edits.get(id) ?? [],
      belongings: { sourceId, campaignId, productId, segment },
    }));
  }

  /** A close date that stayed as it was says nothing about when an opportunity closed. */
  private async moves({ holds, parameters }: Among, { dayOf }: HistoriesSetting): Promise<Map<string, HistoryMove[]>> {
    const rows = await this.database.query<MoveRow>(
      `SELECT m.opportunity_id AS opportunityId, m.seq, m.at, m.recorded_at AS recordedAt, m.stage_from_id AS stageFromId,
         m.stage_to_id AS stageToId, m.outcome_from AS outcomeFrom, m.outcome_to AS outcomeTo,
         IF(m.outcome_from = m.outcome_to AND m.close_date_from <=> m.close_date_to, NULL, m.close_date_to) AS closeDateTo,
         m.owner_to_id AS ownerToId, m.team_to_id AS teamToId, m.at_precision AS \`precision\`, m.amount_to_minor AS amount, m.currency, m.close_date_to AS closeDate, m.probability_to AS probability,
         m.correction, m.corrects_seq AS correctsSeq, b.id AS lineId, b.source_id AS lineSourceId, a.id AS auditId,
         CAST(JSON_VALUE(a.before_state, '$.sourceId') AS CHAR(36)) AS auditSourceId
       FROM opportunity_move m
       LEFT JOIN booking b ON b.move_id = m.id AND b.reverses_id IS NULL AND m.outcome_to = 'won'
       ${joinLostWith}
       WHERE ${holds('m.opportunity_id')} ORDER BY m.opportunity_id, m.seq`,
      parameters,
    );
    return grouped(rows, (row) => ({
      seq: row.seq,
      at: row.at,
      on: dayOf(row.at.getTime()),
      recordedOn: dayOf(row.recordedAt.getTime()),
      stageFromId: row.stageFromId,
      stageToId: row.stageToId,
      outcomeFrom: row.outcomeFrom,
      outcomeTo: row.outcomeTo,
      closeDateTo: row.closeDateTo,
      ownerToId: row.ownerToId,
      teamToId: row.teamToId,
      isInferred: row.precision === 'inferred',
      amountMinor: minor(row.amount),
      currency: row.currency,
      closeDate: row.closeDate,
      probability: row.probability,
      correction: row.correction,
      correctsSeq: row.correctsSeq,
      lineId: row.lineId,
      lineSourceId: row.lineSourceId,
      auditId: row.auditId,
      auditSourceId: row.auditSourceId,
    }));
  }

  private async edits({ holds, parameters }: Among, { dayOf }: HistoriesSetting): Promise<Map<string, SourceEdit[]>> {
    const before = `CAST(JSON_VALUE(a.before_state, '$.sourceId') AS CHAR(36))`;
    const rows = await this.database.query<EditRow>(
      `SELECT a.object_id AS opportunityId, a.id AS auditId, a.at AS recordedAt, ${before} AS sourceBefore
       FROM audit_line a WHERE a.object_kind = 'opportunity' AND ${holds('a.object_id')} AND a.action = 'opportunity.edited'
         AND NOT ${before} <=> CAST(JSON_VALUE(a.after_state, '$.sourceId') AS CHAR(36))
       ORDER BY a.object_id, a.at, a.id`,
      parameters,
    );
    return grouped(rows, ({ auditId, recordedAt, sourceBefore }) => ({
      auditId,
      sourceBefore,
      recordedOn: dayOf(recordedAt.getTime()),
    }));
  }
}

const ofOpportunity = ({ opportunityId }: { readonly opportunityId: string }): string => opportunityId;

function grouped<Row extends { readonly opportunityId: string }, Told>(
  rows: readonly Row[],
  tell: (row: Row) => Told,
): Map<string, Told[]> {
  return new Map([...groupBy(rows, ofOpportunity)].map(([id, some]) => [id, some.map(tell)]));
}

const minor = (text: string | null): bigint | null => (text === null ? null : BigInt(text));
