/** English texts of the screens: how opportunities moved from stage to stage. */
export const moves = {
  title: 'Moves between stages',
  count: 'Count the moves of {{period}}',
  empty: 'Nothing moved in this period.',
  from: 'From',
  to: 'To',
  all: 'All',
  created: 'Created',
  way: '{{from}} → {{to}}',
  outOf: 'All out of {{place}}',
  into: 'All into {{place}}',
  every: 'All moves',
  worth: 'worth {{value}}',
  skips: 'Jumped over a mandatory stage',
  undated_one: 'One move that was found out in this period is left out, because nobody knows its day.',
  undated_other: '{{shown}} moves that were found out in this period are left out, because nobody knows their day.',
} as const;
