import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import { bin, Database, isDuplicate, type Parameter } from '@tandem/database';
import type { Id, Locale } from '@tandem/kernel';
import type { Settlement } from './rules/settle-delivery';

/** What a claim ends in. */
export type NewState = Omit<Settlement, 'state'> & { readonly state: Settlement['state'] | 'cancelled' };

/** A letter to be asked for. */
export interface NewDelivery {
  readonly id: Id<'delivery'>;
  readonly kind: string;
  readonly subjectId: Id;
  readonly personId: Id<'person'>;
  readonly toName: string;
  readonly toAddress: string;
  readonly locale: Locale;
  readonly messageId: string;
  readonly now: Date;
}

/** A delivery that is ours until its lease ends; every later write names the fence. */
export interface Claim {
  readonly id: Id<'delivery'>;
  readonly kind: string;
  readonly subjectId: Id;
  readonly personId: Id<'person'>;
  readonly toName: string;
  readonly toAddress: string;
  readonly locale: Locale;
  readonly messageId: string;
  readonly attempts: number;
  readonly maybeDuplicate: boolean;
  readonly fence: number;
}

/** A letter that waits, and since when. */
export interface DueDelivery {
  readonly id: Id<'delivery'>;
  readonly availableAt: Date;
  /** How often it was taken up so far: what was asked for before that is over. */
  readonly fence: number;
}

/** The end of time: when a settled delivery may be tried next. */
const never = new Date('9999-12-31T00:00:00Z');

/** A letter that bounced did arrive somewhere: it is not sent again. */
const due = `available_at <= ? AND bounced_at IS NULL
  AND (state IN ('pending', 'retry') OR (state = 'uncertain' AND maybe_duplicate = FALSE))`;

const dueColumns = 'id, available_at AS availableAt, fence';

/** A moment some milliseconds ahead, on the database's own clock. */
const inMs = 'NOW(3) + INTERVAL ? * 1000 MICROSECOND';

const claimColumns = `id, kind, subject_id AS subjectId, person_id AS personId, to_name AS toName, to_address AS toAddress,
  locale, message_id AS messageId, attempts, maybe_duplicate AS maybeDuplicate, fence`;

/** Rows of deliveries. Leases run on the database's clock, because those of two computers differ. */
@Injectable()
export class DeliveriesRepository {
  /** Longer than the longest conversation, so that a sender has ended before anybody may take its letter over. */
  private readonly sendingMs: number;
  /** How long a claim lasts that nobody renews. */
  private readonly claimMs: number;
  /** How often one is renewed. */
  readonly renewMs: number;

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) { MAIL_CONVERSATION_SECONDS }: Config,
  ) {
    this.claimMs = Math.ceil((MAIL_CONVERSATION_SECONDS * 1_000) / 3);
    this.renewMs = Math.ceil(this.claimMs / 3);
    this.sendingMs = MAIL_CONVERSATION_SECONDS * 1_000 + this.claimMs;
  }

  /** False when this person already has a letter of this kind about this subject. */
  async insert(row: NewDelivery): Promise<boolean> {
    const inserted = this.run(
      `INSERT INTO delivery (id, kind, subject_id, person_id, to_name, to_address, locale, message_id, state, attempts,
         available_at, fence, maybe_duplicate, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'pending', 0, ?, 0, FALSE, ?)`,
      [
        bin(row.id),
        row.kind,
        bin(row.subjectId),
        bin(row.personId),
        row.toName,
        row.toAddress,
        row.locale,
        row.messageId,
        row.now,
        row.now,
      ],
    );
    return inserted.then(
      () => true,
      (error: unknown) => {
        if (isDuplicate(error)) return false;
        throw error;
      },
    );
  }

  /** The next letters after one, the longest waiting first. */
  async due(now: Date, after: DueDelivery | null, most: number): Promise<DueDelivery[]> {
    const beyond = after ? 'AND (available_at, id) > (?, ?)' : '';
    return this.database.query<DueDelivery>(
      `SELECT ${dueColumns} FROM delivery WHERE ${due} ${beyond} ORDER BY available_at, id LIMIT ?`,
      [now, ...(after ? [after.availableAt, bin(after.id)] : []), most],
    );
  }

  async countDue(now: Date): Promise<number> {
    const [row] = await this.database.query<{ letters: string }>(
      `SELECT COUNT(*) AS letters FROM delivery WHERE ${due}`,
      [now],
    );
    return Number(row?.letters ?? 0);
  }

  async dueOf(kind: string, subjectId: Id, now: Date): Promise<DueDelivery[]> {
    return this.database.query<DueDelivery>(
      `SELECT ${dueColumns} FROM delivery WHERE kind = ? AND subject_id = ? AND ${due}`,
      [kind, bin(subjectId), now],
    );
  }

  /** Ours for a while, or null when it is not due, done, or somebody else's. */
  claim(id: Id<'delivery'>, now: Date): Promise<Claim | null> {
    return this.database.write(() => this.take(id, now));
  }

  /** The letter as it was sent last. */
  async kept(id: Id<'delivery'>): Promise<{ subject: string; mime: Buffer }> {
    const [row] = await this.database.query<{ subject: string; mime: Buffer }>(
      'SELECT subject, mime FROM delivery WHERE id = ? AND mime IS NOT NULL',
      [bin(id)],
    );
    if (!row) throw new Error('a letter with an open outcome was never written');
    return row;
  }

  /** Keeps a claim while its letter waits for the mail server. */
  renew(claim: Claim): Promise<boolean> {
    return this.change(claim, `lease_until = ${inMs}`, [this.claimMs]);
  }

  /** The last step before the letter leaves; what is stored is what will be sent. False when the claim was lost. */
  begin(claim: Claim, subject: string, mime: Buffer): Promise<boolean> {
    return this.change(
      claim,
      `state = 'sending', attempts = attempts + 1, lease_until = ${inMs}, subject = ?, mime = ?`,
      [this.sendingMs, subject.slice(0, 250), mime],
    );
  }

  /**
   * False when somebody else took the delivery over meanwhile; what they decide stands. A try that ended before the letter left
   * counts here, and what would have been sent is kept to look at.
   */
  async settle(
    claim: Claim,
    { state, tryAgainAt, providerResponse }: NewState,
    now: Date,
    letter?: { readonly subject: string; readonly mime: Buffer },
  ): Promise<boolean> {
    const changed = await this.run(
      `UPDATE delivery SET attempts = attempts + (state = 'claimed'), subject = IF(state = 'claimed', COALESCE(?, subject), subject),
         mime = IF(state = 'claimed', COALESCE(?, mime), mime), state = ?, available_at = ?, provider_response = ?, sent_at = ?,
         lease_until = NULL WHERE id = ? AND fence = ? AND state IN ('claimed', 'sending')`,
      [
        letter?.subject.slice(0, 250) ?? null,
        // What has begun to leave is kept already.
        state === 'retry' || state === 'failed' ? (letter?.mime ?? null) : null,
        state,
        tryAgainAt ?? never,
        providerResponse,
        state === 'sent' ? now : null,
        bin(claim.id),
        claim.fence,
      ],
    );
    return changed === 1;
  }

  /** Gives up a claim on a letter with an open outcome that may not be sent again: it stays open, and no copy more was sent. */
  leaveOpen(claim: Claim): Promise<boolean> {
    return this.change(claim, `state = 'uncertain', maybe_duplicate = FALSE, available_at = ?, lease_until = NULL`, [
      never,
    ]);
  }

  /** Claims whose holder died before sending anything: due again at once. */
  freeDeadClaims(): Promise<number> {
    return this.run(
      `UPDATE delivery SET state = IF(attempts = 0, 'pending', 'retry'), lease_until = NULL, fence = fence + 1
       WHERE state = 'claimed' AND lease_until < NOW(3)`,
    );
  }

  /** Deliveries whose sender died in the middle, now ours to settle: nobody can know whether they arrived. */
  takeDeadSendings(): Promise<Claim[]> {
    return this.database.write(() => this.takeDead());
  }

  private async take(id: Id<'delivery'>, now: Date): Promise<Claim | null> {
    const changed = await this.run(
      `UPDATE delivery SET maybe_duplicate = (maybe_duplicate OR state = 'uncertain'), state = 'claimed',
         lease_until = ${inMs}, fence = fence + 1 WHERE id = ? AND ${due}`,
      [this.claimMs, bin(id), now],
    );
    if (changed === 0) return null;
    const [row] = await this.database.query<Claim>(`SELECT ${claimColumns} FROM delivery WHERE id = ?`, [bin(id)]);
    return row ? claimed(row) : null;
  }

  private async takeDead(): Promise<Claim[]> {
    const where = `state = 'sending' AND lease_until < NOW(3)`;
    const rows = await this.database.query<Claim>(
      `SELECT ${claimColumns} FROM delivery WHERE ${where} LIMIT 100 FOR UPDATE SKIP LOCKED`,
    );
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => bin(id));
    await this.run(`UPDATE delivery SET fence = fence + 1, lease_until = ${inMs} WHERE id IN (?)`, [this.claimMs, ids]);
    return rows.map((row) => claimed({ ...row, fence: row.fence + 1 }));
  }

  /** Changes a claim whose letter has not begun to leave; false when it was lost. */
  private async change(claim: Claim, set: string, parameters: readonly Parameter[]): Promise<boolean> {
    const changed = await this.run(`UPDATE delivery SET ${set} WHERE id = ? AND fence = ? AND state = 'claimed'`, [
      ...parameters,
      bin(claim.id),
      claim.fence,
    ]);
    return changed === 1;
  }

  private run(sql: string, parameters: readonly Parameter[] = []): Promise<number> {
    return this.database.write(() => this.database.run(sql, parameters));
  }
}

const claimed = (row: Claim): Claim => ({ ...row, maybeDuplicate: Number(row.maybeDuplicate) === 1 });
