import { known } from '../answer';
import { ofClosing } from '../contribution';
import type { Kpi } from '../kpi';
import type { Facts } from '../rules/facts';
import { asCount } from '../rules/figure-value';

/**
 * Closings: opportunities that entered *won* in the period, net of reversals in it. Unit: count.
 * Dated by the close date, which no zone shifts. Won, reopened and won again within the period is 1. As restated, a win
 * that was taken back later is gone; as reported, it stays and its reversal is −1 on its own day, never before the win, and of the
 * same owner, team and source. Renewals are counted apart; credits and adjustments are no closings and undo none. Moving between
 * two won stages is no second closing.
 * Source: the log of moves.
 */
export const closings: Kpi = {
  key: 'closings',
  unit: 'count',
  betterWhen: 'higher',
  isAdditive: true,
  summed: ['closings', 'renewals'],
  compute({ sales: { won, renewals } }) {
    const net = asCount(won - renewals);
    return known(net, {
      parts: [
        { key: 'closings', value: net },
        { key: 'renewals', value: asCount(renewals) },
      ],
    });
  },
  contributions: (facts) => [
    ...wins(facts, false).map((closing) => ofClosing('closings', closing)),
    ...wins(facts, true).map((closing) => ofClosing('renewals', closing)),
  ],
};

const wins = (facts: Facts, isRenewal: boolean) =>
  facts.closings.filter((closing) => closing.outcome === 'won' && closing.isRenewal === isRenewal);
