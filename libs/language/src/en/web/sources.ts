/** English texts of the screens: which source pays. */
export const sources = {
  title: 'Which source pays',
  view: 'Show sources as',
  count: 'Count the sources of {{period}}',
  empty: 'Nothing came of any source in this period, and nothing was spent on one.',
  column: {
    leads: 'Leads',
    qualified: 'MQL %',
    accepted: 'SQL',
    won: 'Won',
    cost: 'Cost',
    costEach: 'Cost per SQL',
    pipeline: 'Pipeline',
    yield: 'Pipeline ÷ cost',
  },
  qualifiedHint: 'Entered marketing’s last stage ÷ leads, both in the period: throughput, not conversion',
  noRow: 'the funnel has no such stage',
  noLeads: 'no lead',
  none: {
    cost: 'the cost is not known',
    source: 'not the cost of one source',
    spent: 'nothing was spent',
    accepted: 'no SQL',
  },
  noneDated: 'No expense of a source is dated in this week.',
  told: '{{times}}× · {{pipeline}} for {{cost}}',
  notTold: '{{pipeline}} · n/a: {{why}}',
} as const;
