import { createHmac, randomBytes } from 'node:crypto';

/** What is sent, before it is signed. */
export interface Message {
  /** The id of the event, the same at every try: receivers know copies by it. */
  readonly id: string;
  readonly at: Date;
  readonly body: string;
}

const secretBytes = 32;
const prefix = 'whsec_';

export const newSecret = (): Buffer => randomBytes(secretBytes);

/** How a secret is given to people: `whsec_` and base64. */
export const showSecret = (secret: Buffer): string => prefix + secret.toString('base64');

/** The headers of Standard Webhooks; with two secrets, as during a change, the message carries two signatures. */
export function signedHeaders({ id, at, body }: Message, secrets: readonly Buffer[]): Record<string, string> {
  const seconds = Math.floor(at.getTime() / 1_000);
  const signatures = secrets.map(
    (secret) => `v1,${createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64')}`,
  );
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': signatures.join(' ') };
}
