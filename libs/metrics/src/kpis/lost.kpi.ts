import { known } from '../answer';
import { ofClosing } from '../contribution';
import type { Kpi } from '../kpi';
import { asCount } from '../rules/figure-value';

/**
 * Lost: opportunities that were closed as lost in the period, net of those reopened. Unit: count; lower is better.
 * Dated by the close date. Cancelled opportunities are outside.
 * Source: the log of moves.
 */
export const lost: Kpi = {
  key: 'lost',
  unit: 'count',
  betterWhen: 'lower',
  isAdditive: true,
  summed: ['lost'],
  compute({ sales }) {
    const count = asCount(sales.lost);
    return known(count, { parts: [{ key: 'lost', value: count }] });
  },
  contributions: ({ closings }) =>
    closings.filter(({ outcome }) => outcome === 'lost').map((closing) => ofClosing('lost', closing)),
};
