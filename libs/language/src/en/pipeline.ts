/** English texts: the lines of the pipeline waterfall, and what stands beside figures about open pipeline. */
export const pipeline = {
  bucket: {
    start: 'Start',
    new: 'New',
    pulled_in: 'Pulled in',
    reopened: 'Reopened',
    increased: 'Increased',
    decreased: 'Decreased',
    pushed_out: 'Pushed out',
    lost: 'Lost',
    won: 'Won',
    removed: 'Removed',
    owner_change: 'Owner change',
    rate: 'Exchange rates',
    end: 'End',
  },
  went: { no_date: 'No close date', still_due: 'Close date still in the period' },
  note: {
    partial_pipeline: 'Partial: {{count}} opportunity(ies) have no exchange rate and are not in it.',
    without_amount: '{{count}} open opportunity(ies) have no amount yet and add nothing.',
    won_at_plan_rate: '{{count}} win(s) are valued at the plan rate, because their bookings have no exchange rate.',
    still_running: 'The period is not over: everything that is still open by now is in it.',
    nothing_due: 'Nothing that was open at the start was due in this period.',
    quota_not_by_slice: 'Quotas are set for teams and people, not for campaigns, segments or products.',
  },
} as const;
