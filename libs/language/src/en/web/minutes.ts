/** English texts of the screens: what a meeting came to. */
export const minutes = {
  title: 'Minutes',
  nothing: 'Nothing was decided and no action was agreed.',
  action: 'Action',
  parked: 'Parked',
  comesBack: 'Comes back on the next agenda',
  to_one: 'They go to {{count}} member, in their language.',
  to_other: 'They go to {{count}} members of both sides, each in their language.',
  send: 'Send minutes',
  closeAndSend: 'Close and send minutes',
  really_one: 'Really send to {{count}} member?',
  really_other: 'Really send to {{count}} members?',
  sent_one: 'Minutes sent {{at}} to {{count}} member.',
  sent_other: 'Minutes sent {{at}} to {{count}} members.',
  before: 'What was changed since is not in them.',
} as const;
