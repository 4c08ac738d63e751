import { Injectable } from '@nestjs/common';
import { bin, Database, type Parameter } from '@tandem/database';
import { newId, type Id } from '@tandem/kernel';
import type { AttemptSettlement } from './rules/settle-attempt';
import type { WebhookDeliveryState } from './webhook-delivery.entity';
import type { Seen } from './webhook-transport';

type EndpointId = Id<'webhook_endpoint'>;
type EventId = Id<'event'>;

export interface NewWebhookDelivery {
  readonly eventId: EventId;
  readonly endpointId: EndpointId;
  readonly topic: string;
  readonly occurredAt: Date;
  readonly body: string;
  readonly now: Date;
}

/** A delivery that is ours until its lease ends; every later write names the fence. */
export interface WebhookClaim {
  readonly eventId: EventId;
  readonly endpointId: EndpointId;
  readonly body: string;
  /** This try included. */
  readonly attempts: number;
  readonly fence: number;
  readonly url: string;
  readonly secret: Buffer;
  readonly oldSecret: Buffer | null;
  readonly oldSecretUntil: Date | null;
}

/** The end of time: when a settled delivery may be tried next. */
export const never = new Date('9999-12-31T00:00:00Z');

/** Rows of deliveries. Leases run on the database's clock, because those of two computers differ. */
@Injectable()
export class WebhookDeliveriesRepository {
  constructor(private readonly database: Database) {}

  /** This moment, unless it lies ahead for the database, by whose clock workers find what is due. */
  async noLater(now: Date): Promise<Date> {
    const [row] = await this.database.query<{ now: Date }>('SELECT UTC_TIMESTAMP(3) AS now');
    return row && row.now < now ? row.now : now;
  }

  /** What is there already stays as it is. Only inside `write`. */
  async add(rows: readonly NewWebhookDelivery[]): Promise<void> {
    if (rows.length === 0) return;
    const values: Parameter[][] = rows.map((row) => [
      bin(row.eventId),
      bin(row.endpointId),
      row.topic,
      row.occurredAt,
      row.body,
      'pending',
      0,
      row.now,
      0,
      row.now,
    ]);
    await this.database.run(
      `INSERT INTO webhook_delivery (event_id, endpoint_id, topic, occurred_at, body, state, attempts, available_at, fence, created_at)
       VALUES ? ON DUPLICATE KEY UPDATE fence = fence`,
      [values],
    );
  }

  /** Endpoints with something to send now. */
  async endpointsDue(now: Date): Promise<EndpointId[]> {
    const rows = await this.database.query<{ id: EndpointId }>(
      `SELECT e.id FROM webhook_endpoint e WHERE e.state = 'enabled' AND EXISTS (
         SELECT 1 FROM webhook_delivery d WHERE d.endpoint_id = e.id AND d.state = 'pending' AND d.available_at <= ?)`,
      [now],
    );
    return rows.map(({ id }) => id);
  }

  /** The next delivery of an endpoint, ours for half a minute; null when none is due. */
  claimNext(endpointId: EndpointId, now: Date): Promise<WebhookClaim | null> {
    return this.database.write(async () => {
      // Apart from the delivery, because skipping what is locked would skip every event while the endpoint is held.
      const [endpoint] = await this.database.query<
        Pick<WebhookClaim, 'url' | 'secret' | 'oldSecret' | 'oldSecretUntil'>
      >(
        `SELECT url, secret, old_secret AS oldSecret, old_secret_until AS oldSecretUntil
         FROM webhook_endpoint WHERE id = ? AND state = 'enabled'`,
        [bin(endpointId)],
      );
      const [row] = await this.database.query<Pick<WebhookClaim, 'eventId' | 'body' | 'attempts' | 'fence'>>(
        `SELECT event_id AS eventId, body, attempts, fence FROM webhook_delivery
         WHERE endpoint_id = ? AND state = 'pending' AND available_at <= ?
         ORDER BY available_at, event_id LIMIT 1 FOR UPDATE SKIP LOCKED`,
        [bin(endpointId), now],
      );
      if (!endpoint || !row) return null;
      const claim = { ...endpoint, ...row, endpointId, attempts: row.attempts + 1, fence: row.fence + 1 };
      await this.database.run(
        `UPDATE webhook_delivery SET state = 'sending', attempts = ?, fence = ?, lease_until = NOW(3) + INTERVAL 30 SECOND
         WHERE event_id = ? AND endpoint_id = ?`,
        [claim.attempts, claim.fence, bin(claim.eventId), bin(claim.endpointId)],
      );
      return claim;
    });
  }

  /** False when somebody else took it over meanwhile; what they decide stands. Only inside `write`. */
  async settle(
    claim: WebhookClaim,
    seen: Seen,
    { settlement: { state, tryAgainAt }, now }: { readonly settlement: AttemptSettlement; readonly now: Date },
  ): Promise<boolean> {
    const changed = await this.database.run(
      `UPDATE webhook_delivery SET state = ?, available_at = ?, lease_until = NULL, last_status = ?, delivered_at = ?
       WHERE event_id = ? AND endpoint_id = ? AND fence = ? AND state = 'sending'`,
      [
        state,
        tryAgainAt ?? never,
        seen.status,
        state === 'delivered' ? now : null,
        bin(claim.eventId),
        bin(claim.endpointId),
        claim.fence,
      ],
    );
    if (changed === 0) return false;
    this.database.later(
      `INSERT INTO webhook_attempt (id, event_id, endpoint_id, at, took_ms, outcome, status, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        bin(newId()),
        bin(claim.eventId),
        bin(claim.endpointId),
        now,
        seen.tookMs,
        seen.outcome,
        seen.status,
        seen.detail?.slice(0, 300) ?? null,
      ],
    );
    return true;
  }

  /** Deliveries whose sender died on the way are due again at once: the receiver knows copies by their id. */
  async freeDead(): Promise<void> {
    await this.database.write(() =>
      this.database.run(
        `UPDATE webhook_delivery SET state = 'pending', lease_until = NULL, fence = fence + 1
         WHERE state = 'sending' AND lease_until < NOW(3)`,
      ),
    );
  }

  /** The state of a delivery, held; null when there is none. Only inside `write`. */
  async hold(eventId: EventId, endpointId: EndpointId): Promise<WebhookDeliveryState | null> {
    const [row] = await this.database.query<{ state: WebhookDeliveryState }>(
      'SELECT state FROM webhook_delivery WHERE event_id = ? AND endpoint_id = ? FOR UPDATE',
      [bin(eventId), bin(endpointId)],
    );
    return row?.state ?? null;
  }

  /** Begins anew with a delivery that is over. Only inside `write`. */
  async renew(eventId: EventId, endpointId: EndpointId, now: Date): Promise<void> {
    await this.database.run(
      `UPDATE webhook_delivery SET state = 'pending', attempts = 0, available_at = ?, delivered_at = NULL, fence = fence + 1
       WHERE event_id = ? AND endpoint_id = ?`,
      [now, bin(eventId), bin(endpointId)],
    );
  }

  /** What waits for an endpoint is due at once, also what was to be tried later. Only inside `write`. */
  async makeDue(endpointId: EndpointId, now: Date): Promise<void> {
    await this.database.run(
      `UPDATE webhook_delivery SET available_at = ? WHERE endpoint_id = ? AND state = 'pending'`,
      [now, bin(endpointId)],
    );
  }
}
