import { Injectable } from '@nestjs/common';
import { bin, Database, type Parameter } from '@tandem/database';
import { newId, type Id } from '@tandem/kernel';
import { never } from './webhook-deliveries.repository';

type EndpointId = Id<'webhook_endpoint'>;

/** Deliveries given up in one transaction. */
const most = 1_000;

/** Rows of deliveries nobody waits for any more: those that are never sent, and those that were over long ago. */
@Injectable()
export class WebhookLeftoversRepository {
  constructor(private readonly database: Database) {}

  /** Endpoints for which something waits in vain: they were removed, or it has been due since before. */
  overdue(before: Date): Promise<{ readonly id: EndpointId; readonly state: 'enabled' | 'removed' }[]> {
    const waits = `SELECT 1 FROM webhook_delivery d WHERE d.endpoint_id = e.id AND d.state = 'pending'`;
    return this.database.query(
      `SELECT e.id, e.state FROM webhook_endpoint e WHERE (e.state = 'removed' AND EXISTS (${waits}))
         OR (e.state = 'enabled' AND EXISTS (${waits} AND d.available_at < ?))`,
      [before],
    );
  }

  /** Gives up what waits for an endpoint, or only what has been due since before; the last try of each says why. */
  async giveUp(endpointId: EndpointId, detail: string, { now, before }: { now: Date; before?: Date }): Promise<void> {
    for (let gone = most; gone === most;)
      gone = await this.database.write(() => this.giveUpSome(endpointId, detail, { now, before: before ?? never }));
  }

  /**
   * Forgets, with their tries, deliveries that were over before; what waits is kept. By the day they were made the index finds
   * them without reading the others.
   */
  async prune(before: Date): Promise<void> {
    await this.database.prune(
      `DELETE FROM webhook_delivery WHERE created_at < ? AND state = 'delivered' AND delivered_at < ? LIMIT ?`,
      [before, before],
    );
    await this.database.prune(
      `DELETE FROM webhook_delivery WHERE created_at < ? AND state = 'failed' AND NOT EXISTS (
         SELECT 1 FROM webhook_attempt t WHERE t.event_id = webhook_delivery.event_id
           AND t.endpoint_id = webhook_delivery.endpoint_id AND t.at >= ?) LIMIT ?`,
      [before, before],
    );
  }

  private async giveUpSome(
    endpointId: EndpointId,
    detail: string,
    { now, before }: { readonly now: Date; readonly before: Date },
  ): Promise<number> {
    const rows = await this.database.query<{ eventId: Id<'event'> }>(
      `SELECT event_id AS eventId FROM webhook_delivery
       WHERE endpoint_id = ? AND state = 'pending' AND available_at < ? LIMIT ? FOR UPDATE SKIP LOCKED`,
      [bin(endpointId), before, most],
    );
    if (rows.length === 0) return 0;
    const tries = rows.map(({ eventId }): Parameter[] => [
      bin(newId()),
      bin(eventId),
      bin(endpointId),
      now,
      0,
      'unreachable',
      null,
      detail,
    ]);
    await this.database.run(
      `INSERT INTO webhook_attempt (id, event_id, endpoint_id, at, took_ms, outcome, status, detail) VALUES ?`,
      [tries],
    );
    await this.database.run(
      `UPDATE webhook_delivery SET state = 'failed', attempts = attempts + 1, available_at = ?, last_status = NULL, fence = fence + 1
       WHERE endpoint_id = ? AND event_id IN (?)`,
      [never, bin(endpointId), rows.map(({ eventId }) => bin(eventId))],
    );
    return rows.length;
  }
}
