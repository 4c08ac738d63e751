import { headerOf, leavesOf, parseEntity, readFields, type Entity } from './parse-entity';

/** What a delivery status notification (RFC 3464) says about a letter that could not be delivered. */
export interface Bounce {
  /** Message-IDs of the letter that came back, brackets included; empty when the report does not return it. */
  readonly messageIds: readonly string[];
  /** Final and original recipient in lower case. */
  readonly recipients: readonly string[];
  /** RFC 3463 status such as `5.1.1`; `5.0.0` when the report names none. */
  readonly status: string;
  /** The words of the server that refused, in one line. */
  readonly reason: string;
}

/** `not_failed` is a report of something else: a delay, a relay, a receipt. */
export type ReadBounce = Bounce | 'not_a_report' | 'not_failed';

const longestReport = 2_000_000;
const unknownStatus = '5.0.0';

/** Reads a mail that a mail server sent back. It never throws, whatever the mail is. */
export function readBounce(mail: string): ReadBounce {
  const report = parseEntity(mail.slice(0, longestReport));
  const leaves = leavesOf(report);
  const statuses = leaves.filter(({ type }) => /^message\/(global-)?delivery-status$/.test(type));
  const recipients = statuses.flatMap(({ body }) => groupsOf(body)).filter((group) => group.has('action'));
  if (recipients.length === 0) return 'not_a_report';
  const failed = recipients.find((group) => /^failed\b/i.test(group.get('action') ?? ''));
  if (!failed) return 'not_failed';
  const diagnostic = afterType(failed.get('diagnostic-code'));
  return {
    messageIds: messageIdsOf(report, leaves),
    recipients: [...new Set(['final-recipient', 'original-recipient'].flatMap((name) => addressOf(failed.get(name))))],
    status: statusIn(failed.get('status')) ?? statusIn(diagnostic) ?? unknownStatus,
    reason: (diagnostic || firstTextOf(leaves)).slice(0, 500),
  };
}

/** Fields about the message come first, then a group for each recipient, parted by empty lines. */
const groupsOf = (body: string): ReadonlyMap<string, string>[] =>
  body
    .split(/\n(?:[ \t]*\n)+/)
    .slice(0, 100)
    .map((group) => new Map(readFields(group).map(({ name, value }) => [name, value])));

function messageIdsOf(report: Entity, leaves: readonly Entity[]): string[] {
  const returned = leaves
    .filter(({ type }) => /^(message\/(rfc822|global)|(text|message)\/(rfc822|global)-headers)$/.test(type))
    .flatMap(({ body }) => idsIn(headerOf(parseEntity(body).headers, 'message-id')));
  if (returned.length > 0) return returned;
  // A report without the letter may still say which one it answers.
  return ['in-reply-to', 'references'].flatMap((name) => idsIn(headerOf(report.headers, name)));
}

const idsIn = (text: string | null): string[] =>
  [...(text ?? '').matchAll(/<[\x21-\x3b\x3d\x3f-\x7e]{3,198}>/g)].map(([id]) => id).slice(0, 20);

/** Of `rfc822; ann@example.com` what stands behind the type. */
const afterType = (value = ''): string =>
  value
    .slice(value.indexOf(';') + 1)
    .replace(/\s+/g, ' ')
    .trim();

const addressOf = (value: string | undefined): string[] => {
  const address = afterType(value)
    .replace(/^<(.*)>$/, '$1')
    .toLowerCase();
  return address.includes('@') && address.length <= 320 ? [address] : [];
};

const statusIn = (text = ''): string | null => /(?:^|[^\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(text)?.[1] ?? null;

const firstTextOf = (leaves: readonly Entity[]): string =>
  (leaves.find(({ type }) => type === 'text/plain')?.body ?? '').slice(0, 2_000).replace(/\s+/g, ' ').trim();
