import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { FunnelReader } from '@tandem/funnel';
import { actor, addDays, type Currency, type Id, type Money, type PlainDate } from '@tandem/kernel';
import { OrganisationReader } from '@tandem/people';
import { ExchangeRatesReader } from './exchange-rates.reader';
import { cardColumns, cardJoins } from './pipeline-columns';
import { PipelineReader, type CardRow } from './pipeline.reader';
import type { BoardView } from './pipeline-views';
import { rowOf } from './row-sql';
import type { ClosesIn } from './rules/closing-span';
import { sumColumn, type AmountGroup, type ColumnSum } from './rules/sum-column';
import { visibleTo } from './rules/visible-to';
import { allOf, scopeCondition, type Condition } from './visible-scope';

export interface BoardQuery {
  readonly ownerId?: Id<'person'> | undefined;
  readonly teamId?: Id<'team'> | undefined;
  readonly closes?: ClosesIn | undefined;
  readonly q?: string | undefined;
  /** Cards a column shows at most. */
  readonly cards: number;
}

interface GroupRow {
  readonly stageId: Id<'stage'>;
  readonly outcome: 'open' | 'won' | 'lost';
  readonly currency: Currency;
  readonly count: string;
  readonly known: string;
  readonly amount: string | null;
  readonly weightedHundredfold: string | null;
}

const lostDays = 90;

/** The board: open opportunities in their stages, won ones in the stages of the won class. Five questions whatever its size. */
@Injectable()
export class BoardReader {
  constructor(
    private readonly database: Database,
    private readonly funnel: FunnelReader,
    private readonly organisation: OrganisationReader,
    private readonly rates: ExchangeRatesReader,
    private readonly pipeline: PipelineReader,
  ) {}

  async board({ cards, ...filter }: BoardQuery): Promise<BoardView> {
    return this.database.snapshot(async () => {
      const { reportingCurrency } = await this.organisation.get();
      const today = await this.organisation.today();
      const condition = allOf([scopeCondition(visibleTo(actor())), ...(await this.pipeline.conditions(filter))]);
      const groups = await this.groups(condition, addDays(today, -lostDays));
      const sum = await this.summing(groups, reportingCurrency, today);
      const shown = await this.pipeline.cards(await this.firstCards(condition, cards));
      const stages = await this.funnel.stages();
      return {
        columns: stages.map(({ id }) => ({
          stageId: id,
          ...sum((group) => group.outcome !== 'lost' && group.stageId === id),
          cards: shown.filter(({ stageId }) => stageId === id),
        })),
        lost: pickLost(sum(({ outcome }) => outcome === 'lost')),
      };
    });
  }

  private async summing(groups: readonly GroupRow[], to: Currency, today: PlainDate) {
    const rates = await this.rates.on(
      today,
      to,
      groups.map(({ currency }) => currency),
    );
    return (wanted: (group: GroupRow) => boolean): ColumnSum =>
      sumColumn(
        groups.filter(wanted).map((group) => amountGroup(group)),
        to,
        (currency) => rates.get(currency)?.rate ?? null,
      );
  }

  /** Counts and sums by stage, outcome and currency; money is added within one currency only. */
  private groups({ sql, parameters }: Condition, lostSince: PlainDate): Promise<GroupRow[]> {
    return this.database.query<GroupRow>(
      `SELECT o.stage_id AS stageId, o.outcome, o.currency, COUNT(*) AS count, COUNT(o.amount_minor) AS known,
         SUM(o.amount_minor) AS amount, SUM(o.amount_minor * COALESCE(o.probability, s.probability)) AS weightedHundredfold
       FROM opportunity o JOIN funnel_stage s ON s.id = o.stage_id
       WHERE (o.outcome IN ('open', 'won') OR (o.outcome = 'lost' AND o.close_date >= ?)) AND ${sql}
       GROUP BY o.stage_id, o.outcome, o.currency`,
      [lostSince, ...parameters],
    );
  }

  /** The first cards of every column: what is to close soonest, and what was won last. */
  private async firstCards({ sql, parameters }: Condition, most: number): Promise<CardRow[]> {
    const rows = await this.database.query<Record<string, unknown>>(
      `SELECT ${cardColumns} FROM (
         SELECT o.id, ROW_NUMBER() OVER (PARTITION BY o.stage_id ORDER BY
           CASE WHEN o.outcome = 'won' THEN o.close_date END DESC, o.close_date IS NULL, o.close_date, o.id) AS place
         FROM opportunity o
         WHERE o.outcome IN ('open', 'won') AND ${sql}) first
       JOIN opportunity o ON o.id = first.id ${cardJoins} WHERE first.place <= ? ORDER BY first.place`,
      [...parameters, most],
    );
    return rows.map((row) => rowOf<CardRow>(row));
  }
}

const pickLost = ({ count, total }: ColumnSum): { count: number; total: Money | null } => ({ count, total });

const amountGroup = (group: GroupRow): AmountGroup => ({
  currency: group.currency,
  count: Number(group.count),
  known: Number(group.known),
  amountMinor: BigInt(group.amount ?? 0),
  weightedHundredfold: BigInt(group.weightedHundredfold ?? 0),
});
