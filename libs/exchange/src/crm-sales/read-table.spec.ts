import { readTable } from './read-table';

const bytes = (text: string) => Buffer.from(text);
const columns = ['name', 'price'] as const;
const read = (content: Uint8Array) => readTable('products.csv', content, columns);

describe('reading a CSV file', () => {
  it('reads rows with the numbers a spreadsheet shows, past a byte order mark, other columns and empty lines', () => {
    expect(read(bytes('\uFEFFPrice, NAME ,note\r\n12,"a, b",x\r\n\r\n7,c,y\r\n'))).toEqual([
      { number: 2, cells: { name: 'a, b', price: '12' } },
      { number: 4, cells: { name: 'c', price: '7' } },
    ]);
  });

  it('marks a row that has not as many cells as the header', () => {
    expect(read(bytes('name,price\na\n'))).toEqual([{ number: 2, cells: null }]);
  });

  it('reads UTF-16 where the byte order mark says so', () => {
    expect(read(Buffer.from('\uFEFFname,price\n台北,1\n', 'utf16le'))).toEqual([
      { number: 2, cells: { name: '台北', price: '1' } },
    ]);
  });

  it.each<[string, Uint8Array]>([
    ['import.wrong_encoding', Buffer.concat([bytes('name,price\n'), Buffer.from([0xa5, 0x78, 0xa5, 0x5f])])],
    ['import.wrong_encoding', Buffer.from('name,price\n', 'utf16le')],
    ['import.empty_file', bytes('')],
    ['import.empty_file', bytes('\n\n')],
    ['import.wrong_delimiter', bytes('name;price\na;1\n')],
    ['import.duplicate_column', bytes('name,price,Name\na,1,b\n')],
    ['import.missing_column', bytes('name,cost\na,1\n')],
    ['import.unclosed_quote', bytes('name,price\n"a,1\nb,2\n')],
    ['import.unclosed_quote', bytes(`name,price\n"a,1\n${'b,2\n'.repeat(30_000)}`)],
    ['import.ragged_file', bytes(`name,price\n${'a\n'.repeat(1_001)}`)],
    ['import.stray_quote', bytes('name,price\na"b,1\n')],
  ])('refuses the whole file: %s', (code, content) => {
    expect(() => read(content)).toThrow(expect.objectContaining({ kind: 'invalid', code }));
  });
});
