/** English texts: moves between stages, times, win rates and hand-offs as figures. */
export const flow = {
  throughput: { name: 'Throughput' },
  variant: {
    broad: { name: 'Win rate, broad', formula: 'Won ÷ (won + lost) among opportunities closed in the period' },
    narrow: {
      name: 'Win rate, narrow',
      formula: 'Won ÷ opportunities that left the last open stage in the period, won, lost or stepped back',
    },
    qualified: {
      name: 'Win rate, qualified only',
      formula: 'Won ÷ (won + lost) among those closed in the period that had entered a stage of sales',
    },
    created: {
      name: 'Win rate, by creation',
      formula: 'Won so far ÷ (won + lost + still running) among opportunities created in the period',
    },
  },
  kind: {
    created: 'Created',
    forward: 'Forward',
    regression: 'Step back',
    win: 'Won',
    loss: 'Lost',
    cancellation: 'Cancelled',
    reopening: 'Reopened',
    after_win: 'After the win',
  },
  note: {
    no_cases: 'There is no such case in this period.',
    no_value: 'No case of this period has an amount to divide by.',
    rest_without_value: 'None of the {{count}} that were not won has an amount, so there is nothing to compare with.',
    no_closings: 'Nothing was closed as won in this period, so there is nothing to divide by.',
    nothing_due: 'No offer that was due in this period is decided.',
    nothing_entered: 'Nothing entered the row below the line in this period.',
    too_few_winners: 'Only {{count}} won opportunities have been in this stage: too few to learn a threshold from.',
  },
  none: { campaign: 'No campaign', segment: 'No segment', product: 'No product' },
} as const;
