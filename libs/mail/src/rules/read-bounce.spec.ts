import fc from 'fast-check';
import { readBounce } from './read-bounce';

const id = '<agenda.019a0000-0000-7000-8000-000000000001@tandem.example>';

const postfix = `From: MAILER-DAEMON@mail.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: tandem@tandem.example
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="4F1C.1764000000/mail.example"

This is a MIME-encapsulated message.

--4F1C.1764000000/mail.example
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--4F1C.1764000000/mail.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example
X-Postfix-Sender: rfc822; tandem@tandem.example
Arrival-Date: Mon,  2 Mar 2026 08:00:01 +0000 (UTC)

Final-Recipient: rfc822; Wang@Example.com
Original-Recipient: rfc822;wang@example.com
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.example.com
Diagnostic-Code: smtp; 550 5.1.1 <wang@example.com>: Recipient address
    rejected: User unknown

--4F1C.1764000000/mail.example
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

Return-Path: <tandem@tandem.example>
Message-ID: ${id}
Subject: Joint meeting

--4F1C.1764000000/mail.example--
`;

const returned = (mail: string) => {
  const read = readBounce(mail);
  if (typeof read === 'string') throw new Error(read);
  return read;
};

describe('a letter that came back', () => {
  it('is known by its message id, with who was not reached and why', () => {
    expect(readBounce(postfix)).toEqual({
      messageIds: [id],
      recipients: ['wang@example.com'],
      status: '5.1.1',
      reason: '550 5.1.1 <wang@example.com>: Recipient address rejected: User unknown',
    });
  });

  it('reads the same with any line ends', () => {
    expect(readBounce(postfix.replaceAll('\n', '\r\n'))).toEqual(readBounce(postfix));
  });

  it('may be returned whole, and in parts of parts', () => {
    const whole = postfix
      .replace('Content-Type: text/rfc822-headers', 'Content-Type: message/rfc822')
      .replace('Subject: Joint meeting', 'Subject: Joint meeting\n\nthe letter <not.an@id>');
    expect(returned(whole).messageIds).toEqual([id]);
    const nested = `Content-Type: multipart/mixed; boundary=outer\n\n--outer\n${postfix}\n--outer--\n`;
    expect(returned(nested)).toEqual(returned(postfix));
  });

  it('is known by what the report answers when the letter is not returned', () => {
    const bare = postfix
      .replace(/--4F1C\.1764000000\/mail\.example\nContent-Description: Undelivered[\s\S]*?(?=--4F1C\S+--)/, '')
      .replace('MIME-Version', `In-Reply-To: ${id}\nMIME-Version`);
    expect(returned(bare)).toMatchObject({ messageIds: [id], recipients: ['wang@example.com'] });
    expect(returned(bare.replace(/In-Reply-To.*\n/, '')).messageIds).toEqual([]);
  });

  it('takes the status from the words of the server when the field is missing', () => {
    expect(returned(postfix.replace('Status: 5.1.1\n', '')).status).toBe('5.1.1');
    expect(returned(postfix.replace('Status: 5.1.1\n', '').replace('550 5.1.1 ', '550 ')).status).toBe('5.0.0');
    expect(returned(postfix.replace('Status: 5.1.1', 'Status: 4.4.7 (delivery time expired)')).status).toBe('4.4.7');
  });

  it('gives the words for people when the server said nothing', () => {
    const silent = postfix.replace(/Diagnostic-Code[\s\S]*?User unknown\n/, '');
    expect(returned(silent).reason).toBe("I'm sorry to have to inform you that your message could not be delivered.");
  });

  it('names the recipient that failed among several', () => {
    const two = postfix.replace(
      'Final-Recipient: rfc822; Wang@Example.com',
      'Final-Recipient: rfc822; ann@example.com\nAction: relayed\nStatus: 2.0.0\n\nFinal-Recipient: rfc822; Wang@Example.com',
    );
    expect(returned(two)).toEqual(returned(postfix));
  });

  it('reads a report in UTF-8 (RFC 6533) and in base64', () => {
    const status =
      'Final-Recipient: utf-8; 王@例子.tw\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 查無此人\n';
    const mail = `Content-Type: multipart/report; boundary=b

--b
Content-Type: message/global-delivery-status
Content-Transfer-Encoding: base64

${Buffer.from(`Reporting-MTA: dns; x\r\n\r\n${status}`).toString('base64')}
--b
Content-Type: message/global-headers

Message-ID: ${id}
--b--`;
    expect(readBounce(mail)).toEqual({
      messageIds: [id],
      recipients: ['王@例子.tw'],
      status: '5.1.1',
      reason: '550 查無此人',
    });
  });

  it.each(['delayed', 'delivered', 'relayed', 'expanded'])('is not what a report of something %s tells', (action) => {
    expect(readBounce(postfix.replace('Action: failed', `Action: ${action}`))).toBe('not_failed');
  });

  it.each([
    ['nothing', ''],
    ['an answer from somebody on holiday', `Subject: Away\nIn-Reply-To: ${id}\n\nBack on Monday.\n`],
    ['a letter that only speaks of one', `Subject: Fwd\n\n${postfix}`],
  ])('is not %s', (_, mail) => {
    expect(readBounce(mail)).toBe('not_a_report');
  });

  it('reads any text without failing, and quickly', () => {
    const piece = fc.constantFrom(...postfix.split(/(?<=\n)/), '--', '\n\n', ';', ':', '=', '<', '"', ' ', '=3D');
    const mangled = fc
      .array(fc.oneof(piece, fc.string({ maxLength: 20 })), { maxLength: 200 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(fc.oneof(mangled, fc.string({ unit: 'binary', maxLength: 500 })), (mail) => {
        const read = readBounce(mail);
        if (typeof read === 'string') return;
        expect(read.status).toMatch(/^[245]\.\d{1,3}\.\d{1,3}$/);
        expect(read.reason.length).toBeLessThanOrEqual(500);
        for (const messageId of read.messageIds) expect(messageId).toMatch(/^<[!-~]+>$/);
      }),
      { numRuns: 500 },
    );
    for (const long of ['\n', ' ', ':', ';', '<', '=3', '\n ', '--b\n', 'Content-Type: multipart/x; boundary='].map(
      (one) => one.repeat(50_000),
    )) {
      for (const mail of [
        long,
        `${postfix}${long}`,
        postfix.replace('5.1.1\nRemote', `5.1.1\n${long}\nRemote`),
        `Content-Type: multipart/report; boundary=b\n\n${long}`,
      ]) {
        // Of its own processor, because others may hold it up; whoever looks at every pair of places takes minutes.
        const began = process.cpuUsage();
        readBounce(mail);
        expect(process.cpuUsage(began).user).toBeLessThan(2_000_000);
      }
    }
  });
});
