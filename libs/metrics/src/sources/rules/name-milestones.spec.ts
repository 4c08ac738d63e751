import { nameMilestones } from './name-milestones';

const row = (key: string, ownerSide: 'sales' | 'marketing', buyerStep: string) => ({ key, ownerSide, buyerStep });
const engage = row('engage', 'marketing', 'brand_awareness');
const qualify = row('qualify', 'marketing', 'preference');
const prospect = row('prospect', 'sales', 'purchase_intention');
const implement = row('implement', 'sales', 'purchase');

describe('the milestones of a source', () => {
  it.each([
    [
      'both sides',
      [engage, qualify, prospect, implement],
      { qualified: 'qualify', accepted: 'prospect', won: 'implement' },
    ],
    ['sales alone', [prospect, implement], { qualified: null, accepted: 'prospect', won: 'implement' }],
    ['marketing alone', [engage, qualify], { qualified: 'qualify', accepted: null, won: null }],
    ['nobody', [], { qualified: null, accepted: null, won: null }],
  ])('lie where sides change, in a funnel of %s', (_, rows, expected) => {
    expect(nameMilestones(rows)).toEqual(expected);
  });
});
