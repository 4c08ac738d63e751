import { knownNames } from './find-name';
import { mapRow, type PipelineCells } from './map-row';

const lists = {
  agents: knownNames(['Mei Lin']),
  products: knownNames(['GTX Pro']),
  accounts: knownNames(['Cancity']),
  currency: 'USD',
};
const won: PipelineCells = {
  opportunity_id: 'Z063',
  sales_agent: 'Mei Lin',
  product: 'GTXPro',
  account: 'Cancity',
  deal_stage: 'Won',
  engage_date: '2016-10-25',
  close_date: '2017-03-11',
  close_value: '4514',
};
const mapped = (change: Partial<PipelineCells>) => mapRow({ ...won, ...change }, lists);

describe('understanding a line of the pipeline', () => {
  it('reads a won one and reports the product it repaired', () => {
    expect(mapped({})).toEqual({
      externalId: 'Z063',
      agent: 'Mei Lin',
      product: 'GTX Pro',
      account: 'Cancity',
      stage: 'won',
      engagedOn: '2016-10-25',
      closedOn: '2017-03-11',
      amountMinor: 451_400n,
      repairs: [{ column: 'product', from: 'GTXPro', to: 'GTX Pro' }],
      gaps: [],
    });
  });

  it('keeps one without account and without any date, and says so', () => {
    const line = mapped({ deal_stage: 'Prospecting', account: '', engage_date: '', close_date: '', close_value: '' });
    expect(line).toMatchObject({
      account: null,
      engagedOn: null,
      closedOn: null,
      amountMinor: null,
      gaps: ['no_account', 'no_date'],
    });
  });

  it('does not take the 0 of a lost one for what it was worth', () => {
    expect(mapped({ deal_stage: 'Lost', close_value: '0' })).toMatchObject({ stage: 'lost', amountMinor: null });
  });

  it('keeps a won one of which only the close is known', () => {
    expect(mapped({ engage_date: '' })).toMatchObject({ gaps: ['no_engage_date'] });
  });

  it.each<[string, Partial<PipelineCells>]>([
    ['import.id_missing', { opportunity_id: ' ' }],
    ['import.unknown_stage', { deal_stage: 'Maybe' }],
    ['import.unknown_sales_agent', { sales_agent: 'Nobody' }],
    ['import.unknown_product', { product: 'GTX Max' }],
    ['import.unknown_account', { account: 'Nowhere' }],
    ['import.date_unreadable', { close_date: '2017-02-30' }],
    ['import.amount_unreadable', { close_value: '1,2,3' }],
    ['import.close_date_missing', { close_date: '' }],
    ['import.closed_before_engaged', { close_date: '2016-10-24' }],
    ['import.won_without_amount', { close_value: '' }],
  ])('refuses with %s', (code, change) => {
    expect(mapped(change)).toMatchObject({ refused: true, code });
  });
});
