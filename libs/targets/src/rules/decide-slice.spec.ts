import { expect, test } from '@jest/globals';
import { goalFigureOf, type GoalKey } from '@tandem/metrics';
import { decideSlice } from './decide-slice';

test.each<[GoalKey, string, string | null, string | null]>([
  ['net_revenue', 'team', 'one', null],
  ['net_revenue', 'source', null, null],
  ['net_revenue', 'campaign', 'one', 'target.slice_not_asked'],
  ['win_rate_narrow', 'segment', 'Retail', null],
  ['win_rate_narrow', 'segment', '', 'target.slice_empty'],
  ['acquisition_cost', 'person', 'one', 'target.slice_not_asked'],
  ['coverage_start', 'source', 'one', 'target.slice_not_asked'],
  ['coverage_start', 'person', 'one', null],
])('a target of %s on %s %p is refused as %p', (key, kind, id, refused) => {
  const decided = decideSlice({ kind, id }, goalFigureOf(key));
  expect('code' in decided ? decided.code : null).toBe(refused);
});
