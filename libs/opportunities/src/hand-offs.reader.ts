import { Injectable } from '@nestjs/common';
import { bin, Database, type Parameter } from '@tandem/database';
import { actor, Clock, type Id } from '@tandem/kernel';
import { cursorOf, pageOf, placeOf } from './list-cursor';
import { noHandOff } from './opportunities.errors';
import { namedOf, type HandOffView, type PageOf } from './pipeline-views';
import { mayAnswer, seesEverything, type Worker } from './rules/may-work';
import type { HandOffEnding, HandOffState } from './rules/decide-hand-off';
import { allOf, scopeCondition, type Condition } from './visible-scope';
import { visibleTo } from './rules/visible-to';

export interface HandOffQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly state?: HandOffState | undefined;
  readonly opportunityId?: Id<'opportunity'> | undefined;
  readonly toTeamId?: Id<'team'> | undefined;
  readonly ending?: HandOffEnding | undefined;
  readonly reason?: string | undefined;
  /** Only those that ended then or later. */
  readonly answeredSince?: Date | undefined;
}

type Row = Omit<HandOffView, 'account' | 'toPerson' | 'offeredBy' | 'answeredBy' | 'overdue' | 'mayAnswer'> & {
  readonly accountName: string | null;
  readonly accountNameZh: string | null;
};

const rows = `SELECT h.id, h.opportunity_id AS opportunityId, o.name AS opportunityName, a.name AS accountName, a.name_zh AS accountNameZh,
    h.state, h.from_team_id AS fromTeamId, h.to_team_id AS toTeamId, h.offered_at AS offeredAt, h.due_at AS dueAt,
    h.answered_at AS answeredAt, h.reason_key AS reason, h.note, h.version,
    r.id AS toPersonId, r.name AS toPersonName, r.name_zh AS toPersonNameZh,
    f.id AS offeredById, f.name AS offeredByName, f.name_zh AS offeredByNameZh,
    w.id AS answeredById, w.name AS answeredByName, w.name_zh AS answeredByNameZh
  FROM hand_off h
  JOIN opportunity o ON o.id = h.opportunity_id
  LEFT JOIN account a ON a.id = o.account_id
  LEFT JOIN person r ON r.id = h.to_person_id
  LEFT JOIN person f ON f.id = h.offered_by_id
  LEFT JOIN person w ON w.id = h.answered_by_id`;

/** How the hand-off `h` ended: what somebody closed before the answer was not given back by anybody. */
export const endingOf = "IF(h.state = 'returned' AND h.reason_key = 'closed', 'closed', h.state)";

const listOrder =
  "h.state <> 'offered', CASE WHEN h.state = 'offered' THEN h.due_at END, h.answered_at DESC, h.id DESC";

/** The place of a row in the order of the list; it holds even when the row is answered before the next page is asked for. */
const cursorAt = ({ id, answeredAt, dueAt }: Row): string =>
  cursorOf(answeredAt ? 'answered' : 'offered', String((answeredAt ?? dueAt).getTime()), id);

/** What comes behind a place in the order of the list. */
function behind(cursor: string): Condition {
  const { values, id } = placeOf(cursor, 3);
  const at = new Date(Number(values[1]) || 0);
  const sql =
    values[0] === 'offered'
      ? "(h.state <> 'offered' OR h.due_at > ? OR (h.due_at = ? AND h.id < ?))"
      : "(h.state <> 'offered' AND (h.answered_at < ? OR (h.answered_at = ? AND h.id < ?)))";
  return { sql, parameters: [at, at, bin(id)] };
}

/** What is offered to whom. */
@Injectable()
export class HandOffsReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The inbox and the outbox of whoever asks: what is due first, then what was answered, the last answer first. */
  async list({ limit, cursor, ...filter }: HandOffQuery): Promise<PageOf<HandOffView>> {
    const worker = actor();
    const { sql, parameters } = allOf([
      partyCondition(worker),
      ...filterConditions(filter),
      ...(cursor ? [behind(cursor)] : []),
    ]);
    const found = await this.database.query<Row>(`${rows} WHERE ${sql} ORDER BY ${listOrder} LIMIT ?`, [
      ...parameters,
      limit + 1,
    ]);
    return pageOf(found, limit, { cursor: cursorAt, view: (row) => this.view(row, worker) });
  }

  async get(id: Id<'hand_off'>): Promise<HandOffView> {
    const worker = actor();
    const condition = partyCondition(worker);
    const [row] = await this.database.query<Row>(`${rows} WHERE h.id = ? AND ${condition.sql}`, [
      bin(id),
      ...condition.parameters,
    ]);
    if (!row) throw noHandOff(id);
    return this.view(row, worker);
  }

  /** The offers still open of these opportunities, by opportunity. */
  async openOf(opportunityIds: readonly Id<'opportunity'>[]): Promise<ReadonlyMap<string, HandOffView>> {
    if (opportunityIds.length === 0) return new Map();
    const found = await this.query('h.open_mark = 1 AND h.opportunity_id IN (?)', [
      opportunityIds.map((id) => bin(id)),
    ]);
    return new Map(found.map((handOff) => [handOff.opportunityId as string, handOff]));
  }

  /** Some hand-offs by their ids, in no order. */
  async some(ids: readonly Id<'hand_off'>[]): Promise<HandOffView[]> {
    return ids.length === 0 ? [] : this.query('h.id IN (?)', [ids.map((id) => bin(id))]);
  }

  /** Those of these that whoever asks may see, by id. */
  async visibleOf(ids: readonly Id<'hand_off'>[]): Promise<ReadonlyMap<string, HandOffView>> {
    if (ids.length === 0) return new Map();
    const { sql, parameters } = partyCondition(actor());
    const found = await this.query(`h.id IN (?) AND ${sql}`, [ids.map((id) => bin(id)), ...parameters]);
    return new Map(found.map((handOff) => [handOff.id as string, handOff]));
  }

  /** Every hand-off of one opportunity, the oldest first. */
  async of(opportunityId: Id<'opportunity'>): Promise<HandOffView[]> {
    return this.query('h.opportunity_id = ? ORDER BY h.offered_at, h.id', [bin(opportunityId)]);
  }

  private async query(where: string, parameters: readonly Parameter[]): Promise<HandOffView[]> {
    const worker = actor();
    return (await this.database.query<Row>(`${rows} WHERE ${where}`, parameters)).map((row) => this.view(row, worker));
  }

  private view(row: Row, worker: Worker): HandOffView {
    return {
      id: row.id,
      opportunityId: row.opportunityId,
      opportunityName: row.opportunityName,
      account: row.accountName === null ? null : { name: row.accountName, nameZh: row.accountNameZh },
      state: row.state,
      fromTeamId: row.fromTeamId,
      toTeamId: row.toTeamId,
      toPerson: namedOf(row, 'toPerson'),
      offeredBy: namedOf(row, 'offeredBy'),
      offeredAt: row.offeredAt,
      dueAt: row.dueAt,
      answeredBy: namedOf(row, 'answeredBy'),
      answeredAt: row.answeredAt,
      reason: row.reason,
      note: row.note,
      overdue: row.state === 'offered' && row.dueAt < this.clock.now(),
      mayAnswer: (row.state === 'offered' || row.state === 'accepted') && mayAnswer(worker, row),
      version: row.version,
    };
  }
}

function filterConditions(filter: Omit<HandOffQuery, 'limit' | 'cursor'>): Condition[] {
  const { state, opportunityId, toTeamId, ending, reason, answeredSince } = filter;
  const wished: readonly (readonly [string, Parameter | null])[] = [
    ['h.state = ?', state ?? null],
    ['h.opportunity_id = ?', bin(opportunityId ?? null)],
    ['h.to_team_id = ?', bin(toTeamId ?? null)],
    [`h.state <> 'offered' AND ${endingOf} = ?`, ending ?? null],
    ['h.reason_key = ?', reason ?? null],
    ['h.answered_at >= ?', answeredSince ?? null],
  ];
  return wished.flatMap(([sql, value]) => (value === null ? [] : [{ sql, parameters: [value] }]));
}

/** Both teams of a hand-off see it for ever, and so does whoever sees its opportunity. */
export function partyCondition(worker: Worker): Condition {
  if (seesEverything(worker)) return { sql: 'TRUE', parameters: [] };
  if (!worker.teamId) return { sql: 'FALSE', parameters: [] };
  const seen = scopeCondition(visibleTo(worker));
  const team = bin(worker.teamId);
  return {
    sql: `(h.to_team_id = ? OR h.from_team_id = ? OR ${seen.sql})`,
    parameters: [team, team, ...seen.parameters],
  };
}
