import { date } from '@tandem/kernel';
import type { PipelineRow } from './map-row';
import { traceHistory } from './trace-history';

const exportedOn = date('2017-12-31');
const row = (change: Partial<PipelineRow>): PipelineRow => ({
  externalId: 'Z063',
  agent: 'Mei Lin',
  product: 'GTX Pro',
  account: null,
  stage: 'won',
  engagedOn: date('2016-10-25'),
  closedOn: date('2017-03-11'),
  amountMinor: 1n,
  repairs: [],
  gaps: [],
  ...change,
});
const told = (change: Partial<PipelineRow>) =>
  traceHistory(row(change), exportedOn).map(({ stage, outcome, on, precision }) => [stage, outcome, on, precision]);

describe('the history an export knows', () => {
  it('engages and wins', () => {
    expect(told({})).toEqual([
      ['define_needs', 'open', '2016-10-25', 'day'],
      ['implement', 'won', '2017-03-11', 'day'],
    ]);
  });

  it('loses in the stage it was in', () => {
    expect(told({ stage: 'lost' })[1]).toEqual(['define_needs', 'lost', '2017-03-11', 'day']);
  });

  it('wins in one move when nobody knows when it began', () => {
    expect(told({ engagedOn: null })).toEqual([['implement', 'won', '2017-03-11', 'day']]);
  });

  it('places one without any date on the day of the export, and calls that inferred', () => {
    expect(told({ stage: 'prospecting', engagedOn: null, closedOn: null })).toEqual([
      ['prospect', 'open', '2017-12-31', 'inferred'],
    ]);
  });
});
