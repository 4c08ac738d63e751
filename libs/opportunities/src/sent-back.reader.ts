import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import { actor, type Id } from '@tandem/kernel';
import { HandOffsReader, partyCondition } from './hand-offs.reader';
import { cardColumns, cardJoins } from './pipeline-columns';
import { PipelineReader, type CardRow } from './pipeline.reader';
import type { CardView, HandOffView } from './pipeline-views';
import { rowOf } from './row-sql';
import { mayWork, seesEverything } from './rules/may-work';

/** What came back and waits for marketing. */
export interface SentBackView {
  readonly handOff: HandOffView;
  /** When it was rejected, given back or ran out. */
  readonly at: Date;
  /** Null to whoever may not offer it again: they see the hand-off they had a part in, and no longer what becomes of the opportunity. */
  readonly opportunity: CardView | null;
}

export interface SentBack {
  /** Answers from then on were looked through. */
  readonly since: Date;
  readonly count: number;
  readonly items: readonly SentBackView[];
}

const most = 50;

/** What is given back was answered when it was accepted; it came back when it entered its stage of marketing again. */
const cameBackAt = "IF(h.state = 'returned', o.stage_entered_at, h.answered_at)";

/** The latest hand-off of an opportunity that is open and with marketing came back: nobody has offered it again. */
const waitsForMarketing = `h.state IN ('rejected', 'returned', 'expired') AND COALESCE(h.reason_key, '') <> 'closed' AND h.answered_at >= ?
  AND o.outcome = 'open' AND s.owner_side = 'marketing'
  AND NOT EXISTS (SELECT 1 FROM hand_off n WHERE n.opportunity_id = h.opportunity_id
    AND (n.offered_at > h.offered_at OR (n.offered_at = h.offered_at AND n.id > h.id)))`;

/** What sales sent back and marketing has not offered again, the longest waiting first. */
@Injectable()
export class SentBackReader {
  constructor(
    private readonly database: Database,
    private readonly handOffs: HandOffsReader,
    private readonly pipeline: PipelineReader,
  ) {}

  async read(since: Date): Promise<SentBack> {
    const party = partyCondition(actor());
    const from = `FROM hand_off h JOIN opportunity o ON o.id = h.opportunity_id JOIN funnel_stage s ON s.id = o.stage_id
      WHERE ${waitsForMarketing} AND ${party.sql}`;
    const parameters = [since, ...party.parameters];
    const [counted] = await this.database.query<{ count: string }>(`SELECT COUNT(*) AS count ${from}`, parameters);
    const count = Number(counted?.count ?? 0);
    if (count === 0) return { since, count, items: [] };
    const found = await this.database.query<{ id: Id<'hand_off'>; opportunityId: Id<'opportunity'>; at: Date }>(
      `SELECT h.id, h.opportunity_id AS opportunityId, ${cameBackAt} AS at ${from} ORDER BY at, h.id LIMIT ?`,
      [...parameters, most],
    );
    const handOffs = new Map((await this.handOffs.some(found.map(({ id }) => id))).map((one) => [one.id, one]));
    const cards = await this.cards(found.map(({ opportunityId }) => opportunityId));
    return {
      since,
      count,
      items: found.flatMap(({ id, opportunityId, at }) => {
        const [handOff, opportunity] = [handOffs.get(id), cards.get(opportunityId)];
        return handOff && opportunity ? [{ handOff, at, opportunity: mayOffer(opportunity) ? opportunity : null }] : [];
      }),
    };
  }

  private async cards(ids: readonly Id<'opportunity'>[]): Promise<ReadonlyMap<string, CardView>> {
    const rows = await this.database.query<Record<string, unknown>>(
      `SELECT ${cardColumns} FROM opportunity o ${cardJoins} WHERE o.id IN (?)`,
      [ids.map((id) => bin(id))],
    );
    const cards = await this.pipeline.cards(rows.map((row) => rowOf<CardRow>(row)));
    return new Map(cards.map((card) => [card.id as string, card]));
  }
}

function mayOffer({ teamId }: CardView): boolean {
  const worker = actor();
  return mayWork(worker, 'marketing') && (seesEverything(worker) || worker.teamId === teamId);
}
