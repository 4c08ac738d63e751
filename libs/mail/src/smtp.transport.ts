import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { MailTransport, type Letter } from './mail-transport';
import { readTranscript, type Ending } from './rules/read-transcript';
import type { Sighting } from './rules/settle-delivery';

/** Shorter than the lease of a sending row, so that a hanging server is settled by whoever hung. */
const attemptMs = 90_000;

/** Hands letters to a mail server, one connection a letter, and reads from the conversation what became of them. */
export class SmtpTransport extends MailTransport {
  constructor(
    private readonly address: string,
    /** Allows a server without TLS or with a certificate nobody vouches for, as on a closed network. */
    private readonly insecure: boolean,
  ) {
    super();
  }

  async send(letter: Letter): Promise<Sighting> {
    const serverLines: string[] = [];
    const waited = new AbortController();
    const hung = pause(
      attemptMs,
      { error: { message: 'the mail server did not finish in time' } },
      { signal: waited.signal },
    );
    try {
      const ending = await Promise.race([this.converse(letter, serverLines), hung]);
      return readTranscript(serverLines, ending);
    } finally {
      waited.abort();
      hung.catch(() => undefined);
    }
  }

  private async converse({ from, to, mime }: Letter, serverLines: string[]): Promise<Ending> {
    const transport = createTransport({
      url: this.address,
      pool: false,
      requireTLS: !this.insecure && this.address.startsWith('smtp:'),
      tls: { rejectUnauthorized: !this.insecure },
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      dnsTimeout: 10_000,
      disableFileAccess: true,
      disableUrlAccess: true,
      transactionLog: true,
      logger: listener(serverLines),
    });
    try {
      const { response } = await transport.sendMail({ envelope: { from, to: [to] }, raw: mime });
      return { response };
    } catch (error) {
      return { error: error as NonNullable<Ending['error']> };
    } finally {
      transport.close();
    }
  }
}

/** Keeps what the server says and nothing of what we say. */
function listener(serverLines: string[]) {
  const quiet = () => undefined;
  const heard = (entry: { readonly tnx?: string }, line: string) => {
    if (entry.tnx === 'server') serverLines.push(line);
  };
  return { trace: quiet, debug: heard, info: quiet, warn: quiet, error: quiet, fatal: quiet };
}
