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
  listed: null,
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

describe('the history a list of opportunities knows', () => {
  const listed = {
    name: 'A',
    stage: 'propose',
    createdOn: date('2017-01-05'),
    stageSince: null,
    expectedOn: null,
    entries: [],
  };
  const open = { stage: 'open' as const, engagedOn: null, closedOn: null };

  it('begins where sales begins and has entered its stage on the day the list says', () => {
    expect(told({ ...open, listed: { ...listed, stageSince: date('2017-02-01') } })).toEqual([
      ['prospect', 'open', '2017-01-05', 'inferred'],
      ['propose', 'open', '2017-02-01', 'day'],
    ]);
  });

  it('stood in its stage when the list was made where no day is said', () => {
    expect(told({ ...open, listed })).toEqual([
      ['prospect', 'open', '2017-01-05', 'inferred'],
      ['propose', 'open', '2017-12-31', 'inferred'],
    ]);
    expect(told({ ...open, listed: { ...listed, createdOn: null } })).toEqual([
      ['propose', 'open', '2017-12-31', 'inferred'],
    ]);
  });

  it('is known to the day while it stands in the first stage', () => {
    expect(told({ ...open, listed: { ...listed, stage: 'prospect' } })).toEqual([
      ['prospect', 'open', '2017-01-05', 'day'],
    ]);
  });

  it('wins from where it was, and loses there', () => {
    expect(told({ stage: 'won', engagedOn: null, listed: { ...listed, stage: null } })).toEqual([
      ['prospect', 'open', '2017-01-05', 'inferred'],
      ['implement', 'won', '2017-03-11', 'day'],
    ]);
    expect(told({ stage: 'lost', engagedOn: null, listed })).toEqual([
      ['prospect', 'open', '2017-01-05', 'inferred'],
      ['propose', 'lost', '2017-03-11', 'day'],
    ]);
  });

  it('is the whole way where each stage is dated', () => {
    const entries = [
      { stage: 'define_needs', on: date('2017-01-20') },
      { stage: 'propose', on: date('2017-02-01') },
    ];
    expect(told({ ...open, listed: { ...listed, entries } })).toEqual([
      ['prospect', 'open', '2017-01-05', 'inferred'],
      ['define_needs', 'open', '2017-01-20', 'day'],
      ['propose', 'open', '2017-02-01', 'day'],
    ]);
    expect(told({ stage: 'won', engagedOn: null, listed: { ...listed, stage: null, entries } }).at(-1)).toEqual([
      'implement',
      'won',
      '2017-03-11',
      'day',
    ]);
    expect(told({ ...open, listed: { ...listed, stage: 'negotiate', entries } }).at(-1)).toEqual([
      'negotiate',
      'open',
      '2017-12-31',
      'inferred',
    ]);
  });

  it('never runs backwards, whatever the list says', () => {
    const days = told({ ...open, listed: { ...listed, stageSince: date('2016-12-01') } }).map(([, , on]) => on);
    expect(days).toEqual(['2017-01-05', '2017-01-05']);
  });
});
