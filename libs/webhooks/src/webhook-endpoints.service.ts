import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import { Database } from '@tandem/database';
import { actor, Clock, isRefusal, newId, type Id } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { EndpointsRepository } from './endpoints.repository';
import { readEndpointUrl } from './rules/read-endpoint-url';
import { SecretKeeper } from './secret-keeper';
import { newSecret, showSecret } from './sign-message';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository';
import type { WebhookEndpoint } from './webhook-endpoint.entity';
import { badAddress, endpointChanged, noEndpoint, tooManyEndpoints } from './webhooks.errors';

type EndpointId = Id<'webhook_endpoint'>;

/** What an administrator decides about an endpoint. */
export interface EndpointWish {
  readonly url: string;
  readonly description: string | null;
  readonly events: readonly string[];
}

/** Fewer than a worker serves side by side, so that none ever waits for another. */
const mostEndpoints = 50;
const bothSecretsMs = 24 * 3_600_000;

/** Where outsiders want to hear of events. */
@Injectable()
export class WebhookEndpointsService {
  private readonly allowPrivate: boolean;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly endpoints: EndpointsRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly secrets: SecretKeeper,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
    this.allowPrivate = config.WEBHOOK_ALLOW_PRIVATE;
  }

  /** The secret is told here and never again. */
  async add(wish: EndpointWish): Promise<{ readonly id: EndpointId; readonly secret: string }> {
    const url = this.read(wish.url);
    const id = newId<'webhook_endpoint'>();
    const secret = newSecret();
    await this.database.write(async () => {
      if ((await this.endpoints.holdCount()) >= mostEndpoints) throw tooManyEndpoints(mostEndpoints);
      const endpoint: WebhookEndpoint = {
        id,
        ...wish,
        url,
        state: 'enabled',
        disabledFor: null,
        secret: this.secrets.keep(secret, id),
        oldSecret: null,
        oldSecretUntil: null,
        failingSince: null,
        createdAt: this.clock.now(),
        createdById: actor().personId,
        version: 1,
      };
      await this.endpoints.add(endpoint);
      await this.tell('added', id, { after: told(endpoint) });
    });
    return { id, secret: showSecret(secret) };
  }

  /**
   * Enabling it again forgets how long it failed, and sends what was left waiting: all of it is due from now on, because the time
   * it was disabled counts neither as a failure nor as a wait.
   */
  change(
    id: EndpointId,
    seen: number,
    { isEnabled, ...wish }: Partial<EndpointWish> & { readonly isEnabled?: boolean },
  ): Promise<void> {
    return this.database.write(async () => {
      const before = await this.hold(id, seen);
      const changes: Partial<WebhookEndpoint> = {
        ...wish,
        ...(wish.url === undefined ? {} : { url: this.read(wish.url) }),
        ...(isEnabled === undefined || isEnabled === (before.state === 'enabled') ? {} : stateOf(isEnabled)),
      };
      const after = { ...before, ...changes };
      await this.endpoints.change(id, changes, { asVersion: seen + 1 });
      if (changes.state === 'enabled')
        await this.deliveries.makeDue(id, await this.deliveries.noLater(this.clock.now()));
      await this.tell('changed', id, { before: told(before), after: told(after) });
    });
  }

  /** The secret from before stays good for a day, so that receivers can change over in peace. */
  async rotateSecret(id: EndpointId, seen: number): Promise<{ readonly secret: string }> {
    const secret = newSecret();
    await this.database.write(async () => {
      const before = await this.hold(id, seen);
      const until = new Date(this.clock.now().getTime() + bothSecretsMs);
      const changes = { secret: this.secrets.keep(secret, id), oldSecret: before.secret, oldSecretUntil: until };
      await this.endpoints.change(id, changes, { asVersion: seen + 1 });
      await this.tell('secret_rotated', id, { after: { oldSecretUntil: until } });
    });
    return { secret: showSecret(secret) };
  }

  /** What was sent stays to be looked at; the secrets go. */
  remove(id: EndpointId, seen: number): Promise<void> {
    return this.database.write(async () => {
      const before = await this.hold(id, seen);
      const changes = { secret: Buffer.alloc(0), oldSecret: null, oldSecretUntil: null, disabledFor: null };
      await this.endpoints.change(id, { state: 'removed', ...changes }, { asVersion: seen + 1 });
      await this.tell('removed', id, { before: told(before) });
    });
  }

  private read(text: string): string {
    const url = readEndpointUrl(text, { allowPrivate: this.allowPrivate });
    if (isRefusal(url)) throw badAddress(url);
    return url;
  }

  private async hold(id: EndpointId, seen: number): Promise<WebhookEndpoint> {
    const held = await this.endpoints.hold(id);
    if (!held) throw noEndpoint(id);
    if (held.version !== seen) throw endpointChanged(held.version, seen);
    return held;
  }

  private tell(act: string, id: EndpointId, states: { readonly before?: unknown; readonly after?: unknown }) {
    return this.outbox.record({
      topic: `webhook_endpoint.${act}`,
      subjectKind: 'webhook_endpoint',
      subjectId: id,
      ...states,
    });
  }
}

const stateOf = (isEnabled: boolean): Pick<WebhookEndpoint, 'state' | 'disabledFor' | 'failingSince'> =>
  isEnabled
    ? { state: 'enabled', disabledFor: null, failingSince: null }
    : { state: 'disabled', disabledFor: 'by_hand', failingSince: null };

/** Never the secret. */
const told = ({ url, description, events, state, disabledFor }: WebhookEndpoint) => ({
  url,
  description,
  events,
  state,
  disabledFor,
});
