/** English texts: moves between stages, times, win rates and hand-offs as figures. */
export const flow = {
  definition: {
    matrix: {
      name: 'Moves between stages',
      formula: 'Moves of the period by where they came from and where they led to',
      explanation:
        'A place is a stage, or lost or cancelled. A skip jumps over a mandatory stage, a step back leads to an earlier one. Each move is worth what the opportunity was worth after it, at the plan rate of the period.',
    },
    throughput: {
      name: 'Throughput',
      formula: 'Entries into one stage in the period ÷ entries into another in the period',
      explanation:
        'Not a conversion: those that entered the one need not be those that entered the other, and it may pass 100%.',
    },
    time_in_stage: {
      name: 'Time in stage',
      formula: 'All visits to a stage together, of the opportunities that left it in the period',
      explanation: 'Median, 75th and 90th percentile in days; beside them the age of those that are open there.',
    },
    cycle: {
      name: 'Cycle',
      formula: 'Days from the creation to the close date, of the opportunities won in the period',
      explanation:
        'Whole days; median, 75th and 90th percentile. What nobody knows the creation of is said and not counted.',
    },
    stale: {
      name: 'Stale',
      formula: 'Open longer in its stage than the threshold of the stage',
      explanation:
        'The threshold is what was set; else twice the median stay of won opportunities in that stage, if there are enough of them.',
    },
    win_rate_narrow: {
      name: 'Win rate, narrow',
      formula: 'Won ÷ opportunities that left the last open stage in the period',
      explanation:
        'Each by its last departure: won, against lost or stepped back. What never came so far is in neither number.',
    },
    win_rate_qualified: {
      name: 'Win rate, qualified only',
      formula: 'Won ÷ (won + lost) among those closed in the period that had entered a stage of sales',
      explanation: 'Leaves out what was lost before the hand-off.',
    },
    win_rate_created: {
      name: 'Win rate, by creation',
      formula: 'Won so far ÷ (won + lost + still running) among opportunities created in the period',
      explanation: 'Rises as long as some are running, so how many are is said beside it.',
    },
    deal_size: {
      name: 'Average deal size',
      formula: 'Won positive new-business bookings ÷ closings',
      explanation:
        'At the rates frozen on their days; the opportunity in the middle stands beside it. Credits and adjustments are outside, renewals are no closings.',
    },
    hand_off_compliance: {
      name: 'Hand-off compliance',
      formula: 'Met ÷ (met + breached) of the offers due in the period',
      explanation:
        'Met is what was accepted, rejected or touched before it was due in the receiver’s working time. Once breached stays breached. Running ones are said beside.',
    },
    hand_off_response: {
      name: 'Response time',
      formula: 'Working minutes of the receiver from the offer until it was accepted, rejected or touched',
      explanation: 'Nights, weekends and holidays of the receiver do not count.',
    },
    speed_to_lead: {
      name: 'Speed to lead',
      formula: 'Minutes from the creation of an opportunity until a person first moved it or answered its hand-off',
      explanation: 'By day and by night. What an import writes is no touch.',
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
