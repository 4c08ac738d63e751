/** English texts: figures beside those of the scoreboard that targets stand on. */
export const goals = {
  name: {
    win_rate_narrow: 'Win rate, narrow',
    win_rate_qualified: 'Win rate of qualified opportunities',
    win_rate_created: 'Win rate by creation',
    average_deal_size: 'Average deal size',
    cycle_median: 'Median cycle in days',
    hand_off_compliance: 'Hand-offs answered in time',
    acquisition_cost: 'Acquisition cost of a customer',
    new_pipeline: 'New pipeline',
    coverage_start: 'Coverage at the start',
    coverage_to_go: 'Coverage to go',
    slippage_share: 'Share that slipped',
  },
  note: {
    no_cases: 'There is no case in this period.',
    quota_met: 'The quota is booked already, so there is nothing left to cover.',
  },
} as const;
