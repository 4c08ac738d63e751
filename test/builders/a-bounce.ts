/** The mail with which a mail server tells that a letter could not be delivered (RFC 3464). */
export const aBounce = ({
  messageId,
  to = 'ann@example.test',
  action = 'failed',
}: {
  readonly messageId: string | null;
  readonly to?: string;
  readonly action?: string;
}): string =>
  [
    'From: MAILER-DAEMON@mail.example',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example',
    '',
    `Final-Recipient: rfc822; ${to}`,
    `Action: ${action}`,
    'Status: 5.1.1',
    `Diagnostic-Code: smtp; 550 5.1.1 <${to}>: user unknown`,
    '',
    ...(messageId === null ? [] : ['--b', 'Content-Type: text/rfc822-headers', '', `Message-ID: ${messageId}`, '']),
    '--b--',
    '',
  ].join('\r\n');
