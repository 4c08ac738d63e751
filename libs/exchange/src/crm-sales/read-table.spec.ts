import { readTable, type TableRow } from './read-table';

const bytes = (text: string) => Buffer.from(text);
const columns = ['name', 'price'] as const;
type Row = TableRow<(typeof columns)[number]>;

async function read(content: Uint8Array): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const some of readTable('products.csv', content, columns)) rows.push(...some);
  return rows;
}

describe('reading a CSV file', () => {
  it('reads rows with the numbers a spreadsheet shows, past a byte order mark, other columns and empty lines', async () => {
    expect(await read(bytes('\uFEFFPrice, NAME ,note\r\n12,"a, b",x\r\n\r\n7,c,y\r\n'))).toEqual([
      { number: 2, cells: { name: 'a, b', price: '12' } },
      { number: 4, cells: { name: 'c', price: '7' } },
    ]);
  });

  it('marks a row that has not as many cells as the header', async () => {
    expect(await read(bytes('name,price\na\n'))).toEqual([{ number: 2, cells: null }]);
  });

  it('reads UTF-16 where the byte order mark says so', async () => {
    expect(await read(Buffer.from('\uFEFFname,price\n台北,1\n', 'utf16le'))).toEqual([
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
  ])('refuses the whole file: %s', async (code, content) => {
    await expect(read(content)).rejects.toThrow(expect.objectContaining({ kind: 'invalid', code }));
  });

  it('reads a file as it is, wherever it is cut into slices: within a character, a quoted cell, or the end of a line', async () => {
    const cells = Array.from({ length: 20_000 }, (_, place) => `台"北\r\n${'x'.repeat(place % 7)}${place}`);
    const lines = cells.map((cell, place) => `"${cell.replaceAll('"', '""')}",${place}\r\n`);
    const rows = await read(bytes(`name,price\r\n${lines.join('')}`));
    expect(rows.map((row) => row.cells?.name)).toEqual(cells);
  });

  it('finds a fault far down, and a character that the end cuts off', async () => {
    const sound = 'name,price\n' + 'a,1\n'.repeat(50_000);
    const refused = (code: string) => expect.objectContaining({ kind: 'invalid', code });
    await expect(read(bytes(`${sound}a"b,1\n`))).rejects.toThrow(refused('import.stray_quote'));
    await expect(read(bytes(`${sound}"a,1\n`))).rejects.toThrow(refused('import.unclosed_quote'));
    const cutOff = Buffer.concat([bytes(sound), bytes('北').subarray(0, 2)]);
    await expect(read(cutOff)).rejects.toThrow(refused('import.wrong_encoding'));
  });

  it('gives everybody else a turn after each slice, and holds no more of the rows than one slice has', async () => {
    const content = bytes('name,price\n' + `${'a'.repeat(98)},1\n`.repeat(40_000));
    let turns = 0;
    let sinceTurn = 0;
    let most = 0;
    const another = () => {
      turns += 1;
      sinceTurn = 0;
      waiting = setImmediate(another);
    };
    let waiting = setImmediate(another);
    for await (const some of readTable('products.csv', content, columns)) {
      sinceTurn += some.length;
      most = Math.max(most, sinceTurn);
    }
    clearImmediate(waiting);
    expect(turns).toBeGreaterThan(50);
    expect(most).toBeLessThan(2_000);
  });
});
