import { createTransport } from 'nodemailer';
import type { Config } from '@tandem/config';

/** How the mail server received us. */
export interface SmtpSighting {
  /** Null when greeting, encryption and sign-in went well; else what went wrong. */
  readonly failure: {
    readonly kind: 'unreachable' | 'encryption' | 'sign_in' | 'refused';
    readonly detail: string;
  } | null;
  /** Milliseconds until the server was ready for a letter. */
  readonly tookMs: number;
}

interface SmtpError extends Error {
  readonly code?: string;
}

const kinds: Readonly<Record<string, 'encryption' | 'sign_in' | 'refused'>> = {
  ETLS: 'encryption',
  EAUTH: 'sign_in',
  ENOAUTH: 'sign_in',
  EOAUTH2: 'sign_in',
  EPROTOCOL: 'refused',
  EENVELOPE: 'refused',
};

/** Greets the mail server the way a letter would, signs in, and leaves without sending anything. */
export async function lookAtSmtp({
  SMTP_URL,
  SMTP_INSECURE,
}: Pick<Config, 'SMTP_URL' | 'SMTP_INSECURE'>): Promise<SmtpSighting> {
  const url = SMTP_URL ?? '';
  const transport = createTransport({
    url,
    pool: false,
    requireTLS: !SMTP_INSECURE && url.startsWith('smtp:'),
    tls: { rejectUnauthorized: !SMTP_INSECURE },
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 5_000,
    dnsTimeout: 5_000,
  });
  const asked = Date.now();
  try {
    await transport.verify();
    return { failure: null, tookMs: Date.now() - asked };
  } catch (error) {
    const { code = '', message } = error as SmtpError;
    const isUntrusted = /certificate|self.signed|altnames/i.test(message);
    const kind = isUntrusted ? 'encryption' : (kinds[code] ?? 'unreachable');
    return { failure: { kind, detail: message }, tookMs: Date.now() - asked };
  } finally {
    transport.close();
  }
}
