import { Injectable } from '@nestjs/common';
import { bin, Database, type Parameter } from '@tandem/database';
import { cursorParts, idFrom, missing, paged, type Id, type Locale } from '@tandem/kernel';
import type { DeliveryState } from './delivery.entity';
import { readMime, type ReadMime } from './rules/read-mime';

/** A letter as the outbox page lists it. */
export interface DeliveryView {
  readonly id: Id<'delivery'>;
  readonly kind: string;
  readonly subjectId: Id;
  readonly personId: Id<'person'>;
  readonly toName: string;
  readonly toAddress: string;
  readonly locale: Locale;
  readonly subject: string | null;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly maybeDuplicate: boolean;
  readonly providerResponse: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly bouncedAt: Date | null;
  readonly bounceStatus: string | null;
  readonly bounceReason: string | null;
}

export interface DeliveryFilter {
  readonly state?: DeliveryState | undefined;
  readonly subjectId?: string | undefined;
  /** Only letters that came back, or only those that did not. */
  readonly bounced?: boolean | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const columns = `id, kind, subject_id AS subjectId, person_id AS personId, to_name AS toName, to_address AS toAddress, locale,
  subject, state, attempts, maybe_duplicate AS maybeDuplicate, provider_response AS providerResponse,
  created_at AS createdAt, sent_at AS sentAt, bounced_at AS bouncedAt, bounce_status AS bounceStatus,
  bounce_reason AS bounceReason`;

/** What was or will be sent, newest first. */
@Injectable()
export class DeliveriesReader {
  constructor(private readonly database: Database) {}

  async list({ state, subjectId, bounced, limit, cursor }: DeliveryFilter) {
    const wheres: string[] = ['TRUE'];
    const parameters: Parameter[] = [];
    const narrow = (sql: string, value: Parameter) => {
      wheres.push(sql);
      parameters.push(value);
    };
    if (state) narrow('state = ?', state);
    if (subjectId) narrow('subject_id = ?', bin(subjectId));
    if (bounced !== undefined) narrow('(bounced_at IS NOT NULL) = ?', bounced);
    const after = idFrom(String(cursorParts(cursor, 1)?.[0] ?? ''));
    if (after) narrow('id < ?', bin(after));
    const rows = await this.database.query<DeliveryView>(
      `SELECT ${columns} FROM delivery WHERE ${wheres.join(' AND ')} ORDER BY id DESC LIMIT ?`,
      [...parameters, limit + 1],
    );
    return paged(rows.map(view), limit, ({ id }) => [id]);
  }

  /** All letters of one kind about one subject, by name. */
  async of(kind: string, subjectId: Id): Promise<DeliveryView[]> {
    const rows = await this.database.query<DeliveryView>(
      `SELECT ${columns} FROM delivery WHERE kind = ? AND subject_id = ? ORDER BY to_name, id`,
      [kind, bin(subjectId)],
    );
    return rows.map(view);
  }

  /** One letter with its message read back; the message is empty until the letter was first tried. */
  async get(id: Id<'delivery'>): Promise<{ delivery: DeliveryView; mail: ReadMime }> {
    const [row] = await this.database.query<DeliveryView & { mime: Buffer | null }>(
      `SELECT ${columns}, mime FROM delivery WHERE id = ?`,
      [bin(id)],
    );
    if (!row) throw missing('delivery.missing', 'There is no such mail.', { id });
    const { mime, ...delivery } = row;
    return {
      delivery: view(delivery),
      mail: mime ? readMime(mime) : { headers: [], html: null, text: null, calendar: null },
    };
  }
}

const view = (row: DeliveryView): DeliveryView => ({ ...row, maybeDuplicate: Number(row.maybeDuplicate) === 1 });
