import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import { Clock, actor, newId, type Id } from '@tandem/kernel';
import { AuditSeals } from './audit-seals.repository';

/** One thing that happened, told to the audit trail and to whoever listens after the commit. */
export interface Happening {
  /** `<noun>.<past verb>`, such as `opportunity.moved`. */
  readonly topic: string;
  readonly subjectKind: string;
  readonly subjectId: Id | null;
  readonly before?: unknown;
  readonly after?: unknown;
  /** The id of the row of a log that this is about; audit line and event then have the same. */
  readonly id?: Id;
  /** What listeners get; ids and small facts only. Default: `{ id }`. */
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** Event to hand on: at least once, in no promised order. */
export interface OutboxEvent {
  readonly id: Id<'event'>;
  readonly topic: string;
  /** When it happened. */
  readonly at: Date;
  readonly payload: unknown;
}

/** Happenings in one statement. */
const chunk = 500;

/** Writes an audit line and an outbox row, one happening under one id, in the transaction of the change itself. */
@Injectable()
export class Outbox {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seals: AuditSeals,
  ) {}

  async record(happening: Happening): Promise<void> {
    return this.recordAll([happening]);
  }

  /** The same for any number of things that happened at once, some hundred rows a statement. */
  async recordAll(happenings: readonly Happening[]): Promise<void> {
    const who = actor();
    const now = this.clock.now();
    for (let from = 0; from < happenings.length; from += chunk) {
      const told = happenings.slice(from, from + chunk).map((each) => ({ ...each, id: bin(each.id ?? newId()) }));
      this.database.later(
        `INSERT INTO audit_line (id, at, actor_id, actor_name, via, action, object_kind, object_id, before_state, after_state) VALUES ?`,
        [
          told.map(({ id, topic, subjectKind, subjectId, before, after }) => [
            id,
            now,
            bin(who.personId),
            who.name,
            who.via,
            topic,
            subjectKind,
            bin(subjectId),
            json(before),
            json(after),
          ]),
        ],
      );
      this.database.later(
        `INSERT INTO outbox_event (id, topic, subject_id, payload, state, attempts, available_at) VALUES ?`,
        [
          told.map(({ id, topic, subjectId, payload = { id: subjectId } }) => [
            id,
            topic,
            bin(subjectId),
            json(payload),
            'pending',
            0,
            now,
          ]),
        ],
      );
    }
  }

  /**
   * Hands pending events to `relay`, seals their audit lines and marks them relayed, in one transaction; rows another worker
   * holds are passed over. Nothing is put off here: an event bears the time of whichever computer wrote it, which may be ahead.
   */
  async relay(most: number, relay: (events: readonly OutboxEvent[]) => Promise<void>): Promise<number> {
    return this.database.write(async () => {
      const events = await this.database.query<OutboxEvent>(
        `SELECT id, topic, available_at AS at, payload FROM outbox_event WHERE state = 'pending'
         ORDER BY available_at LIMIT ? FOR UPDATE SKIP LOCKED`,
        [most],
      );
      if (events.length === 0) return 0;
      await relay(events);
      await this.seals.seal(events.map(({ id }) => id));
      await this.database.run(`UPDATE outbox_event SET state = 'relayed', relayed_at = ? WHERE id IN (?)`, [
        this.clock.now(),
        events.map(({ id }) => bin(id)),
      ]);
      return events.length;
    });
  }

  /** Forgets relayed events older than `days`; the audit trail keeps what happened. */
  async prune(days: number): Promise<number> {
    const before = new Date(this.clock.now().getTime() - days * 86_400_000);
    // By the day they were written the index finds the old ones without reading the others.
    return this.database.prune(
      `DELETE FROM outbox_event WHERE state = 'relayed' AND available_at < ? AND relayed_at < ? LIMIT ?`,
      [before, before],
    );
  }
}

const json = (value: unknown): string | null =>
  value === undefined
    ? null
    : JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? part.toString() : part));
