/** A question that organisations answer differently: the definitions there are, and the one that holds until somebody chooses. */
interface Rivals {
  readonly definitions: readonly string[];
  readonly usual: string;
  /** Where the choice is kept; the hand-off contract holds its own, dated by its revisions. */
  readonly keptBy: 'choice' | 'contract';
}

export const purposes = {
  headline_win_rate: { definitions: ['broad', 'narrow', 'qualified', 'created'], usual: 'broad', keptBy: 'choice' },
  new_customer: { definitions: ['first_order', 'connected_new', 'win_back'], usual: 'first_order', keptBy: 'contract' },
  conversion: { definitions: ['ordered', 'strict', 'any'], usual: 'ordered', keptBy: 'choice' },
  attribution: {
    definitions: ['first', 'last', 'linear', 'u_shaped', 'w_shaped', 'time_decay'],
    usual: 'first',
    keptBy: 'choice',
  },
  credited_revenue: { definitions: ['sourced', 'influenced'], usual: 'sourced', keptBy: 'choice' },
  deal_size: { definitions: ['mean', 'median'], usual: 'mean', keptBy: 'choice' },
} as const satisfies Record<string, Rivals>;

export type Purpose = keyof typeof purposes;

export const purposeNames = Object.keys(purposes) as Purpose[];

export const definitionsOf = (purpose: Purpose): readonly string[] => purposes[purpose].definitions;
