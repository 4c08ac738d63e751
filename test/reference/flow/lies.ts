import type { History, MoveRow } from '../history/history';

const eachMove =
  (lie: (move: MoveRow) => Partial<MoveRow>) =>
  ({ moves }: Pick<History, 'moves'>) => ({ moves: moves.map((move) => ({ ...move, ...lie(move) })) });

const hourMs = 3_600_000;

const lies: readonly (readonly [string, (history: History) => Partial<History>, string])[] = [
  [
    'a move is worth more than it was',
    eachMove(({ amountToMinor }) => ({ amountToMinor: amountToMinor && amountToMinor + 1n })),
    '/metrics/matrix',
  ],
  [
    'a step is forgotten by throughput',
    ({ moves }) => ({ moves: moves.filter(({ seq }) => seq !== 2) }),
    '/metrics/throughput',
  ],
  [
    'everything happened a day earlier',
    eachMove(({ at, seq }) => (seq > 1 ? { at: new Date(at.getTime() - 26 * hourMs) } : {})),
    '/metrics/stays',
  ],
  [
    'everything was created earlier',
    eachMove(({ at, seq }) => (seq === 1 ? { at: new Date(at.getTime() - 50 * hourMs) } : {})),
    '/metrics/cycle',
  ],
  [
    'nothing is stale',
    ({ stages }) => ({ stages: stages.map((stage) => ({ ...stage, staleDays: 5_000 })) }),
    '/metrics/stale',
  ],
  [
    'what was lost was cancelled',
    eachMove(({ outcomeTo }) => (outcomeTo === 'lost' ? { outcomeTo: 'cancelled' } : {})),
    '/metrics/win-rates',
  ],
  [
    'a win is booked for more',
    ({ bookings }) => ({
      bookings: bookings.map((line) => ({
        ...line,
        reportingAmountMinor: line.reportingAmountMinor && line.reportingAmountMinor + 100n,
      })),
    }),
    '/metrics/deal-size',
  ],
  [
    'offers were answered later',
    ({ handOffs, moves }) => ({
      ...eachMove(() => ({ actorId: null }))({ moves }),
      handOffs: handOffs.map((row) => ({
        ...row,
        answeredAt: row.answeredAt && new Date(row.answeredAt.getTime() + 24 * hourMs),
      })),
    }),
    '/metrics/hand-offs',
  ],
];

/** What a product could get wrong of flow, each with the question that finds it out. */
export const liesAboutFlow = lies.map(([what, lie, whom]) => [what, whom, lie] as const);
