/** English texts: what stands on an agenda and why; screens, mails and the command line word it alike. */
export const meetings = {
  comma: ', ',
  notAvailable: 'n/a',
  noFamily: 'no product',
  otherFamilies_one: 'one other family',
  otherFamilies_other: 'other families',
  ofAccount: '{{name}} ({{account}})',
  worth: ', worth {{total}}',
  worst: { days: '{{name}} (+{{over}} d)', hours: '{{name}} (+{{over}} h)' },
  standing: {
    met: 'Target met.',
    ahead: 'Ahead of pace.',
    on_track: 'On pace.',
    behind: 'Behind pace.',
    missed: 'Target missed.',
  },
  figure: {
    title: '{{name}} {{period}}: {{value}}',
    target: 'Target {{target}}.',
    attained: '{{share}} of it reached.',
    before: 'The period before: {{previous}}.',
  },
  carried_one: 'Carried over once.',
  carried_other: 'Carried over {{count}} times.',
  carriedTooOften: 'Carried over {{count}} times: do it, drop it or escalate.',
  measure: { value: '“{{figure}}”', pace: 'the pace of “{{figure}}”' },
  section: {
    actions: 'What we agreed',
    number: 'The number',
    leaks: 'Leaks in the funnel',
    major: 'Major opportunities',
    problems: 'Open problems',
    voices: 'Voices from the field',
    money: 'Product mix and money',
    new: 'New items',
  },
  item: {
    action_due: {
      title: '{{title}} ({{owner}})',
      why: 'Due {{due}}.',
      whyLate_one: 'Was due {{due}}, one day before this meeting.',
      whyLate_other: 'Was due {{due}}, {{count}} days before this meeting.',
    },
    action_done: {
      title: 'Done: {{title}} ({{owner}})',
      why: 'Done since the last meeting.',
      effect_better: 'Done. Since then {{figure}} improved from {{before}} to {{now}}.',
      effect_worse: 'Done. Since then {{figure}} worsened from {{before}} to {{now}}.',
      effect_same: 'Done. Since then {{figure}} has stayed at {{before}}.',
    },
    action_dropped: { title: 'Dropped: {{title}} ({{owner}})', why: 'Dropped since the last meeting.' },
    the_number: { why: 'The number both sides committed to.' },
    figure: { why: 'A figure sales and marketing share.' },
    leak: {
      title: '{{from}} → {{to}}: {{rate}}',
      why: 'Conversion fell {{points}} points from {{previous}} to {{rate}} ({{converted}} of {{mature}}), beyond chance; the threshold is {{threshold}} points.',
    },
    weakest_step: {
      title: '{{from}} → {{to}}: {{rate}}',
      why: 'No step leaks more than before. This one loses most: {{lost}} of {{mature}} did not go on.',
    },
    largest: {
      why: 'No. {{rank}} of the open opportunities; the {{threshold}} largest are always here. {{stage}}, {{owner}}.',
      moved: 'Was {{before}} at the last meeting.',
      close: 'Expected to close {{close}}.',
    },
    moved_most: {
      why: 'Went from {{before}} to {{amount}} since the last meeting; the {{threshold}} largest changes are here. {{stage}}, {{owner}}.',
      whyFirst:
        'Got its first amount, {{amount}}, since the last meeting; the {{threshold}} largest changes are here. {{stage}}, {{owner}}.',
      whyGone:
        'Its amount of {{before}} was taken away since the last meeting; the {{threshold}} largest changes are here. {{stage}}, {{owner}}.',
    },
    hand_off_overdue: {
      title: 'Hand-off unanswered: {{title}}',
      why: '{{from}} offered it to {{to}}; the contract asked for an answer by {{due}}, {{shown}} h ago.',
    },
    hand_off_overdue_of_team: {
      title_one: '{{team}}: {{shown}} hand-off unanswered',
      title_other: '{{team}}: {{shown}} hand-offs unanswered',
      why: 'Past the time to answer that the contract gives. Longest: {{list}}.',
    },
    slipped: {
      title: 'Slipped: {{title}}',
      why: 'Still open {{shown}} d after its close date {{close}}. {{stage}}, {{owner}}.',
    },
    slipped_of_team: {
      title_one: '{{team}}: {{shown}} slipped opportunity',
      title_other: '{{team}}: {{shown}} slipped opportunities',
      why: 'Still open after their close date. Longest: {{list}}.',
    },
    stalled: {
      title: 'Stalled: {{title}}',
      why: '{{shown}} d in {{stage}}; the threshold of this stage is {{threshold}} d. {{owner}}.',
    },
    stalled_of_team: {
      title_one: '{{team}}: {{shown}} stalled opportunity',
      title_other: '{{team}}: {{shown}} stalled opportunities',
      why: 'Longer in their stage than its threshold. Furthest beyond: {{list}}.',
    },
    no_next_step: {
      title: 'No next step: {{title}}',
      why: 'Nobody has written down what happens next. {{stage}}, {{owner}}.',
      whyPassed: 'Its next step was planned for {{step}} and has passed. {{stage}}, {{owner}}.',
    },
    no_next_step_of_team: {
      title_one: '{{team}}: {{shown}} opportunity without a next step',
      title_other: '{{team}}: {{shown}} opportunities without a next step',
      why: 'No next step, or its date has passed. Longest in their stage: {{list}}.',
    },
    feedback: {
      title: 'Leads: {{leads}}; follow-up: {{followUp}}',
      of: '{{average}} of 5',
      few: 'too few answers to show',
      why: 'What sales and marketing said of each other in the week from {{week}}. Answers: sales {{sales}}, marketing {{marketing}}.',
    },
    mix: { title: 'Sold in {{period}}: {{list}}', why: 'Shares of the bookings so far, by product family.' },
    purse: {
      title: 'Spent in {{period}}: sales {{sales}}, marketing {{marketing}}',
      why: 'One purse: what both departments spent so far.',
    },
    note: { why: 'Added by a member.' },
  },
} as const;
