import { refusalsCsv } from './refusals-csv';

describe('the download of refused rows', () => {
  it('quotes what needs quotes and starts as UTF-8', () => {
    const csv = refusalsCsv(
      [{ file: 'sales_pipeline.csv', row: 17, code: 'import.date_wrong', detail: 'no day "2017-02-30", sorry' }],
      ['File', 'Row', 'Code', 'Reason'],
    );
    expect(csv).toBe(
      '\uFEFFFile,Row,Code,Reason\r\nsales_pipeline.csv,17,import.date_wrong,"no day ""2017-02-30"", sorry"\r\n',
    );
  });

  it('lets no cell start a formula', () => {
    const csv = refusalsCsv([{ file: 'a.csv', row: 2, code: 'c', detail: '=HYPERLINK(1)' }], ['a', 'b', 'c', 'd']);
    expect(csv).toContain("'=HYPERLINK(1)");
  });
});
