import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailContent } from './mail-content';

export interface Envelope {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name: string; readonly address: string };
  readonly messageId: string;
  readonly listHost: string;
  readonly date: Date;
  /** 1 for the first try; a try after an open outcome says so, so that a receiver with both knows why. */
  readonly attempt: number;
  readonly maybeDuplicate: boolean;
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
      ...(envelope.maybeDuplicate ? { 'X-Agenda-Attempt': String(envelope.attempt) } : {}),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  });
  return composer.compile().build();
}
