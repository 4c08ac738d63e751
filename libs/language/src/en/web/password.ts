/** English texts of the screens: one's own password. */
export const password = {
  title: 'Change password',
  lead: 'You stay signed in here and are signed out everywhere else.',
  present: 'Password you have now',
  next: 'New password',
  rule: 'At least {{count}} characters',
  done: 'Your password was changed.',
} as const;
