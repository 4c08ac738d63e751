/** English texts: mails. */
export const mail = {
  agenda: {
    subject_one: '{{series}}, {{day}}: {{count}} point to decide, {{inAll}}',
    subject_other: '{{series}}, {{day}}: {{count}} points to decide, {{inAll}}',
    inAll_one: '{{count}} item in all',
    inAll_other: '{{count}} items in all',
    subjectNothing: '{{series}}, {{day}}: nothing to decide this week',
    greeting: 'Hello {{name}},',
    intro: 'this is the agenda of the next meeting, written from the figures as they stood {{at}}.',
    when: '{{weekday}}, {{day}}, {{from}} to {{until}} ({{zone}})',
    chair: 'Chair: {{name}}',
    nothing:
      'There is nothing to decide this week: no action is due, no step leaks, no problem is open. The chair may call the meeting off.',
    own_one: 'You owe {{count}} action',
    own_other: 'You owe {{count}} actions',
    ownNone: 'You owe nothing.',
    due: 'due {{due}}',
    overdue: 'overdue since {{due}}',
    more_one: 'and one more on the page',
    more_other: 'and {{count}} more on the page',
    open: 'Open the meeting',
    openAt: 'Open the meeting: {{url}}',
    ownAction: '{{title}} ({{due}})',
    footer: 'You get this mail because you are a member of “{{series}}”. It was sent by Tandem; answers are not read.',
  },
} as const;
