import { known, unavailable } from '../answer';
import { ofClosing } from '../contribution';
import type { Kpi } from '../kpi';
import { asCount, asRatio, note } from '../rules/figure-value';
import { fewCases, wilsonInterval } from '../rules/wilson-interval';

/**
 * Win rate (broad): won ÷ (won + lost) among opportunities closed in the period. Unit: ratio.
 * Renewals count like any other; cancelled ones are outside. Nothing closed is n/a; fewer than 30 cases carry a Wilson
 * 95 % interval.
 * Source: the log of moves.
 */
export const winRate: Kpi = {
  key: 'win_rate',
  unit: 'ratio',
  betterWhen: 'higher',
  isAdditive: false,
  summed: ['won', 'lost'],
  definition: () => 'broad',
  compute({ sales: { won, lost } }) {
    const parts = [
      { key: 'won', value: asCount(won) },
      { key: 'lost', value: asCount(lost) },
    ];
    const cases = won + lost;
    if (cases <= 0 || won < 0 || lost < 0) return unavailable(note('nothing_closed'), { parts });
    const isFew = cases < fewCases;
    return known(asRatio(BigInt(won), BigInt(cases)), {
      parts,
      notes: isFew ? [note('few_cases', { count: cases })] : [],
      interval: isFew ? wilsonInterval(won, cases) : null,
    });
  },
  contributions: ({ closings }) => closings.map((closing) => ofClosing(closing.outcome, closing)),
};
