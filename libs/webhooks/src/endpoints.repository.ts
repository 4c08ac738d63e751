import { Injectable } from '@nestjs/common';
import { bin, Database, type Parameter } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { WebhookEndpoint } from './webhook-endpoint.entity';
import { endpointColumns, endpointOf, type EndpointRow } from './endpoint-row';

type EndpointId = Id<'webhook_endpoint'>;
type Changes = Partial<Omit<WebhookEndpoint, 'id' | 'createdAt' | 'createdById' | 'version'>>;

const columnOf: Readonly<Record<keyof Changes, string>> = {
  url: 'url',
  description: 'description',
  events: 'events',
  state: 'state',
  disabledFor: 'disabled_for',
  secret: 'secret',
  oldSecret: 'old_secret',
  oldSecretUntil: 'old_secret_until',
  failingSince: 'failing_since',
};

/** Rows of endpoints; what was removed is there no more for anybody. */
@Injectable()
export class EndpointsRepository {
  constructor(private readonly database: Database) {}

  add(endpoint: WebhookEndpoint): Promise<void> {
    return this.database.insert(WebhookEndpoint, endpoint);
  }

  /** Only inside `write`. */
  async hold(id: EndpointId): Promise<WebhookEndpoint | null> {
    const [row] = await this.database.query<EndpointRow>(
      `SELECT ${endpointColumns} FROM webhook_endpoint WHERE id = ? AND state <> 'removed' FOR UPDATE`,
      [bin(id)],
    );
    return row ? endpointOf(row) : null;
  }

  /** Keeps others from adding one meanwhile, and says how many there are. Only inside `write`. */
  async holdCount(): Promise<number> {
    const rows = await this.database.query<{ id: EndpointId }>(
      `SELECT id FROM webhook_endpoint WHERE state <> 'removed' FOR UPDATE`,
    );
    return rows.length;
  }

  /** What a person decides makes a new version; what a try shows does not. Only inside `write`, of a row that is held. */
  async change(id: EndpointId, changes: Changes, { asVersion }: { readonly asVersion?: number } = {}): Promise<void> {
    const fields = Object.keys(changes) as (keyof Changes)[];
    const sets = [...fields.map((field) => `${columnOf[field]} = ?`), ...(asVersion ? ['version = ?'] : [])];
    const values = fields.map((field) => valueOf(changes[field]));
    await this.database.run(`UPDATE webhook_endpoint SET ${sets.join(', ')} WHERE id = ?`, [
      ...values,
      ...(asVersion ? [asVersion] : []),
      bin(id),
    ]);
  }

  /** Secrets from before whose time is over are of use to nobody. */
  async forgetOldSecrets(now: Date): Promise<void> {
    await this.database.write(() =>
      this.database.run(
        'UPDATE webhook_endpoint SET old_secret = NULL, old_secret_until = NULL WHERE old_secret_until < ?',
        [now],
      ),
    );
  }

  /** Who is told of events now. Nobody's wishes change before the present transaction ends. Only inside `write`. */
  async holdSubscriptions(): Promise<{ readonly id: EndpointId; readonly events: readonly string[] }[]> {
    const rows = await this.database.query<EndpointRow>(
      `SELECT ${endpointColumns} FROM webhook_endpoint WHERE state = 'enabled' LOCK IN SHARE MODE`,
    );
    return rows.map(endpointOf);
  }
}

const valueOf = (value: Changes[keyof Changes]): Parameter =>
  Array.isArray(value) ? JSON.stringify(value) : (value ?? null);
