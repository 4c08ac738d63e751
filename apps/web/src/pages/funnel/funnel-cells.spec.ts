import type { FunnelSourcesWire } from '@tandem/contracts';
import { sourceCells } from './funnel-cells';

type Row = FunnelSourcesWire['rows'][number];

const usd = (amountMinor: string) => ({ amountMinor, currency: 'USD' });
const row = (over: Partial<Row>): Row => ({
  key: '1',
  slice: { kind: 'source', id: '1', name: { en: 'Fair', zhTW: null } },
  leads: 4,
  qualified: 1,
  accepted: 2,
  won: 0,
  qualifiedShare: '0.25',
  pipeline: usd('123456'),
  withoutValue: 0,
  cost: usd('-5'),
  costUnavailable: null,
  notes: [],
  costEach: usd('-3'),
  yield: null,
  ...over,
});

describe('sources as cells', () => {
  it('are bare numbers, and an unknown cost is empty', () => {
    const rows = [
      row({}),
      row({ cost: null, costEach: null, won: null, pipeline: { amountMinor: '900', currency: 'TWD' } }),
    ];
    expect(sourceCells({ rows }, ({ en }) => en)).toEqual([
      ['Fair', '4', '0.25', '2', '0', '-0.05', '-0.03', '1234.56', ''],
      ['Fair', '4', '0.25', '2', '', '', '', '900', ''],
    ]);
  });
});
