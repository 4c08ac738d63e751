import type { Parameter } from '@tandem/database';
import { idsOf, type Made, type Product } from './product';
import { newModel, type Deal, type Model, type Offer } from './reference';

interface DealRow extends Omit<Deal, 'amount' | 'bookings' | 'shared'> {
  readonly id: string;
  readonly amount: string | null;
  readonly shared: number;
  readonly lastSeq: number;
  readonly told: string;
  readonly events: string;
}

interface MoveRow {
  readonly dealId: string;
  readonly seq: number;
  readonly before: string | null;
  readonly after: string;
}

/** What the tables hold of a run, in the shape of the reference; a log or an audit trail that does not add up throws. */
export async function kept(product: Product, made: Made): Promise<Model> {
  const { database } = product.api;
  const names = new Map([...made.ids].map(([name, id]) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const ids = [idsOf(made, made.ids.keys())];
  const rows = <Row>(sql: string, parameters: readonly Parameter[] = ids) => database.query<Row>(sql, parameters);
  const model = newModel(0);
  for (const row of await rows<DealRow>(dealsSql)) {
    const { id, amount, shared, lastSeq, told, events, ...deal } = row;
    const moves = await rows<MoveRow>(movesSql, [idsOf(made, [nameOf(id)])]);
    const standing = `${deal.stage} ${deal.outcome} ${amount ?? 'unknown'}`;
    checkLog(nameOf(id), moves, { lastSeq, standing });
    if (Number(told) !== deal.version || Number(events) !== deal.version)
      throw new Error(`${nameOf(id)} is at version ${deal.version}, with ${told} audit lines and ${events} events`);
    model.deals.set(nameOf(id), {
      ...deal,
      moves: moves.length,
      amount: amount === null ? null : BigInt(amount),
      shared: shared === 1,
      bookings: [],
    });
  }
  for (const { dealId, amount, day } of await rows<{ dealId: string; amount: string; day: string }>(bookingsSql))
    model.deals.get(nameOf(dealId))?.bookings.push({ amount: BigInt(amount), day });
  for (const { id, dealId, at, ...offer } of await rows<Omit<Offer, 'at'> & { id: string; dealId: string; at: Date }>(
    offersSql,
  ))
    model.offers.set(nameOf(id), { ...offer, deal: nameOf(dealId), at: at.getTime() });
  for (const { day } of await rows<{ day: string }>(agendasSql, [made.series])) {
    if (model.agendas.has(day)) throw new Error(`two agendas for ${day}`);
    model.agendas.add(day);
  }
  return model;
}

/** Rows 1 to n without a hole, each beginning where the one before ended, the last one ending where the record stands. */
function checkLog(
  name: string,
  moves: readonly MoveRow[],
  now: { readonly lastSeq: number; readonly standing: string },
) {
  const broken = moves.find(
    ({ seq, before }, place) => seq !== place + 1 || before !== (moves[place - 1]?.after ?? null),
  );
  if (broken) throw new Error(`the log of ${name} breaks at row ${broken.seq}: ${JSON.stringify(moves)}`);
  if (now.lastSeq !== moves.length || moves.at(-1)?.after !== now.standing)
    throw new Error(`${name} is ${now.standing} at row ${now.lastSeq}, its log says ${JSON.stringify(moves.at(-1))}`);
}

const dealsSql = `SELECT o.id, s.stage_key AS stage, o.outcome, o.amount_minor AS amount, o.version, o.last_seq AS lastSeq, t.side AS team,
    o.marketing_team_id IS NOT NULL AS shared,
    (SELECT COUNT(*) FROM audit_line a WHERE a.object_kind = 'opportunity' AND a.object_id = o.id) AS told,
    (SELECT COUNT(*) FROM outbox_event e WHERE e.subject_id = o.id) AS events
  FROM opportunity o JOIN funnel_stage s ON s.id = o.stage_id JOIN team t ON t.id = o.team_id WHERE o.id IN (?)`;

const movesSql = `SELECT m.opportunity_id AS dealId, m.seq,
    CONCAT(f.stage_key, ' ', m.outcome_from, ' ', COALESCE(m.amount_from_minor, 'unknown')) AS \`before\`,
    CONCAT(t.stage_key, ' ', m.outcome_to, ' ', COALESCE(m.amount_to_minor, 'unknown')) AS \`after\`
  FROM opportunity_move m LEFT JOIN funnel_stage f ON f.id = m.stage_from_id JOIN funnel_stage t ON t.id = m.stage_to_id
  WHERE m.opportunity_id IN (?) ORDER BY m.seq`;

const bookingsSql = `SELECT opportunity_id AS dealId, amount_minor AS amount, booking_date AS day
  FROM booking WHERE opportunity_id IN (?) ORDER BY recorded_at, id`;

const offersSql = `SELECT id, opportunity_id AS dealId, state, offered_at AS at, version FROM hand_off WHERE id IN (?)`;

const agendasSql = `SELECT a.meeting_date AS day FROM agenda a JOIN meeting_series s ON s.id = a.series_id WHERE s.series_key = ?`;
