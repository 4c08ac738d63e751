import type { OnModuleDestroy } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Conversation } from './conversation';
import { MailTransport, type Letter } from './mail-transport';
import { readEnding, type Ending } from './rules/read-ending';
import type { Sighting } from './rules/settle-delivery';

export interface SmtpSettings {
  readonly url: string;
  /** Allows a server without TLS or with a certificate nobody vouches for, as on a closed network. */
  readonly insecure: boolean;
  /** The longest conversation; single steps of it get a share. */
  readonly conversationMs: number;
}

/** Hands letters to a mail server, one connection a letter, and reads from the conversation what became of them. */
export class SmtpTransport extends MailTransport implements OnModuleDestroy {
  /** One for each conversation: ends it if nothing of the letter has left yet. */
  private readonly dismissals = new Set<() => void>();

  constructor(private readonly settings: SmtpSettings) {
    super();
  }

  /** A worker that is told to stop has seconds: letters that certainly have not left are put back at once. */
  onModuleDestroy(): void {
    for (const dismiss of this.dismissals) dismiss();
  }

  /** A conversation that is not over at the deadline is cut: the connection is destroyed, so that it cannot send later. */
  async send(letter: Letter): Promise<Sighting> {
    const conversation = new Conversation(letter);
    const dismiss = () => conversation.dismiss();
    this.dismissals.add(dismiss);
    try {
      const ending = await this.converse(letter, conversation);
      return readEnding(ending, conversation.handedOver);
    } finally {
      conversation.over();
      this.dismissals.delete(dismiss);
    }
  }

  private async converse({ from, to }: Letter, conversation: Conversation): Promise<Ending> {
    const { url, insecure, conversationMs } = this.settings;
    // Whole milliseconds: the resolver of names throws at anything else.
    const stepMs = Math.ceil(conversationMs / 9);
    const transport = createTransport({
      url,
      pool: false,
      requireTLS: !insecure && url.startsWith('smtp:'),
      tls: { rejectUnauthorized: !insecure },
      connectionTimeout: stepMs,
      greetingTimeout: stepMs,
      dnsTimeout: stepMs,
      socketTimeout: 3 * stepMs,
      // Closed is closed: what still waits to be written is thrown away.
      socketCloseTimeout: 0,
      disableFileAccess: true,
      disableUrlAccess: true,
      transactionLog: true,
      logger: listener((line) => conversation.hear(line)),
    });
    const { signal, message } = conversation;
    try {
      const { response } = await transport.sendMail({ envelope: { from, to: [to] }, raw: message, signal });
      return { response };
    } catch (error) {
      if (signal.aborted)
        return { error: { message: 'The conversation with the mail server was cut before it was over.' } };
      return { error: error as NonNullable<Ending['error']> };
    } finally {
      transport.close();
    }
  }
}

/** Hears what the server says and nothing of what we say. */
function listener(hear: (line: string) => void) {
  const quiet = () => undefined;
  const heard = (entry: { readonly tnx?: string }, line: string) => {
    if (entry.tnx === 'server') hear(line);
  };
  return { trace: quiet, debug: heard, info: quiet, warn: quiet, error: quiet, fatal: quiet };
}
