import { Injectable } from '@nestjs/common';
import { Clock } from '@tandem/kernel';
import { SecretKeeper } from './secret-keeper';
import { signedHeaders } from './sign-message';
import type { WebhookClaim } from './webhook-deliveries.repository';
import { WebhookTransport, type Seen } from './webhook-transport';

/** Signs what is to be sent and carries it out of the house. */
@Injectable()
export class WebhookCourier {
  constructor(
    private readonly secrets: SecretKeeper,
    private readonly transport: WebhookTransport,
    private readonly clock: Clock,
  ) {}

  /** A secret that cannot be read counts as a failed try: nothing leaves the house unsigned. */
  carry(claim: WebhookClaim): Promise<Seen> {
    const { eventId, url, body } = claim;
    const at = this.clock.now();
    let signed: Record<string, string>;
    try {
      signed = signedHeaders({ id: eventId, at, body }, this.secretsOf(claim, at));
    } catch (error) {
      const detail = `not signed: ${(error as Error).message}`;
      return Promise.resolve({ outcome: 'unreachable', status: null, detail, retryAfterSeconds: null, tookMs: 0 });
    }
    const headers = { ...signed, 'content-type': 'application/json', 'user-agent': 'Tandem-Webhooks/1' };
    return this.transport.post({ url, headers, body });
  }

  private secretsOf({ endpointId, secret, oldSecret, oldSecretUntil }: WebhookClaim, at: Date): Buffer[] {
    const isBoth = oldSecret !== null && oldSecretUntil !== null && oldSecretUntil > at;
    return [secret, ...(isBoth ? [oldSecret] : [])].map((kept) => this.secrets.read(kept, endpointId));
  }
}
