import type { Config } from '@tandem/config';
import { readSender, type SmtpSighting } from '@tandem/mail';
import { check, type Check } from '../check';

type MailConfig = Pick<
  Config,
  'MAIL_TRANSPORT' | 'MAIL_FROM' | 'SMTP_URL' | 'SMTP_INSECURE' | 'PUBLIC_URL' | 'NODE_ENV'
>;

/** Ends of addresses that exist on no network, or in every house. */
const nowhere = /(^|\.)(localhost|local|localdomain|example|example\.(com|net|org)|invalid|test)$/i;

/** Whether letters leave the house, and arrive as ours. `seen` is null when no mail server is used. */
export function checkMail(config: MailConfig, seen: SmtpSighting | null): Check[] {
  const sends = config.MAIL_TRANSPORT === 'smtp';
  const transport = check('mail.transport', config.MAIL_TRANSPORT, sends || config.NODE_ENV !== 'production', {
    otherwise: 'advice',
    advice: 'Agendas are read in the application only. Set MAIL_TRANSPORT=smtp and SMTP_URL to send them.',
  });
  if (!sends || !seen) return [transport, checkSender(config, sends)];
  return [
    transport,
    checkServer(seen),
    checkEncryption(config, seen),
    checkSignIn(config),
    checkSender(config, sends),
    check('mail.links', config.PUBLIC_URL ?? 'no PUBLIC_URL', config.PUBLIC_URL !== undefined, {
      otherwise: 'warning',
      advice: 'Set PUBLIC_URL: letters cannot link to what they speak of.',
    }),
  ];
}

const advices = {
  unreachable: 'Is SMTP_URL right, and does the firewall let this machine through? Letters wait and are tried again.',
  encryption:
    'Let the server offer STARTTLS with a certificate of its name, or use smtps://; on a closed network SMTP_INSECURE=true.',
  sign_in: 'User or password of SMTP_URL are refused. Some providers want a password made for applications.',
  refused: 'The server turns this machine away. Ask who runs it.',
} as const;

function checkServer({ failure, tookMs }: SmtpSighting): Check {
  const found = failure ? `${failure.kind}: ${failure.detail}` : `ready after ${tookMs} ms`;
  return check('mail.server', found.replace(/\s+/g, ' ').slice(0, 300), failure === null, {
    otherwise: 'bad',
    advice: advices[failure?.kind ?? 'unreachable'],
  });
}

function checkEncryption({ SMTP_INSECURE, SMTP_URL }: MailConfig, { failure }: SmtpSighting): Check {
  const carriesPassword = new URL(SMTP_URL ?? 'smtp://none').password !== '';
  const given = failure?.kind === 'encryption' ? 'asked for, not given' : 'asked for';
  return check('mail.tls', SMTP_INSECURE ? 'SMTP_INSECURE=true' : given, !SMTP_INSECURE, {
    otherwise: carriesPassword ? 'bad' : 'warning',
    advice: 'Take SMTP_INSECURE away: letters (and a password) can be read and changed on their way.',
  });
}

/** Servers on this machine let themselves be used without a name. */
function checkSignIn({ SMTP_URL }: MailConfig): Check {
  const { username, hostname } = new URL(SMTP_URL ?? 'smtp://none');
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return check(
    'mail.sign_in',
    username ? `as ${decodeURIComponent(username)}` : 'without a name',
    username !== '' || isLocal,
    {
      otherwise: 'advice',
      advice: 'Most servers take letters for others only from those who sign in: smtp://user:password@host:587.',
    },
  );
}

function checkSender({ MAIL_FROM }: MailConfig, sends: boolean): Check {
  const sender = readSender(MAIL_FROM);
  const domain = sender?.address.slice(sender.address.lastIndexOf('@') + 1) ?? '';
  const isPlausible = sender !== null && domain.includes('.') && !nowhere.test(domain);
  return check('mail.from', MAIL_FROM, isPlausible || (!sends && sender !== null), {
    otherwise: 'bad',
    advice:
      'Set MAIL_FROM to an address of a domain you own, as in Tandem <tandem@yourcompany.com>: receivers refuse the others.',
  });
}
