import type { History, MoveRow } from './history/history';

const movedBy =
  (change: (move: MoveRow) => Partial<MoveRow>) =>
  ({ moves }: History): Partial<History> => ({ moves: moves.map((move) => ({ ...move, ...change(move) })) });

const worthMore = ({ amountToMinor }: MoveRow): Partial<MoveRow> => ({
  amountToMinor: amountToMinor && amountToMinor + 1n,
});

const quotasAnother = ({ quotas }: History): Partial<History> => ({
  quotas: quotas.map((quota) => ({ ...quota, amountMinor: quota.amountMinor + 1n })),
});

const bookedMore = ({ bookings }: History): Partial<History> => ({
  bookings: bookings.map((line) => ({
    ...line,
    reportingAmountMinor: line.reportingAmountMinor && line.reportingAmountMinor + 1n,
  })),
});

/** What a product could get wrong, as if the history were another one; each with the question that finds it out. */
export const lies: readonly (readonly [string, string, (history: History) => Partial<History>])[] = [
  ['a line of money is left out', 'scoreboard', ({ bookings }) => ({ bookings: bookings.slice(1) })],
  [
    'a closing is dated another day',
    'scoreboard',
    movedBy(({ closeDateTo }) => ({ closeDateTo: closeDateTo && '2026-08-01' })),
  ],
  ['a step of the funnel is forgotten', 'funnel', ({ moves }) => ({ moves: moves.filter(({ seq }) => seq !== 2) })],
  ['expense is told twice', 'scoreboard', ({ expenses }) => ({ expenses: [...expenses, ...expenses] })],
  ['a quota is another one', 'scoreboard', quotasAnother],
  ['a quota is another one', 'coverage', quotasAnother],
  ['what is open is worth a little more', '/metrics/waterfall?', movedBy(worthMore)],
  ['what is open is worth a little more', '/metrics/waterfall/records', movedBy(worthMore)],
  ['what is open is worth a little more', '/metrics/pipeline', movedBy(worthMore)],
  ['what is open is worth a little more', '/metrics/coverage', movedBy(worthMore)],
  ['a win booked a little more', '/metrics/waterfall?', bookedMore],
  [
    'a rate is another one',
    '/metrics/pipeline',
    ({ rates }) => ({ rates: rates.map((rate) => ({ ...rate, rate: '1.7' })) }),
  ],
  [
    'what was due is put off',
    '/metrics/slippage',
    movedBy(({ outcomeTo }) => (outcomeTo === 'open' ? { closeDateTo: '2027-09-01' } : {})),
  ],
  ['all of it is likelier', '/metrics/forecast?', movedBy(() => ({ probabilityTo: 97 }))],
  [
    'the rep calls it a promise',
    '/metrics/forecast?',
    ({ opportunities }) => ({ opportunities: opportunities.map((row) => ({ ...row, forecastCategory: 'commit' })) }),
  ],
  ['a snapshot is lost', '/metrics/forecast/accuracy', ({ snapshots }) => ({ snapshots: snapshots.slice(1) })],
  ['a snapshot knew better', '/metrics/forecast/accuracy', movedBy(worthMore)],
];
