import { fromJson } from '@tandem/database';
import type { OutboxEvent } from '@tandem/outbox';

/** The thin body of Standard Webhooks: what happened, when, and the ids to ask for more. Written once, sent the same at every try. */
export const bodyOf = ({ topic, at, payload }: Pick<OutboxEvent, 'topic' | 'at' | 'payload'>): string =>
  JSON.stringify({ type: topic, timestamp: at.toISOString(), data: fromJson(payload) });
