import { markAsCopy } from './compose-mime';

describe('a letter sent once more', () => {
  const letter = Buffer.from('Message-ID: <a@b>\r\nSubject: Meeting\r\n\r\nX-Agenda-Attempt: in the text\r\n');

  it('is the same but for the header that says so', () => {
    expect(markAsCopy(letter, 2).toString()).toBe(`X-Agenda-Attempt: 2\r\n${letter.toString()}`);
  });

  it('says only the last time it was sent', () => {
    expect(markAsCopy(markAsCopy(letter, 2), 3)).toEqual(markAsCopy(letter, 3));
  });
});
