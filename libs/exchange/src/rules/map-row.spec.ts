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
      listed: null,
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

  it('keeps one of a list in the stage it was matched with, with its amount and without a product', () => {
    const line = mapped({
      name: 'Renewal',
      product: '',
      deal_stage: 'Open',
      stage_key: 'propose',
      created_date: '2016-10-01',
      engage_date: '',
      close_date: '',
    });
    expect(line).toMatchObject({
      product: null,
      stage: 'open',
      listed: { name: 'Renewal', stage: 'propose', createdOn: '2016-10-01' },
      amountMinor: 451_400n,
      gaps: [],
    });
  });

  it.each<[string, Partial<PipelineCells>]>([
    ['import.stage_left_out', { name: 'A', stage_key: 'leave_out', deal_stage: 'Test' }],
    ['import.unknown_stage', { name: 'A', stage_key: '', deal_stage: 'Open' }],
    ['import.unknown_stage', { deal_stage: 'Open' }],
    ['import.unknown_stage', { name: 'A', deal_stage: 'Prospecting' }],
    ['import.name_missing', { sales_agent: ' ' }],
    ['import.unknown_product', { product: '' }],
    ['import.closed_before_engaged', { name: 'A', created_date: '2017-04-01', engage_date: '' }],
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
