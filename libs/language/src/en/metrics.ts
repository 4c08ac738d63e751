/** English texts: the cards of figures that have no other text, their edge cases, and rival definitions. */
export const metrics = {
  figure: {
    pace: {
      name: 'Pace',
      formula: 'Attainment of the target ÷ share of the period’s working days that are gone',
      explanation:
        'Exactly 1 is on pace. Only for figures that grow with the days of the period; a ratio or an average has none.',
    },
    funnel_entries: {
      name: 'Entries into a stage',
      formula: 'Opportunities whose first entry into the stage lies in the period',
      explanation:
        'Each opportunity enters a stage once, however often it comes back. Beside the count stands what they are worth.',
    },
    funnel_conversion: {
      name: 'Conversion',
      formula:
        'Of the opportunities that entered a stage in the period, the share that entered the next within the window of their own entry',
      explanation:
        'The dates select entries only. Only opportunities whose window is over count; how many are still running is said beside it.',
    },
    worst_leak: {
      name: 'Worst leak',
      formula:
        'Of those whose window ended in the period, the share that went on to the next stage, against the same of the four periods before',
      explanation:
        'The worst is where the most went missing: (rate before − rate) × those decided. A fall beyond chance goes before one that may be chance.',
    },
    pipeline_waterfall: {
      name: 'Pipeline waterfall',
      formula:
        'Start + new + pulled in + reopened + increased − decreased − pushed out − lost − won − removed ± owner change ± exchange rates = end',
      explanation: 'How open pipeline went from the start of the period to its end, to the minor unit.',
    },
    open_pipeline: {
      name: 'Open pipeline',
      formula: 'Σ amount of the opportunities open at the end of a day',
      explanation: 'Day by day, week by week or month by month; beside it the count, and the amount × probability.',
    },
    pipeline_slippage: {
      name: 'Slippage',
      formula: 'Still open at the end of the period ÷ open at its start with a close date in it',
      explanation: 'By count and by value at the start, with the month each was put off to.',
    },
    coverage_at_start: {
      name: 'Coverage at the start',
      formula: 'Pipeline open at the start and closing in the period ÷ quota of the period',
      explanation: 'How many times over the quota stood in the pipeline when the period began.',
    },
    coverage_to_go: {
      name: 'Coverage to go',
      formula: 'Open pipeline closing in the period ÷ (quota − what is booked)',
      explanation: 'How many times over what is left of the quota stands in the pipeline now.',
    },
    attributed_revenue: {
      name: 'Attributed revenue',
      formula: 'Net revenue shared out among the touches before it, by a model',
      explanation: 'Allocation, not causation. Two models stand side by side, each line is shared out to exactly 100%.',
    },
    sourced_revenue: {
      name: 'Sourced revenue',
      formula: 'Net revenue by the one source of each opportunity',
      explanation: 'Adds up to net revenue.',
    },
    influenced_revenue: {
      name: 'Influenced revenue',
      formula: 'Net revenue of the opportunities that a source touched',
      explanation:
        'Says how far a source reaches. What nothing touched is in none of it. Never added to sourced revenue, nor over sources.',
    },
    revenue_mix: {
      name: 'Mix',
      formula: 'Net revenue and gross profit by product, segment, team, person or booking type',
      explanation: 'All rows add up to the whole; the shares add up to exactly 1.',
    },
    future_product_share: {
      name: 'Share of future products',
      formula: 'Net revenue of future products ÷ net revenue',
      explanation: 'How much of today’s revenue the products of tomorrow bring.',
    },
    revenue_variance: {
      name: 'Variance',
      explanation: 'Why a period brought less or more than planned: by driver and by stage, never by person.',
    },
    source_yield: {
      name: 'Pipeline per cost',
      formula:
        'Amount of the opportunities of a source that came to sales in the period ÷ expense of the period that names the source',
      explanation:
        'Leads are created, the others enter their stage in the period; they are not one cohort. Cost each is expense ÷ those that came to sales.',
    },
    acquisition_cost: {
      name: 'Customer acquisition cost',
      formula: 'Expense of sales and marketing in the period ÷ new customers in the period',
      explanation:
        'What a new customer cost both sides together. Who became new twice in the period counts once, with the first time. Lower is better.',
    },
  },
  edge: {
    zero_denominator: 'Nothing to divide by is not available with its reason, never 0.',
    few_cases: 'Fewer than 30 cases carry a 95% Wilson interval; only a difference beyond it is called a change.',
    partial_total: 'What has no exchange rate is left out, and the total is called partial with how many.',
    frozen_rate: 'A booking keeps the exchange rate of its own day.',
    plan_rate: 'What is open is valued at one rate for the whole period.',
    refunds_negative: 'Refunds and credits are negative on the day they are granted.',
    may_be_negative: 'More taken back than booked gives a negative figure.',
    quota_missing: 'Without a quota, or with one of 0, it is not available.',
    quota_prorated: 'Who joins or leaves within the period carries the share of its working days.',
    over_assigned: 'The sum of a team’s people stands beside its quota and shows over-assignment.',
    quota_by_team: 'Quotas are set for teams and people; narrowed in another way it is not available.',
    quota_met: 'A quota that is booked already is met; nothing is left to cover.',
    free_pilots: 'Pilots at zero price make no customer.',
    same_day_orders: 'Two orders of one customer on one day are one new customer.',
    fully_reversed: 'An order that was taken back wholly does not count.',
    reopened_win: 'Won, reopened and won again within the period counts once.',
    renewals_apart: 'Renewals are counted apart.',
    close_date_decides: 'The close date decides, a calendar date that no time zone shifts.',
    import_counts_when_true: 'Imported history counts when it was true, not when it was imported.',
    cancelled_outside: 'Cancelled opportunities are outside.',
    cost_unknown: 'Lines of unknown cost leave both sides; cost coverage stands beside it, indicative under 80%.',
    ratio_of_sums: 'A ratio of sums, never a mean of ratios; the median stands beside it.',
    expense_unknown: 'Expense that nobody recorded is unknown, not 0.',
    customers_overlap: 'A customer of two slices counts in both, so slices need not add up.',
    undated_apart: 'What nobody knows the day of is said apart and counted nowhere else.',
    skipped_stage_implied:
      'A mandatory stage that was skipped counts as entered at the same instant, marked as implied.',
    window_running: 'Those whose time is not over yet are said apart.',
    window_learned: 'A window nobody set is the 90th percentile of past winners.',
    window_over:
      'Only those count whose window ended in the period, so that all of them are decided, whenever they entered.',
    four_before: 'The four periods before count together, so that a busy one weighs more than a quiet one.',
    enough_to_tell: 'A step with fewer than 10 decided cases, then or now, is never called the worst.',
    steps_back: 'A step back does not undo a first entry; it counts as a regression.',
    not_multiplied: 'Rates of stages are never multiplied together.',
    all_visits: 'All visits to a stage are added up; completed and open stays stand apart.',
    threshold_learned: 'A threshold nobody set is twice the median stay of won opportunities, if there are enough.',
    still_running: 'As long as the period runs, it holds what has happened by now.',
    working_time: 'Only the receiver’s working time counts.',
    once_breached: 'Once breached stays breached.',
    rejection_is_answer: 'A rejection in time is met.',
    human_touch: 'Only a person’s touch counts; an import is none.',
    one_bucket:
      'Each opportunity stands in one bucket: removed, owner change, won or lost, pushed or pulled, new or reopened.',
    change_split_out: 'A change of the amount is split out first, so that what is won equals the bookings.',
    overdue_left_out: 'What should have closed already is left out and listed.',
    probability_order: 'The rep’s own probability comes first, then what the stage teaches, then what it was set to.',
    probability_set: 'The rep’s own probability comes first, else what the stage was set to; only a forecast learns.',
    each_rounded: 'Each opportunity is rounded by itself, so that the records add up.',
    independent_draws: 'Each opportunity is drawn by itself; that all share one economy is not in it.',
    no_snapshot: 'Weeks before anything was recorded have no snapshot.',
    one_source_each: 'Each opportunity has exactly one source.',
    overlaps: 'Sources overlap; their sum means nothing.',
    exactly_all: 'Every line is shared out to exactly 100% by largest remainder.',
    without_touch: 'A line without any touch stands with its own source.',
    credit_of_the_moment: 'Credit stays with the person and team of that moment, whoever moves later.',
    future_products: 'What counts as a future product is said of the product, as of the day asked for.',
    no_person: 'It is never narrowed to a person.',
  },
  purpose: {
    headline_win_rate: {
      name: 'Which win rate leads',
      broad: { name: 'Broad', meaning: 'Of everything closed in the period.' },
      narrow: { name: 'Narrow', meaning: 'Of what left the last open stage in the period.' },
      qualified: { name: 'Qualified only', meaning: 'Of what was closed and had come as far as sales.' },
      created: { name: 'By creation', meaning: 'Of what was created in the period.' },
    },
    new_customer: {
      name: 'What a new customer is',
      first_order: { name: 'First order', meaning: 'A customer who never ordered before.' },
      connected_new: {
        name: 'Connected new',
        meaning: 'The first order within an account family that already buys.',
      },
      win_back: { name: 'Won back', meaning: 'A customer who orders again after a long silence.' },
    },
    conversion: {
      name: 'How stages are entered',
      ordered: { name: 'Ordered', meaning: 'A skipped mandatory stage counts as entered, and is marked.' },
      strict: { name: 'Strict', meaning: 'Whoever jumps over a mandatory stage counts nowhere from there on.' },
      any: { name: 'Any', meaning: 'Every stage really entered counts, whatever the order.' },
    },
    attribution: {
      name: 'Which model leads',
      first: { name: 'First touch', meaning: 'All of it to the first touch.' },
      last: { name: 'Last touch', meaning: 'All of it to the last touch.' },
      linear: { name: 'Linear', meaning: 'The same to every touch.' },
      u_shaped: { name: 'U-shaped', meaning: 'Most of it to the first and the last touch.' },
      w_shaped: { name: 'W-shaped', meaning: 'Most of it to the first, the turning and the last touch.' },
      time_decay: { name: 'Time decay', meaning: 'The more, the nearer to the booking.' },
    },
    credited_revenue: {
      name: 'Which revenue a source is credited with',
      sourced: { name: 'Sourced', meaning: 'By the one source each opportunity has.' },
      influenced: { name: 'Influenced', meaning: 'By every source that touched it; overlaps.' },
    },
    deal_size: {
      name: 'Which deal size leads',
      mean: { name: 'Mean', meaning: 'The bookings ÷ the closings.' },
      median: { name: 'Median', meaning: 'The one in the middle.' },
    },
  },
} as const;
