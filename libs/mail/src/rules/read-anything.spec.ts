import fc from 'fast-check';
import { hostileText, slowOn } from '../../../../test/fuzz/hostile-text';
import { readBounce } from './read-bounce';
import { readEnding } from './read-ending';
import { readMime } from './read-mime';

const mail = [
  'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--\r\n',
  'Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n',
  'Reporting-MTA: dns; a\r\n\r\nFinal-Recipient: rfc822; a@b\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 no\r\n',
  'Subject: =?utf-8?Q?=E5?= =?utf-8?Q?=AE=89?=\r\n\r\n',
  'Content-Transfer-Encoding: quoted-printable\r\n\r\n=E5=AE=\r\n=ZZ',
  'Content-Transfer-Encoding: base64\r\n\r\n5a6J',
  'Content-Type: multipart/alternative; boundary=',
  'Message-ID: <a@b>\r\n',
  '--b\r\n',
  '\r\n\r\n',
];
const lines = ['220 x', '250-x\r\n250 y', '354 go on', '354-', '550 5.1.1 no', '421', ''];

describe('whatever a mail server says', () => {
  it('is read back from a message', async () => {
    const read = (text: string) => readMime(Buffer.from(text));
    fc.assert(
      fc.property(hostileText(...mail), (text) => void read(text)),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void readMime(bytes)),
      { numRuns: 500 },
    );
    expect(await slowOn(read, mail)).toEqual([]);
  });

  it('is a bounce or none', async () => {
    fc.assert(
      fc.property(hostileText(...mail), (text) => void readBounce(text)),
      { numRuns: 500 },
    );
    expect(await slowOn(readBounce, mail)).toEqual([]);
  });

  it('is one sighting of an SMTP conversation, which never believes in a delivery that was refused', async () => {
    const word = hostileText('RCPT TO', 'DATA', 'CONN', 'EMESSAGE', 'ECONNECTION');
    const error = fc.record({
      message: hostileText(...lines),
      responseCode: fc.constantFrom(250, 354, 421, 550, 0, -1, 999),
      command: word,
      code: word,
    });
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.option(error, { nil: undefined }),
        hostileText(...lines),
        (handedOver, failure, response) => {
          const seen = readEnding(failure ? { error: failure } : { response }, handedOver);
          expect(seen.accepted === null).toBe(failure !== undefined);
          expect(seen.handedOver).toBe(handedOver);
          expect(seen.detail.length).toBeLessThanOrEqual(1_000);
        },
      ),
      { numRuns: 500 },
    );
    expect(await slowOn((text) => readEnding({ error: { message: text, command: text } }, true), lines)).toEqual([]);
  });
});
