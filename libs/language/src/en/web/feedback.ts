/** English texts of the screens: what the two sides say of each other. */
export const feedback = {
  title: 'Feedback',
  lead: 'Sales rates the leads it is handed, marketing rates what becomes of them. Both sides read both.',
  onlyRead: 'You work on neither side, so there is nothing for you to rate. What both sides say stands here.',
  ask: { lead_quality: 'How good are the leads?', follow_up: 'How good is the follow-up?' },
  subject: {
    label: 'What are you rating?',
    week: 'This week as a whole',
    rated: 'you gave {{score}}',
    unnamed: 'A hand-off would tell whose it was, so without your name you rate the week.',
  },
  score: {
    label: 'Your score',
    '1': 'Poor',
    '2': 'Weak',
    '3': 'Fair',
    '4': 'Good',
    '5': 'Very good',
    missing: 'Choose a score from 1 to 5.',
  },
  comment: 'What would have to be different?',
  unnamed: 'Send without my name',
  stored: {
    named:
      'Stored: your name, your score and your words. Everybody sees your name beside your words at once; your score counts in the average only. You can take it back until the week is over.',
    unnamed_one:
      'Stored: your side, the week, your score and your words, and neither who you are nor when. So nobody can take it back or tell if somebody speaks twice; your side may do it {{count}} time a week. Your words appear and your score counts once the week is over, if three or more of your side’s answers in it have no name; with fewer, both are kept back.',
    unnamed_other:
      'Stored: your side, the week, your score and your words, and neither who you are nor when. So nobody can take it back or tell if somebody speaks twice; your side may do it {{count}} times a week. Your words appear and your score counts once the week is over, if three or more of your side’s answers in it have no name; with fewer, both are kept back.',
    tooFew_one:
      'Not offered without your name: your side has {{count}} person, and below {{least}} a missing name hides nobody.',
    tooFew_other:
      'Not offered without your name: your side has {{count}} people, and below {{least}} a missing name hides nobody.',
    full_one: 'Not offered without your name any more this week: your side has done it {{count}} time.',
    full_other:
      'Not offered without your name any more this week: your side has done it as often as it has people ({{count}}).',
  },
  send: 'Send',
  sent: 'Sent with your name',
  sentUnnamed: 'Sent without your name. It appears once the week is over, if three or more of its answers have none.',
  takenBack: 'Taken back',
  takeBack: 'Take back',
  said: 'You gave {{score}} of 5.',
  quoted: '“{{words}}”',
  saidBefore: 'Its week is over, so it stays.',
  weeks: 'Week by week',
  week: 'Week of',
  thisWeek: 'This week',
  column: { lead_quality: 'Leads, rated by sales', follow_up: 'Follow-up, rated by marketing' },
  answers_one: '{{count}} answer',
  answers_other: '{{count}} answers',
  keptBack_one: '{{count}} without a name is kept back, because there are fewer than three',
  keptBack_other: '{{count}} without a name are kept back, because there are fewer than three',
  untold: {
    nobody: 'n/a, because nobody answered',
    too_few: 'too few to show',
    week_not_over: 'shown when the week is over',
  },
  rule: 'An average is shown from three answers on and once its week is over: earlier it would tell what single people said. Answers without a name count, and their words appear, from three such answers in a week on: fewer would be known by who did sign.',
  words: 'In their words',
  noWords: 'Nobody has written anything yet.',
  nobodyNamed: 'Without a name',
  ofWeek: 'week of {{day}}',
  otherTeam: 'a hand-off of other teams',
} as const;
