import { Injectable } from '@nestjs/common';
import { bin, Database, type Parameter } from '@tandem/database';
import { cursorParts, idFrom, paged, type Id } from '@tandem/kernel';
import { endpointColumns, endpointOf, type EndpointRow } from './endpoint-row';
import type { WebhookAttempt, WebhookDelivery, WebhookDeliveryState } from './webhook-delivery.entity';
import type { WebhookEndpoint } from './webhook-endpoint.entity';
import { noDelivery, noEndpoint } from './webhooks.errors';

type EndpointId = Id<'webhook_endpoint'>;

/** An endpoint as people see it: never with its secrets. */
export type EndpointView = Omit<WebhookEndpoint, 'secret' | 'oldSecret' | 'createdById'> & {
  /** Events that wait to be sent, or to be tried again. */
  readonly waiting: number;
};
export type WebhookDeliveryView = Omit<WebhookDelivery, 'leaseUntil' | 'fence' | 'body'>;

export interface WebhookDeliveryFilter {
  readonly state?: WebhookDeliveryState | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const deliveryColumns = `event_id AS eventId, endpoint_id AS endpointId, topic, occurred_at AS occurredAt, state, attempts,
  available_at AS availableAt, last_status AS lastStatus, delivered_at AS deliveredAt, created_at AS createdAt`;

/** Where events go, and what became of them. */
@Injectable()
export class WebhooksReader {
  constructor(private readonly database: Database) {}

  /** All of them, oldest first; there are never many. */
  async list(): Promise<EndpointView[]> {
    return this.views(`state <> 'removed'`, []);
  }

  async get(id: EndpointId): Promise<EndpointView> {
    const [found] = await this.views(`id = ? AND state <> 'removed'`, [bin(id)]);
    if (!found) throw noEndpoint(id);
    return found;
  }

  /** What was sent to an endpoint or waits for it, newest event first. */
  async deliveries(id: EndpointId, { state, limit, cursor }: WebhookDeliveryFilter) {
    const parameters: Parameter[] = [bin(id)];
    const wheres = ['endpoint_id = ?'];
    if (state) {
      wheres.push('state = ?');
      parameters.push(state);
    }
    const after = idFrom(String(cursorParts(cursor, 1)?.[0] ?? ''));
    if (after) {
      wheres.push('event_id < ?');
      parameters.push(bin(after));
    }
    const rows = await this.database.query<WebhookDeliveryView>(
      `SELECT ${deliveryColumns} FROM webhook_delivery WHERE ${wheres.join(' AND ')} ORDER BY event_id DESC LIMIT ?`,
      [...parameters, limit + 1],
    );
    return paged(rows, limit, ({ eventId }) => [eventId]);
  }

  /** One delivery with what was sent and every try, oldest first. */
  async delivery(
    endpointId: EndpointId,
    eventId: Id<'event'>,
  ): Promise<{ delivery: WebhookDeliveryView & { readonly body: string }; attempts: WebhookAttempt[] }> {
    const key = [bin(eventId), bin(endpointId)];
    const [delivery] = await this.database.query<WebhookDeliveryView & { body: string }>(
      `SELECT ${deliveryColumns}, body FROM webhook_delivery WHERE event_id = ? AND endpoint_id = ?`,
      key,
    );
    if (!delivery) throw noDelivery();
    const attempts = await this.database.query<WebhookAttempt>(
      `SELECT id, event_id AS eventId, endpoint_id AS endpointId, at, took_ms AS tookMs, outcome, status, detail
       FROM webhook_attempt WHERE event_id = ? AND endpoint_id = ? ORDER BY at, id`,
      key,
    );
    return { delivery, attempts };
  }

  private async views(where: string, parameters: readonly Parameter[]): Promise<EndpointView[]> {
    const rows = await this.database.query<EndpointRow & { waiting: string }>(
      `SELECT ${endpointColumns}, (SELECT COUNT(*) FROM webhook_delivery d WHERE d.endpoint_id = e.id AND d.state IN ('pending', 'sending')) AS waiting
       FROM webhook_endpoint e WHERE ${where} ORDER BY created_at, id`,
      parameters,
    );
    return rows.map((row) => {
      const { secret: _, oldSecret: __, createdById: ___, ...shown } = endpointOf(row);
      return { ...shown, waiting: Number(row.waiting) };
    });
  }
}
