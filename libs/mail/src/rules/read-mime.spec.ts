import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { composeMime, markAsCopy } from '../compose-mime';
import { readMime } from './read-mime';

const envelope = {
  from: { name: 'Tandem 週會', address: 'tandem@example.com' },
  to: { name: '王小明', address: 'wang@example.com' },
  messageId: '<agenda.1@example.com>',
  listHost: 'example.com',
  date: new Date('2026-03-02T08:00:00Z'),
};
const content = {
  subject: '業務行銷週會 2026-W10:12 個待決事項,請先閱讀以下議程並準備各自負責的行動',
  html: '<p style="color:#111">漏斗 = 100 % &amp; more</p>',
  text: 'Funnel\r\n漏斗 = 100 %\r\n.dot\r\n',
  list: 'weekly',
  calendar: 'BEGIN:VCALENDAR\r\nSUMMARY:週會\r\nEND:VCALENDAR\r\n',
};

describe('a message read back', () => {
  it('gives every part as it was written', async () => {
    const read = readMime(await composeMime(content, envelope));
    expect(read.html).toBe(content.html);
    expect(read.text?.trimEnd()).toBe(content.text.trimEnd());
    expect(read.calendar?.trimEnd()).toBe(content.calendar.trimEnd());
    const header = (name: string) =>
      read.headers.find((found) => found.name.toLowerCase() === name.toLowerCase())?.value;
    expect(header('Subject')).toBe(content.subject);
    expect(header('To')).toBe('王小明 <wang@example.com>');
    expect(header('List-Id')).toBe('<weekly.example.com>');
    expect(header('Message-ID')).toBe('<agenda.1@example.com>');
    expect(header('X-Agenda-Attempt')).toBeUndefined();
  });

  it('keeps the space at the end of a folded line', async () => {
    const html = `<p style="margin: 0">${'Answer every hand-off of last week '.repeat(30)}</p>`;
    expect(readMime(await composeMime({ ...content, html }, envelope)).html).toBe(html);
  });

  it('says which try it is when it may be the second copy', async () => {
    const read = readMime(markAsCopy(await composeMime({ ...content, calendar: null }, envelope), 2));
    expect(read.headers).toContainEqual({ name: 'X-Agenda-Attempt', value: '2' });
    expect(read.calendar).toBeNull();
  });

  it('agrees with a full mail parser on any text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({
          unit: fc.constantFrom('a', ' ', '=', '漏', '斗', '😀', '?', '_', 'é', ':'),
          minLength: 1,
          maxLength: 200,
        }),
        async (words) => {
          const mime = await composeMime({ ...content, subject: `x${words}x`, html: `<p>${words}</p>` }, envelope);
          const full = await simpleParser(mime);
          const read = readMime(mime);
          expect(read.html).toBe(full.html);
          expect(read.headers.find(({ name }) => name === 'Subject')?.value).toBe(full.subject);
        },
      ),
      { numRuns: 60 },
    );
  });
});
