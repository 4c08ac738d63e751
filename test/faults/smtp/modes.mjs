// The ways in which a mail server goes wrong, and what each leaves open.
// `open` modes are those in which the server may hold a letter without ever having said so: there, and only there, one more
// copy may come, if the letter says that it may have come twice.

export const modes = [
  { name: 'refuse', says: 'nobody listens for a while' },
  { name: 'hang-greeting', says: 'it takes the connection and says nothing' },
  { name: 'drop-at-data', says: 'it hangs up when the letter is announced' },
  { name: 'drop-mid-body', says: 'it hangs up in the middle of the letter', open: true },
  { name: 'drop-after-dot', says: 'it takes the letter and hangs up without a word', open: true },
  { name: 'hang-after-dot', says: 'it takes the letter and never says so', open: true },
  { name: 'refuse-three-times', says: 'it refuses for now (4xx) three times, in different places' },
  { name: 'refuse-for-good', says: 'it refuses every second letter for good (5xx), and us as the sender at first' },
  { name: 'refuse-some', says: 'it refuses some of the attendees (550) and takes the letters of the others' },
  { name: 'slow', says: 'it answers a byte at a time, some letters slower than a conversation may last', open: true },
  { name: 'bad-certificate', says: 'nobody vouches for its certificate, until somebody does', tls: true },
  {
    name: 'killed-after-250',
    says: 'the worker dies between the answer of the server and its own commit',
    open: true,
    failPoint: true,
  },
];

/** What the server does in one conversation; `tries` counts those about the same attendee, this one included. */
export function faultOf(mode, { to = '', tries = 1, conversations = 0, letters = 0 }) {
  const place = Number(/\d+/.exec(to)?.[0] ?? 0);
  const first = tries === 1;
  switch (mode) {
    case 'hang-greeting':
      return { at: 'greeting', does: conversations <= letters ? 'hang' : 'go on' };
    case 'drop-at-data':
      return { at: 'data', does: first ? 'drop' : 'go on' };
    case 'drop-mid-body':
      return { at: 'body', does: first ? 'drop' : 'go on' };
    case 'drop-after-dot':
      return { at: 'dot', does: first ? 'drop' : 'go on' };
    case 'hang-after-dot':
      return { at: 'dot', does: first ? 'hang' : 'go on' };
    case 'refuse-three-times':
      return { at: ['recipient', 'data', 'dot'][(tries + place) % 3], does: tries <= 3 ? '451 not now' : 'go on' };
    case 'refuse-for-good':
      return {
        at: ['recipient', 'dot'][(place / 2) % 2] ?? 'never',
        does: place % 2 === 0 ? '552 not this letter' : 'go on',
      };
    case 'refuse-some':
      return { at: 'recipient', does: place % 5 === 0 ? '550 nobody of that name' : 'go on' };
    default:
      return { at: 'never', does: 'go on' };
  }
}

/** Whether the server never takes letters to this attendee. */
export const isRefused = (mode, to) => faultOf(mode, { to, tries: 99 }).does.startsWith('55');
