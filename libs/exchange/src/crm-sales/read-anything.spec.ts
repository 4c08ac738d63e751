import { isRefusal, Problem } from '@tandem/kernel';
import fc from 'fast-check';
import { hostileText, slowOn } from '../../../../test/fuzz/hostile-text';
import { findName } from '../rules/find-name';
import { mapAccount, mapAgent, mapProduct } from '../rules/map-lists';
import { mapRow } from '../rules/map-row';
import { readAmount } from '../rules/read-amount';
import { readDay } from '../rules/read-day';
import { readWrittenAmount } from '../rules/read-written-amount';
import { readWrittenDay } from '../rules/read-written-day';
import { suggestStage } from '../rules/suggest-stage';
import { readTable, type TableRow } from './read-table';

const columns = ['account', 'amount'] as const;
type Row = TableRow<(typeof columns)[number]>;
const file = [
  'account,amount\nAcme,12.50\n',
  'account;amount\n',
  '"account","amount"\r\n"A ""B"" C",1\r\n',
  'amount\taccount',
  '\ufeffaccount,amount',
  '"',
  '""',
  ',',
  '\n',
  '\r',
  'account,account',
];

async function rowsOf(content: Uint8Array): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const some of readTable('x.csv', content, columns)) rows.push(...some);
  return rows;
}

/** Refused as a whole, or read row by row; nothing else may come of it. */
async function read(content: Uint8Array): Promise<'refused' | number> {
  try {
    return (await rowsOf(content)).length;
  } catch (error) {
    if (error instanceof Problem && error.kind === 'invalid') return 'refused';
    throw error;
  }
}

describe('whatever stands in a file', () => {
  it('is read or refused as text', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText(...file), async (text) => void (await read(Buffer.from(text)))),
      { numRuns: 500 },
    );
  });

  it('is read or refused as bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => void (await read(bytes))),
      { numRuns: 500 },
    );
    const marked = fc.tuple(
      fc.constantFrom([0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf]),
      fc.uint8Array({ maxLength: 99 }),
    );
    await fc.assert(
      fc.asyncProperty(marked, async ([mark, bytes]) => void (await read(Uint8Array.from([...mark, ...bytes])))),
    );
  });

  it('has as many rows as were written, whatever the cells hold', async () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 20 })
      .filter((text) => !text.includes('\0') && text.isWellFormed());
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
        const text = ['account,amount', ...rows.map((cells) => cells.map(quoted).join(','))].join('\n');
        const seen = (await rowsOf(Buffer.from(text))).map(({ cells }) => [cells?.account, cells?.amount]);
        expect(seen).toEqual(rows);
      }),
    );
  });

  it('takes no longer than 200 ms for fifty kilobytes, for a thousand ragged lines are looked at', async () => {
    expect(await slowOn((text) => read(Buffer.from(`account,amount\n${text}`)), file, 200)).toEqual([]);
  });
});

describe('whatever stands in a cell', () => {
  const names = { exact: new Set(['GTX Pro']), folded: new Map([['gtxpro', ['GTX Pro']]]) };
  const lists = { agents: names, products: names, accounts: names, currency: 'USD' };
  const cell = hostileText('GTX Pro', 'Won', 'Engaging', '2017-05-31', '1234.50', '-1', 'A100');
  const readers = (text: string): unknown[] => [
    readAmount(text, 'close_value', 'TWD'),
    readDay(text, 'close_date'),
    readWrittenDay(text, 'dmy'),
    readWrittenAmount(text),
    suggestStage(text, []),
    findName(text, names, 'product'),
    mapAccount({ account: text, sector: text, office_location: text, employees: text, subsidiary_of: text }),
    mapProduct({ product: text, series: text, sales_price: text }, 'USD'),
    mapAgent({ sales_agent: text, manager: text, regional_office: text }),
  ];

  it('is understood or refused with a code', () => {
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 8, maxLength: 8 }),
        ([a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = '']) => {
          const row = mapRow(
            {
              opportunity_id: a,
              sales_agent: b,
              product: c,
              account: d,
              deal_stage: e,
              engage_date: f,
              close_date: g,
              close_value: h,
            },
            lists,
          );
          for (const understood of [row, ...readers(a)])
            expect(isRefusal(understood) ? understood.code : 'import.understood').toMatch(/^import\.[a-z_]+$/);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('takes no longer than 50 ms for fifty kilobytes', async () => {
    expect(await slowOn(readers, ['GTX Pro', '2017-05-31', '1234.50'])).toEqual([]);
  });
});
