import { fraction, wilson } from '../exact';
import { count, netOf, share, type Figure } from './answer';

/** Won ÷ (won + lost); under 30 cases with its interval. */
export const winRate: Figure = {
  key: 'win_rate',
  of: (book) => {
    const [won, lost] = [netOf(book, 'won'), netOf(book, 'lost')];
    const parts = { won: count(won), lost: count(lost) };
    const cases = won + lost;
    if (cases <= 0 || won < 0 || lost < 0) return { value: null, unavailable: 'nothing_closed', parts };
    const value = share(fraction(BigInt(won), BigInt(cases)));
    return cases < 30 ? { value, parts, notes: ['few_cases'], interval: wilson(won, cases) } : { value, parts };
  },
};
