import { arrangeRow } from './arrange-row';
import { listFields, type ListField } from './suggest-columns';

const columns = Object.fromEntries(listFields.map((field) => [field, field])) as Record<ListField, string | null>;
const matched = {
  dateOrder: 'dmy' as const,
  columns,
  stages: [
    { written: 'Proposal made', to: 'propose' },
    { written: 'Closed won', to: 'won' },
    { written: 'Closed lost', to: 'lost' },
    { written: 'Test', to: 'leave_out' },
  ],
};
const row: Partial<Record<ListField, string>> = {
  id: '17',
  name: ' Renewal ',
  owner: 'Ann Lee',
  account: '(No value)',
  stage: 'Proposal made',
  amount: 'NT$1,200.00',
  created: '5/1/2026',
  stageSince: '2026-02-01 09:00',
  close: '31/12/2026',
};
const arranged = (change: typeof row = {}, other: Partial<typeof matched> = {}) =>
  arrangeRow((field) => ({ ...row, ...change })[field] ?? '', { ...matched, ...other });

describe('a row of a list as a line of the pipeline', () => {
  it('is open in the stage that was matched, with its days and amount read', () => {
    expect(arranged()).toMatchObject({
      opportunity_id: '17',
      name: 'Renewal',
      account: '',
      deal_stage: 'Open',
      stage_key: 'propose',
      created_date: '2026-01-05',
      stage_date: '2026-02-01',
      expected_date: '2026-12-31',
      close_date: '',
      close_value: '1200',
    });
  });

  it('is closed by its stage', () => {
    expect(arranged({ stage: 'Closed won' })).toMatchObject({
      deal_stage: 'Won',
      stage_key: '',
      close_date: '2026-12-31',
      expected_date: '',
    });
  });

  it('is closed by its status where the stage stays open, and keeps the stage it was in', () => {
    expect(arranged({ status: 'Lost' })).toMatchObject({
      deal_stage: 'Lost',
      stage_key: 'propose',
      close_date: '2026-12-31',
    });
    expect(arranged({ status: 'Open' })).toMatchObject({ deal_stage: 'Open' });
  });

  it('keeps what it cannot read, for the refusal to show', () => {
    expect(arranged({ stage: 'Limbo', close: '12/31/2026', amount: 'a lot' })).toMatchObject({
      deal_stage: 'Limbo',
      stage_key: '',
      expected_date: '12/31/2026',
      close_value: 'a lot',
    });
    expect(arranged({ stage: 'Test', status: 'won' })).toMatchObject({ deal_stage: 'Test', stage_key: 'leave_out' });
  });

  it('is known by its name and customer where no column identifies it', () => {
    const unnamed = { columns: { ...columns, id: null } };
    expect(arranged({ account: 'Acme' }, unnamed).opportunity_id).toBe('Renewal · Acme');
  });
});
