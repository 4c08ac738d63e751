/** English texts: attribution, the mix, acquisition cost and the variance tree. */
export const credit = {
  note: {
    allocation_not_causation:
      'Attribution shares revenue out among what was recorded; it does not say what caused it. Two models stand side by side because neither is the truth.',
    influenced_overlaps:
      'Influenced revenue counts an opportunity with every source that touched it. It overlaps and is never added, neither up nor to what was sourced.',
    without_touch_one: 'No touch was recorded before {{count}} booking line: it stands with its own source.',
    without_touch_other: 'No touch was recorded before {{count}} booking lines: they stand with their own source.',
    no_new_customers: 'There was no new customer in this period, so there is nothing to divide by.',
    target_missing: 'No target for net revenue covers this period.',
    target_of_whole: 'The target is the organisation’s: compare a part of it with the period before.',
    no_profit_target: 'No target is set for gross profit: compare it with the period before.',
    nothing_reached_stage: 'On one side nothing reached this stage, so there is no share to compare.',
    nothing_won: 'On one side nothing was won, so there is no average win to compare.',
    no_plan_drivers:
      'The period before won nothing, so nothing says how many opportunities the target takes. What is missing stands undivided.',
    no_margin: 'On one side no direct cost or no revenue is known, so all of it stands with the margin.',
    cycle_unknown: 'Nothing was won in the period before, so there is no planned cycle, and nothing counts as late.',
    planned_cycle:
      'Planned cycle in days, from opening to winning: {{days}}, the median of the wins of the period before.',
    still_running: 'The period is still running: what happens in its remaining days is not in it.',
  },
  node: {
    root: 'Planned − actual',
    volume: 'Opportunities due',
    stage: 'In {{stage}}',
    slippage: 'Slipped in {{stage}}',
    speed: 'Too slow in {{stage}}',
    conversion: 'Did not go on from {{stage}}',
    size: 'Average win',
    rate: 'Exchange rates',
    other: 'Refunds, reversals and adjustments',
    coverage: 'Revenue of unknown cost',
    margin: 'Margin',
    undivided: 'Undivided',
  },
  formula: {
    root: 'What was planned − what was booked; all reasons below add up to it to the minor unit. Above 0 it is missing.',
    volume: 'Opportunities won, lost, slipped or late in the period, each at what it would have brought as planned.',
    stage: 'The sum of the reasons in this stage.',
    slippage:
      'Of the opportunities that reached the stage, the share that did not slip in it: they were open at the start with a close date in the period and still are at its end.',
    speed:
      'Of those that did not slip, the share that was decided in time. Late are those still open that would have been decided at the planned cycle.',
    conversion: 'Of those decided, the share that went on; the others were lost here. Cancelled ones are outside.',
    size: 'Won at the rates the period was planned with ÷ opportunities won.',
    rate: 'Won at the rates of the bookings − won at the rates the period was planned with.',
    other: 'All booking lines that are no win; a plan made from a target has none.',
    coverage: 'Revenue of known direct cost ÷ revenue: unknown cost leaves both sides of gross profit.',
    margin: 'Gross profit ÷ revenue of known direct cost.',
    undivided: 'What no driver explains, because there is no plan to compare it with.',
  },
  booking_type: {
    new_business: 'New business',
    expansion: 'Expansion',
    renewal: 'Renewal',
    win_back: 'Win-back',
    credit: 'Refunds and credits',
  },
  none: { product: 'No product', segment: 'No segment', booking_type: 'No booking type' },
} as const;
