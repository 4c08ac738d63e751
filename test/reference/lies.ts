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
  [
    'contacts are of accounts alone',
    '/metrics/attribution',
    ({ touches }) => ({ touches: touches.filter((one) => one.accountId) }),
  ],
  [
    'contacts are of nobody but the opportunity',
    '/metrics/attribution',
    ({ touches }) => ({ touches: touches.filter((one) => !one.accountId) }),
  ],
  [
    'the one that came last came first',
    '/metrics/attribution',
    ({ touches }) => ({ touches: touches.map((one) => ({ ...one, at: new Date(2e12 - one.at.getTime()) })) }),
  ],
  [
    'the model in force is another one',
    '/metrics/attribution',
    ({ choices }) => ({
      choices: choices.map((one) => ({ ...one, definition: one.definition === 'linear' ? 'last' : 'linear' })),
    }),
  ],
  [
    'the future is the past',
    '/metrics/mix',
    ({ products }) => ({ products: products.map(({ id, future }) => ({ id, future: 1 - future })) }),
  ],
  [
    'a cost is unknown',
    '/metrics/mix',
    ({ bookings }) => ({ bookings: bookings.map((line) => ({ ...line, reportingCostMinor: null })) }),
  ],
  [
    'customers are all of one kind',
    '/metrics/mix',
    ({ accounts }) => ({ accounts: accounts.map((account) => ({ ...account, segment: 'Steel' })) }),
  ],
  [
    'a source brought nothing new',
    '',
    ({ bookings }) => ({ bookings: bookings.map((line) => ({ ...line, sourceId: null })) }),
  ],
  [
    'what is due was never promised',
    '',
    ({ moves }) => ({
      moves: moves.map((move) => (move.outcomeTo === 'open' ? { ...move, closeDateTo: null } : move)),
    }),
  ],
  ['the plan knew another rate', '', ({ rates }) => ({ rates: rates.map((rate) => ({ ...rate, rate: '2.5' })) })],
  [
    'a target of a part is another one',
    '',
    ({ targets }) => ({
      targets: targets.map((target) =>
        target.sliceKind === 'all' ? target : { ...target, value: String(BigInt(target.value) + 1n) },
      ),
    }),
  ],
];
