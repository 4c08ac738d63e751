import { stageDatedBy } from './stage-dated-by';

describe('a column that says when a stage was entered', () => {
  it.each([
    ['Date entered "Proposal made (Sales Pipeline)"', 'Proposal made'],
    ['Date entered "Closed Won"', 'Closed Won'],
    ['hs_v2_date_entered_qualifiedtobuy', 'qualifiedtobuy'],
    ['Entered Negotiation', 'Negotiation'],
    ['進入提案階段日期', '提案'],
    ['Date entered stage', null],
    ['Close Date', null],
    ['', null],
  ])('%j dates %j', (column, stage) => {
    expect(stageDatedBy(column)).toBe(stage);
  });
});
