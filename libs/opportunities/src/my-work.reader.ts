import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import { actor, Clock, type Currency, type Id, type Money, type PlainDate } from '@tandem/kernel';
import { OrganisationReader } from '@tandem/people';
import { moneyOf, namedOf, type Named, type OpportunityView } from './pipeline-views';
import { rowOf } from './row-sql';
import { findAttention, type Attention } from './rules/find-attention';
import { daysInStage } from './rules/stale';
import { visibleTo } from './rules/visible-to';
import { allOf, scopeCondition, type Condition } from './visible-scope';

/** An open opportunity as its owner meets it in the course of a day. */
export interface WorkView extends Pick<
  OpportunityView,
  'id' | 'name' | 'account' | 'contact' | 'closeDate' | 'nextStep' | 'nextStepDate' | 'daysInStage' | 'version'
> {
  readonly stage: Named<'stage'>;
  readonly amount: Money | null;
  readonly attention: readonly Attention[];
}

export interface MyWork {
  readonly today: PlainDate;
  /** Open opportunities of whoever asks. */
  readonly open: number;
  /** Steps from today on, the next one first. */
  readonly coming: { readonly today: number; readonly items: readonly WorkView[] };
  /** What is late or has no next step, the longest missed first. */
  readonly attention: { readonly count: number; readonly items: readonly WorkView[] };
}

interface Row {
  readonly id: Id<'opportunity'>;
  readonly name: string;
  readonly amountMinor: bigint | null;
  readonly currency: Currency;
  readonly closeDate: PlainDate | null;
  readonly nextStep: string | null;
  readonly nextStepDate: PlainDate | null;
  readonly stageEnteredAt: Date;
  readonly version: number;
  readonly contactId: Id<'contact'> | null;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
}

const comingMost = 10;
const attentionMost = 20;

const needsAttention = '(o.next_step_date < ? OR o.close_date < ? OR o.next_step IS NULL)';

const columns = `o.id, o.name, o.amount_minor AS amountMinor, o.currency, o.close_date AS closeDate, o.next_step AS nextStep,
  o.next_step_date AS nextStepDate, o.stage_entered_at AS stageEnteredAt, o.version,
  s.id AS stageId, s.name AS stageName, s.name_zh AS stageNameZh, a.id AS accountId, a.name AS accountName, a.name_zh AS accountNameZh,
  c.id AS contactId, c.name AS contactName, c.email AS contactEmail, c.phone AS contactPhone`;

const joins = `JOIN funnel_stage s ON s.id = o.stage_id LEFT JOIN account a ON a.id = o.account_id LEFT JOIN contact c ON c.id = o.contact_id`;

/** What one person has to do: a manager sees their own opportunities here, like everybody else. */
@Injectable()
export class MyWorkReader {
  constructor(
    private readonly database: Database,
    private readonly organisation: OrganisationReader,
    private readonly clock: Clock,
  ) {}

  /** Three questions, asked side by side, whatever somebody owns. */
  async read(): Promise<MyWork> {
    return this.database.snapshot(async () => {
      const today = await this.organisation.today();
      const mine = myOpen();
      const [counts, coming, attention] = await Promise.all([
        this.counts(mine, today),
        this.rows(mine, { sql: 'o.next_step IS NOT NULL AND o.next_step_date >= ?', parameters: [today] }, [
          'o.next_step_date, o.close_date IS NULL, o.close_date, o.id LIMIT ?',
          comingMost,
        ]),
        this.rows(mine, { sql: needsAttention, parameters: [today, today] }, [
          `${missedFirst} LIMIT ?`,
          today,
          today,
          attentionMost,
        ]),
      ]);
      const view = (row: Row) => this.view(row, today);
      return {
        today,
        open: counts.open,
        coming: { today: counts.today, items: coming.map(view) },
        attention: { count: counts.attention, items: attention.map(view) },
      };
    });
  }

  private async counts({ sql, parameters }: Condition, today: PlainDate) {
    const [row] = await this.database.query<Record<'open' | 'today' | 'attention', string | null>>(
      `SELECT COUNT(*) AS open, SUM(o.next_step IS NOT NULL AND o.next_step_date = ?) AS today, SUM(COALESCE(${needsAttention}, 0)) AS attention
       FROM opportunity o WHERE ${sql}`,
      [today, today, today, ...parameters],
    );
    return {
      open: Number(row?.open ?? 0),
      today: Number(row?.today ?? 0),
      attention: Number(row?.attention ?? 0),
    };
  }

  private async rows(
    mine: Condition,
    wanted: Condition,
    [order, ...ordering]: readonly [string, ...(string | number)[]],
  ): Promise<Row[]> {
    const { sql, parameters } = allOf([mine, wanted]);
    const found = await this.database.query<Record<string, unknown>>(
      `SELECT ${columns} FROM opportunity o ${joins} WHERE ${sql} ORDER BY ${order}`,
      [...parameters, ...ordering],
    );
    return found.map((row) => rowOf<Row>(row));
  }

  private view(row: Row, today: PlainDate): WorkView {
    const stage = namedOf<'stage'>(row, 'stage');
    if (!stage) throw new Error('every opportunity stands in a stage');
    const { contactId, contactName, contactEmail, contactPhone } = row;
    return {
      id: row.id,
      name: row.name,
      account: namedOf(row, 'account'),
      contact: contactId ? { id: contactId, name: contactName ?? '', email: contactEmail, phone: contactPhone } : null,
      stage,
      amount: moneyOf(row.amountMinor, row.currency),
      closeDate: row.closeDate,
      nextStep: row.nextStep,
      nextStepDate: row.nextStepDate,
      daysInStage: daysInStage(row.stageEnteredAt, this.clock.now()),
      attention: findAttention(row, today),
      version: row.version,
    };
  }
}

/** The earliest day that was missed; what only lacks a step comes last, the longest in its stage first. */
const missedFirst = `LEAST(IF(o.next_step_date < ?, o.next_step_date, '9999-12-31'), IF(o.close_date < ?, o.close_date, '9999-12-31')),
  o.stage_entered_at, o.id`;

/** Whoever has changed teams owns nothing any more that they may not open. */
function myOpen(): Condition {
  const worker = actor();
  return allOf([
    { sql: "o.owner_id = ? AND o.outcome = 'open'", parameters: [bin(worker.personId)] },
    scopeCondition(visibleTo(worker)),
  ]);
}
