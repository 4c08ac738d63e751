import { refusal } from '@tandem/kernel';
import { emptyReport, withRefusal, withRow } from './tally';

describe('the report of an import', () => {
  const repair = { column: 'product', from: 'GTXPro', to: 'GTX Pro' };
  let report = withRow(emptyReport, 'a.csv', { fate: 'created', repairs: [repair], gaps: ['no_account'] });
  report = withRow(report, 'a.csv', { fate: 'unchanged', repairs: [repair] });
  report = withRefusal(report, 'b.csv', 7, refusal('import.unknown_stage', 'No such stage.'));

  it('counts every row once, by file and in all', () => {
    expect(report.files).toEqual([
      { name: 'a.csv', read: 2, created: 1, updated: 0, unchanged: 1, repaired: 2, refused: 0 },
      { name: 'b.csv', read: 1, created: 0, updated: 0, unchanged: 0, repaired: 0, refused: 1 },
    ]);
    expect(report.total).toEqual({ read: 3, created: 1, updated: 0, unchanged: 1, repaired: 2, refused: 1 });
  });

  it('says how much of their past the rows bring', () => {
    const told = (['bothEnds', 'snapshot', 'bothEnds'] as const).reduce(
      (before, history) => withRow(before, 'a.csv', { fate: 'created', history }),
      emptyReport,
    );
    expect(told.history).toEqual({ full: 0, bothEnds: 2, oneEnd: 0, snapshot: 1 });
  });

  it('says how many rows each repair and each gap touched', () => {
    expect(report.repairs).toEqual([{ file: 'a.csv', ...repair, rows: 2 }]);
    expect(report.gaps).toEqual([{ file: 'a.csv', code: 'no_account', rows: 1 }]);
  });

  it('names refused rows by number and reason', () => {
    expect(report.refusals).toEqual([
      { file: 'b.csv', row: 7, code: 'import.unknown_stage', detail: 'No such stage.', facts: {} },
    ]);
  });
});
