import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailContent } from './mail-content';

export interface Envelope {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name: string; readonly address: string };
  readonly messageId: string;
  readonly listHost: string;
  readonly date: Date;
}

/** The message as it goes over the wire, the same for every transport. Content comes as strings only: no path, no address is ever read. */
export function composeMime(content: MailContent, envelope: Envelope): Promise<Buffer> {
  const { from, to, messageId, date } = envelope;
  const composer = new MailComposer({
    from: { ...from },
    to: { ...to },
    subject: content.subject,
    messageId,
    date,
    html: content.html,
    text: content.text,
    ...(content.calendar === null
      ? {}
      : { icalEvent: { method: 'REQUEST', filename: 'invitation.ics', content: content.calendar } }),
    headers: {
      'List-Id': `<${content.list}.${envelope.listHost}>`,
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  });
  return composer.compile().build();
}

const attemptHeader = 'X-Agenda-Attempt';

/**
 * The same letter once more, after an outcome that was left open: not a byte is different but for one header that says so,
 * because a letter with the same Message-ID must be the same letter.
 */
export function markAsCopy(mime: Buffer, attempt: number): Buffer {
  const marked = mime.subarray(0, attemptHeader.length).toString('latin1') === attemptHeader;
  const letter = marked ? mime.subarray(mime.indexOf('\r\n') + 2) : mime;
  return Buffer.concat([Buffer.from(`${attemptHeader}: ${attempt}\r\n`), letter]);
}
