/** English texts of the tour that shows a newcomer around; they come with it alone. */
export const tour = {
  label: 'Tour',
  at: '{{step}} of {{steps}}',
  next: 'Next',
  back: 'Back',
  end: 'End the tour',
  done: 'Done',
  steps: {
    work: {
      title: 'Your work begins here',
      rep: 'My day lists whom to call next, what is late, and what marketing hands over. The board beside it shows every opportunity by stage.',
      others:
        'The board shows every opportunity from the first contact on: marketing and sales on one road. My day lists what waits for you.',
    },
    search: {
      title: 'Find anything, go anywhere',
      text: 'Opportunities, customers, people, pages and actions: {{keys}} opens the search from everywhere.',
    },
    handOffs: {
      title: 'Where marketing and sales meet',
      text: 'A hand-off is offered, then accepted or rejected with a reason, against a clock both sides agreed on. The number says how many wait.',
    },
    figures: {
      title: 'No number without its meaning',
      text: 'The icon beside a figure opens its definition and the alternatives. The number itself opens the records behind it.',
    },
    meetings: {
      title: 'Thirty minutes a week, together',
      text: 'The agenda is written from the numbers. Each item closes with a decision, or with an action that somebody owns.',
    },
    keys: {
      title: 'Language, colours and keys',
      text: 'Your account holds them, and this tour once more. The key ? shows every shortcut.',
    },
  },
} as const;
