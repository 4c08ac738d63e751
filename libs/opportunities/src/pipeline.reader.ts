import { Injectable } from '@nestjs/common';
import { bin, containing, Database, type Parameter } from '@tandem/database';
import { FunnelReader, type Stage } from '@tandem/funnel';
import { actor, Clock, type Currency, type DaySpan, type Id } from '@tandem/kernel';
import { OrganisationReader } from '@tandem/people';
import { readMarks, type HandOffMarks } from './hand-off-marks';
import { HandOffsReader } from './hand-offs.reader';
import { cursorOf, pageOf, placeOf } from './list-cursor';
import { noOpportunity } from './opportunities.errors';
import type { HeldOpportunity } from './opportunities.repository';
import { cardColumns, cardJoins, cardNames, detailColumns, detailJoins, detailNames } from './pipeline-columns';
import { moneyOf, namedOf, type CardView, type HandOffView, type OpportunityView, type PageOf } from './pipeline-views';
import { rowOf } from './row-sql';
import { closingSpan, type ClosesIn } from './rules/closing-span';
import { allowedMoves } from './rules/decide-move';
import { mayWork, sidesOf } from './rules/may-work';
import { stageOf } from './rules/stage-road';
import { daysInStage, isStale } from './rules/stale';
import type { Outcome } from './rules/tracked-state';
import { visibleTo } from './rules/visible-to';
import { allOf, scopeCondition, type Condition } from './visible-scope';

export interface OpportunityQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly outcome?: Outcome | undefined;
  readonly stageId?: Id<'stage'> | undefined;
  readonly ownerId?: Id<'person'> | undefined;
  readonly teamId?: Id<'team'> | undefined;
  readonly accountId?: Id<'account'> | undefined;
  readonly closes?: ClosesIn | undefined;
  readonly q?: string | undefined;
}

export interface CardRow extends Pick<
  CardView,
  | 'id'
  | 'name'
  | 'stageId'
  | 'outcome'
  | 'closeDate'
  | 'teamId'
  | 'nextStep'
  | 'nextStepDate'
  | 'stageEnteredAt'
  | 'version'
> {
  readonly amountMinor: bigint | null;
  readonly currency: Currency;
}

type DetailRow = CardRow &
  Pick<
    OpportunityView,
    'probability' | 'forecastCategory' | 'bookingType' | 'marketingTeamId' | 'lossReason' | 'createdAt' | 'undoneAt'
  > &
  ContactRow & { readonly costMinor: bigint | null };

interface ContactRow {
  readonly contactId: Id<'contact'> | null;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
}

/** Opportunities as lists and pages show them, within the scope of whoever asks. */
@Injectable()
export class PipelineReader {
  constructor(
    private readonly database: Database,
    private readonly funnel: FunnelReader,
    private readonly handOffs: HandOffsReader,
    private readonly organisation: OrganisationReader,
    private readonly clock: Clock,
  ) {}

  /** The newest first; a cursor walks every one exactly once. */
  async list({ limit, cursor, ...filter }: OpportunityQuery): Promise<PageOf<CardView>> {
    const { sql, parameters } = allOf([
      scopeCondition(visibleTo(actor())),
      ...(await this.conditions(filter)),
      ...(cursor ? [{ sql: 'o.id < ?', parameters: [bin(placeOf(cursor, 1).id)] }] : []),
    ]);
    // The ids first, so that the names of everything else are looked up for one page only.
    const found = await this.database.query<Record<string, unknown>>(
      `SELECT ${cardColumns} FROM (
         SELECT o.id FROM opportunity o WHERE ${sql} ORDER BY o.id DESC LIMIT ?) page
       JOIN opportunity o ON o.id = page.id ${cardJoins} ORDER BY o.id DESC`,
      [...parameters, limit + 1],
    );
    const page = pageOf(
      found.map((row) => rowOf<CardRow>(row)),
      limit,
      { cursor: ({ id }) => cursorOf(id), view: (row) => row },
    );
    return { ...page, items: await this.cards(page.items) };
  }

  /** What somebody asked for, as conditions on the opportunity `o`. */
  async conditions({ closes, ...filter }: Filter): Promise<Condition[]> {
    if (closes === undefined) return filterConditions(filter);
    const calendar = await this.organisation.get();
    return filterConditions({ ...filter, closing: closingSpan(closes, await this.organisation.today(), calendar) });
  }

  async get(id: Id<'opportunity'>): Promise<OpportunityView> {
    const scope = scopeCondition(visibleTo(actor()));
    const [found] = await this.database.query<Record<string, unknown>>(
      `SELECT ${detailColumns} FROM opportunity o ${detailJoins} WHERE o.id = ? AND ${scope.sql}`,
      [bin(id), ...scope.parameters],
    );
    if (!found) throw noOpportunity(id);
    return this.detail(rowOf<DetailRow>(found), readMarks(found['handOffMarks'] as string | null));
  }

  /** The same of one that whoever asks has just changed: only the names of what it points at are asked for. */
  async show(opportunity: HeldOpportunity): Promise<OpportunityView> {
    const [names] = await this.database.query<ContactRow>(
      `SELECT ${cardNames}, ${detailNames} FROM opportunity o ${detailJoins} WHERE o.id = ?`,
      [bin(opportunity.id)],
    );
    if (!names) throw noOpportunity(opportunity.id);
    return this.detail({ ...opportunity, ...names }, opportunity);
  }

  private async detail(row: DetailRow, { offered, accepted: returnable }: HandOffMarks): Promise<OpportunityView> {
    const worker = actor();
    const { id } = row;
    const [stages, open] = await Promise.all([this.funnel.stages(), offered ? this.handOffs.openOf([id]) : null]);
    return {
      ...this.card(row, stages, open?.get(id) ?? null),
      product: namedOf(row, 'product'),
      contact: row.contactId
        ? { id: row.contactId, name: row.contactName ?? '', email: row.contactEmail, phone: row.contactPhone }
        : null,
      cost: moneyOf(row.costMinor, row.currency),
      probability: row.probability,
      forecastCategory: row.forecastCategory,
      bookingType: row.bookingType,
      marketingOwner: namedOf(row, 'marketingOwner'),
      marketingTeamId: row.marketingTeamId,
      source: namedOf(row, 'source'),
      campaign: namedOf(row, 'campaign'),
      lossReason: row.lossReason,
      createdAt: row.createdAt,
      undoneAt: row.undoneAt,
      moves: row.undoneAt ? [] : allowedMoves({ stages, opportunity: row, sides: sidesOf(worker), returnable }),
      mayEdit: row.undoneAt === null && mayWork(worker, stageOf(stages, row.stageId).ownerSide),
    };
  }

  /** Completes rows with their open hand-offs, all in one question. */
  async cards(rows: readonly CardRow[]): Promise<CardView[]> {
    const stages = await this.funnel.stages();
    const open = await this.handOffs.openOf(rows.map(({ id }) => id));
    return rows.map((row) => this.card(row, stages, open.get(row.id) ?? null));
  }

  private card(row: CardRow, stages: readonly Stage[], openHandOff: HandOffView | null): CardView {
    const days = daysInStage(row.stageEnteredAt, this.clock.now());
    const owner = namedOf<'person'>(row, 'owner');
    if (!owner) throw new Error('every opportunity has an owner');
    return {
      id: row.id,
      name: row.name,
      account: namedOf(row, 'account'),
      stageId: row.stageId,
      outcome: row.outcome,
      amount: moneyOf(row.amountMinor, row.currency),
      closeDate: row.closeDate,
      owner,
      teamId: row.teamId,
      nextStep: row.nextStep,
      nextStepDate: row.nextStepDate,
      stageEnteredAt: row.stageEnteredAt,
      daysInStage: days,
      stale: row.outcome === 'open' && isStale(days, stageOf(stages, row.stageId).staleDays),
      openHandOff,
      version: row.version,
    };
  }
}

type Filter = Omit<OpportunityQuery, 'limit' | 'cursor'>;

function filterConditions({
  outcome,
  stageId,
  ownerId,
  teamId,
  accountId,
  closing,
  q,
}: Omit<Filter, 'closes'> & { readonly closing?: DaySpan }): Condition[] {
  const like = q ? containing(q) : null;
  const wished: readonly (readonly [string, Parameter | null])[] = [
    ['o.outcome = ?', outcome ?? null],
    ['o.stage_id = ?', bin(stageId ?? null)],
    ['o.owner_id = ?', bin(ownerId ?? null)],
    ['o.team_id = ?', bin(teamId ?? null)],
    ['o.account_id = ?', bin(accountId ?? null)],
    ['o.close_date >= ?', closing?.from ?? null],
    ['o.close_date < ?', closing?.until ?? null],
  ];
  return [
    ...wished.flatMap(([sql, value]) => (value === null ? [] : [{ sql, parameters: [value] }])),
    ...(like
      ? [
          {
            sql: `(o.name LIKE ? ESCAPE '!'
              OR o.account_id IN (SELECT n.id FROM account n WHERE n.name LIKE ? ESCAPE '!' OR n.name_zh LIKE ? ESCAPE '!'))`,
            parameters: [like, like, like],
          },
        ]
      : []),
  ];
}
