import { guessEncoding } from './guess-encoding';

const bytes = (...numbers: number[]) => Uint8Array.from(numbers);

describe('how a file is written', () => {
  it('is said by its byte order mark', () => {
    expect(guessEncoding(bytes(0xff, 0xfe, 0x61, 0))).toBe('utf-16le');
    expect(guessEncoding(bytes(0xfe, 0xff, 0, 0x61))).toBe('utf-16be');
  });

  it('is UTF-8 where it can be, even cut off within a character', () => {
    expect(guessEncoding(new TextEncoder().encode('名稱,金額'))).toBe('utf-8');
    expect(guessEncoding(new TextEncoder().encode('名稱,金額').subarray(0, -1))).toBe('utf-8');
    expect(guessEncoding(bytes())).toBe('utf-8');
  });

  it('is Big5 where its pairs are everyday Chinese: 台北,商機', () => {
    expect(guessEncoding(bytes(0xa5, 0x78, 0xa5, 0x5f, 0x2c, 0xb0, 0xd3, 0xbe, 0xf7))).toBe('big5');
  });

  it('is of western Europe else: Müller, Société', () => {
    expect(
      guessEncoding(bytes(0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x2c, 0x53, 0x6f, 0x63, 0x69, 0xe9, 0x74, 0xe9)),
    ).toBe('windows-1252');
  });
});
