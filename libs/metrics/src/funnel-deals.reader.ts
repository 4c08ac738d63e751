import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import type { Currency, PlainDate } from '@tandem/kernel';
import { CorrectionsReader } from './corrections.reader';
import { knownSql, lastKnown, type Knowledge, type Selected } from './knowledge';
import { PastValuesReader } from './past-values.reader';
import { PlanRatesReader } from './plan-rates.reader';
import type { FunnelDeal, Span } from './rules/count-funnel';
import type { StageMove } from './rules/find-entries';
import { entriesOf, foldDeal, type FoldQuestion } from './rules/fold-deal';
import { readMoves, type CorrectableMove } from './rules/read-moves';
import { valueAmount } from './rules/value-amount';

interface MoveRow extends Omit<StageMove, 'at' | 'isInferred'>, CorrectableMove {
  readonly opportunityId: string;
}

type WrittenMove = Omit<MoveRow, 'isInferred' | 'isWithdrawal'> & { readonly precision: string };

interface WorthRow {
  readonly id: string;
  readonly amount: string | null;
  readonly currency: Currency;
  readonly sourceId: string | null;
}

export interface DealsQuestion extends FoldQuestion {
  readonly knowledge: Knowledge;
}

const stageMoves = `m.stage_from_id IS NULL OR m.stage_from_id <> m.stage_to_id OR m.outcome_from <> m.outcome_to`;

/** Opportunities as the funnel sees them: first entries and stays, read from the log of moves. */
@Injectable()
export class FunnelDealsReader {
  constructor(
    private readonly database: Database,
    private readonly corrections: CorrectionsReader,
    private readonly past: PastValuesReader,
    private readonly planRates: PlanRatesReader,
  ) {}

  /** Every opportunity that moved within the span, with its whole log up to then. */
  async moved(
    span: Span,
    question: DealsQuestion,
    worth: { readonly currency: Currency; readonly on: PlainDate },
  ): Promise<FunnelDeal[]> {
    return question.stages.length === 0 ? [] : this.deals(movedIn(span, question), question, worth);
  }

  /** Only those of them whose amount is in another than the reporting currency. */
  async movedAbroad(
    span: Span,
    question: DealsQuestion,
    worth: { readonly currency: Currency; readonly on: PlainDate },
  ): Promise<FunnelDeal[]> {
    const { sql, parameters } = movedIn(span, question);
    const abroad = `SELECT c.opportunity_id FROM (${sql}) c
      WHERE EXISTS (SELECT 1 FROM opportunity_move f WHERE f.opportunity_id = c.opportunity_id AND f.currency <> ?)`;
    const deals = await this.deals({ sql: abroad, parameters: [...parameters, worth.currency] }, question, worth);
    return deals.filter(({ currency }) => currency !== worth.currency);
  }

  private async deals(
    selected: Selected,
    question: DealsQuestion,
    worth: { readonly currency: Currency; readonly on: PlainDate },
  ): Promise<(FunnelDeal & { readonly currency: Currency | null })[]> {
    const logs = await this.logs(selected, question.knowledge, new Date(question.now));
    const worths = await this.worths(selected, worth, question.knowledge.by);
    return [...logs].map(([opportunityId, log]) => {
      const { minor = null, sourceId = null, currency = null } = worths.get(opportunityId) ?? {};
      return { opportunityId, ...foldDeal(log, question), worthMinor: minor, sourceId, currency };
    });
  }

  /**
   * First entries alone, of opportunities by their ids. They are lasting where nothing lies ahead of now: as long as no row is added to
   * the logs, they stay as they are.
   */
  async entered(
    ids: readonly string[],
    question: DealsQuestion,
  ): Promise<{ readonly deals: readonly Pick<FunnelDeal, 'entries'>[]; readonly isLasting: boolean }> {
    if (ids.length === 0) return { deals: [], isLasting: true };
    const selected = {
      sql: 'SELECT id AS opportunity_id FROM opportunity WHERE id IN (?)',
      parameters: [ids.map((id) => bin(id))],
    };
    const logs = [...(await this.logs(selected, question.knowledge, null)).values()];
    const isOver = ({ at }: StageMove) => at <= question.now;
    return {
      deals: logs.map((log) => ({ entries: entriesOf(log.filter(isOver), question) })),
      isLasting: logs.every((log) => log.every(isOver)),
    };
  }

  /** Logs of those selected as a reading has them, up to an instant or to their end. */
  private async logs(
    selected: Selected,
    { reading, by }: Knowledge,
    until: Date | null,
  ): Promise<Map<string, StageMove[]>> {
    const known = knownSql('m', by);
    const over = until === null ? { and: '', parameters: [] } : { and: 'AND m.at <= ?', parameters: [until] };
    const rows = await this.database.query<WrittenMove>(
      `SELECT m.opportunity_id AS opportunityId, m.seq, m.at, m.stage_to_id AS stageId, m.outcome_to AS outcome, m.owner_to_id AS ownerId,
         m.team_to_id AS teamId, m.at_precision AS \`precision\`
       FROM (${selected.sql}) c JOIN opportunity_move m ON m.opportunity_id = c.opportunity_id
       WHERE (${stageMoves}) ${over.and} ${known.and} ORDER BY m.opportunity_id, m.seq`,
      [...selected.parameters, ...over.parameters, ...known.parameters],
    );
    const written = new Map<string, MoveRow[]>();
    for (const row of rows) {
      const move = Object.assign(row, { isInferred: row.precision === 'inferred', isWithdrawal: false });
      const log = written.get(row.opportunityId);
      if (log) log.push(move);
      else written.set(row.opportunityId, [move]);
    }
    const corrections = await this.corrections.among(selected, by);
    return new Map(
      [...written].map(([opportunityId, log]) => {
        const corrected = corrections.get(opportunityId);
        return [opportunityId, (corrected ? readMoves(log, corrected, reading) : log).map(stageMove)];
      }),
    );
  }

  /** Amounts as they stood, at the one rate the period was planned with: the latest on or before its first day. */
  private async worths(
    { sql, parameters }: Selected,
    { currency, on }: { readonly currency: Currency; readonly on: PlainDate },
    by: Date | null,
  ) {
    const stood = by === null ? 'o.amount_minor AS amount, o.currency' : 'm.amount_to_minor AS amount, m.currency';
    const last =
      by === null ? '' : `JOIN opportunity_move m ON m.opportunity_id = c.opportunity_id AND ${lastKnown('m')}`;
    const rows = await this.database.query<WorthRow>(
      `SELECT o.id, ${stood}, o.source_id AS sourceId FROM (${sql}) c JOIN opportunity o ON o.id = c.opportunity_id ${last}`,
      by === null ? parameters : [...parameters, by, by],
    );
    const then = by === null ? null : await this.past.belongings({ sql, parameters }, by);
    const rates = await this.planRates.on(on, currency, by);
    return new Map(
      rows.map((row) => {
        const past = then?.get(row.id);
        const { sourceId } = past ? { ...row, ...past } : row;
        return [
          row.id,
          { sourceId, minor: valueAmount(minorOf(row), row.currency, { currency, rates }), currency: row.currency },
        ];
      }),
    );
  }
}

/** Whoever has a row of the log within a span; a redate stands at the corrected instant itself. */
function movedIn(span: Span, { stages, knowledge: { by } }: DealsQuestion): Selected {
  const known = knownSql('m', by);
  return {
    sql: `SELECT DISTINCT m.opportunity_id FROM opportunity_move m WHERE m.stage_to_id IN (?) AND m.at >= ? AND m.at < ? ${known.and}`,
    parameters: [stages.map(({ id }) => bin(id)), new Date(span.from), new Date(span.until), ...known.parameters],
  };
}

const stageMove = ({ at, stageId, outcome, ownerId, teamId, isInferred }: MoveRow): StageMove => ({
  at: at.getTime(),
  stageId,
  outcome,
  ownerId,
  teamId,
  isInferred,
});

const minorOf = ({ amount }: WorthRow): bigint | null => (amount === null ? null : BigInt(amount));
