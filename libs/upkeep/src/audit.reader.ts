import { Injectable } from '@nestjs/common';
import { bin, Database, fromJson, type Parameter } from '@tandem/database';
import { cursorOf, cursorParts, idFrom, type Id } from '@tandem/kernel';

type LineId = Id<'audit_line'>;

/** One thing that somebody did, as it was written down with the deed. */
export interface AuditLineView {
  readonly id: LineId;
  readonly at: Date;
  /** Null when the product did it by itself. */
  readonly actorId: Id<'person'> | null;
  readonly actorName: string;
  readonly via: string;
  readonly action: string;
  readonly kind: string;
  readonly recordId: Id | null;
  readonly before: unknown;
  readonly after: unknown;
}

export interface AuditFilter {
  readonly actorId?: Id<'person'> | undefined;
  readonly kind?: string | undefined;
  readonly recordId?: Id | undefined;
  /** From this instant on, and before that one. */
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface AuditPage {
  readonly items: readonly AuditLineView[];
  readonly page: { readonly nextCursor: string | null; readonly hasMore: boolean };
  /** How far back was looked, where that was not to the end; null where it was. */
  readonly lookedBackTo: Date | null;
}

/** Lines looked through for one page: what is seldom is found in some pages, and none takes longer than a moment. */
const mostLooked = 20_000;
/** Ids and instants are given by two clocks, and an id up to a whole transaction earlier. */
const slackMs = 10 * 60_000;

/** Unless somebody narrows it, every line is one; and of a kind of record few lines are about one, and a key leads to them. */
const isFoundAtOnce = ({ actorId, kind, recordId }: AuditFilter): boolean =>
  (!actorId && !kind && !recordId) || Boolean(kind && recordId);

/** The audit trail, newest first. It is never thinned out, so nothing here reads more of it than a stretch along its ids. */
@Injectable()
export class AuditReader {
  constructor(private readonly database: Database) {}

  async list(filter: AuditFilter): Promise<AuditPage> {
    const { limit, cursor } = filter;
    const after = idFrom<'audit_line'>(String(cursorParts(cursor, 1)?.[0] ?? ''));
    const below = after ?? (filter.until ? await this.idAround(filter.until, slackMs) : null);
    const floor = isFoundAtOnce(filter) ? null : await this.floor(below);
    const lowest = filter.from ? await this.idAround(filter.from, -slackMs) : null;
    const items = await this.lines(filter, { below, floor, lowest });
    if (items.length > limit) {
      const shown = items.slice(0, limit);
      const last = shown.at(-1);
      return {
        items: shown,
        page: { nextCursor: last ? cursorOf([last.id]) : null, hasMore: true },
        lookedBackTo: null,
      };
    }
    const isEnd = floor === null || (lowest !== null && floor.id <= lowest);
    if (isEnd) return { items, page: { nextCursor: null, hasMore: false }, lookedBackTo: null };
    return { items, page: { nextCursor: cursorOf([floor.id]), hasMore: true }, lookedBackTo: floor.at };
  }

  private async lines(
    { actorId, kind, recordId, from, until, limit }: AuditFilter,
    { below, floor, lowest }: { below: LineId | null; floor: { id: LineId } | null; lowest: LineId | null },
  ): Promise<AuditLineView[]> {
    const wheres = ['TRUE'];
    const parameters: Parameter[] = [];
    const narrow = (sql: string, value: Parameter | null | undefined) => {
      if (value === null || value === undefined) return;
      wheres.push(sql);
      parameters.push(value);
    };
    narrow('id < ?', below && bin(below));
    narrow('id >= ?', floor && bin(floor.id));
    narrow('id >= ?', lowest && bin(lowest));
    narrow('actor_id = ?', actorId && bin(actorId));
    narrow('object_kind = ?', kind);
    narrow('object_id = ?', recordId && bin(recordId));
    narrow('at >= ?', from);
    narrow('at < ?', until);
    const rows = await this.database.query<AuditLineView>(
      `SELECT id, at, actor_id AS actorId, actor_name AS actorName, via, action, object_kind AS kind, object_id AS recordId,
              before_state AS \`before\`, after_state AS \`after\`
       FROM audit_line WHERE ${wheres.join(' AND ')} ORDER BY id DESC LIMIT ?`,
      [...parameters, limit + 1],
    );
    return rows.map((row) => ({ ...row, before: fromJson(row.before), after: fromJson(row.after) }));
  }

  /** The line at which this page stops looking; null when there are fewer. */
  private async floor(below: LineId | null): Promise<{ id: LineId; at: Date } | null> {
    const [row] = await this.database.query<{ id: LineId }>(
      `SELECT id FROM audit_line ${below ? 'WHERE id < ?' : ''} ORDER BY id DESC LIMIT 1 OFFSET ?`,
      [...(below ? [bin(below)] : []), mostLooked - 1],
    );
    return row ? this.first(bin(row.id)) : null;
  }

  /** An id with which the lines of about an instant begin: ids rise with time, so halving finds it without a key on the time. */
  private async idAround(at: Date, slack: number): Promise<LineId | null> {
    const wanted = at.getTime() + slack;
    let [low, high] = await this.span();
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const line = await this.first(idOfInstant(middle));
      if (line && line.at.getTime() < wanted) low = middle + 1;
      else high = middle;
    }
    return (await this.first(idOfInstant(low)))?.id ?? null;
  }

  /** The milliseconds in the first id and in the one after the last. */
  private async span(): Promise<[number, number]> {
    const [row] = await this.database.query<{ first: LineId | null; last: LineId | null }>(
      'SELECT (SELECT id FROM audit_line ORDER BY id LIMIT 1) AS first, (SELECT id FROM audit_line ORDER BY id DESC LIMIT 1) AS last',
    );
    return row?.first && row.last ? [instantOfId(row.first), instantOfId(row.last) + 1] : [0, 0];
  }

  private async first(from: Buffer): Promise<{ id: LineId; at: Date } | null> {
    const [row] = await this.database.query<{ id: LineId; at: Date }>(
      'SELECT id, at FROM audit_line WHERE id >= ? ORDER BY id LIMIT 1',
      [from],
    );
    return row ?? null;
  }
}

const instantOfId = (id: LineId): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

function idOfInstant(milliseconds: number): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(milliseconds, 0, 6);
  return bytes;
}
