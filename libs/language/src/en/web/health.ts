/** English texts of the screens: the red line that says what is off. */
export const health = {
  line: {
    broken_one: 'The records contradict each other: one rule does not hold.',
    broken_other: 'The records contradict each other: {{count}} rules do not hold.',
    failed: 'The last verification of the records could not be done.',
    overdue: 'The records have not been verified since {{at}}.',
    silent: 'No worker has shown itself since {{at}}: agendas and mails are waiting.',
    behind_one: 'Figures are behind: one change has waited to be counted in for too long, although a worker lives.',
    behind_other: 'Figures are behind: {{count}} changes wait to be counted in, although a worker lives.',
    look: 'Look at it',
  },
} as const;
