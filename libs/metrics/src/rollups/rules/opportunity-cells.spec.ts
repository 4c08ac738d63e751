import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarOfMonths, date, dayFinder, type PlainDate } from '@tandem/kernel';
import { lastMillisecondIn } from '../../pipeline/last-millisecond';
import { cellKey, sumCells } from './add-cells';
import { measuresOf, type Cell } from './cell';
import { isInOrder } from './funnel-in-order';
import { cellsDayByDay, opportunityCells, type CellSetting } from './opportunity-cells';
import type { HistoryLine, HistoryMove, OpportunityHistory } from './opportunity-history';
import { creditedIn, keptBy, type RollupSlice } from './slices';
import { eachCount, unpackPlace } from './packed-counts';
import { eachLater } from './packed-entries';
import { spreadCells, type RollupChange } from './spread-changes';
import { standardPeriods } from './standard-periods';

const zone = 'Asia/Taipei';
const dayOf = dayFinder(zone);
const first = date('2026-02-20');

/** Five stages, two of which are one step of the buyer; the second and the fourth may be jumped over. */
const stages = ['a', 'b', 'c', 'd', 'w'].map((id, place) => ({
  id,
  mandatory: place % 2 === 0,
  probability: place * 13,
}));
const ahead = [[1, 2, 3, 4], [2, 3, 4], [3, 4], [4, 6], [], [6, 4], [4]];
const rows = [['a'], ['b'], ['c'], ['d'], ['w'], ['a', 'b'], ['c', 'd']].map((stageIds, place) => ({
  key: stageIds.join(' '),
  stageIds,
  ahead: ahead[place] ?? [],
}));
const endOf = lastMillisecondIn(zone);
const setting: CellSetting = {
  zone,
  stages,
  rows,
  dayOf,
  endOf,
  currency: 'USD',
  standardPeriods: standardPeriods({ calendar: calendarOfMonths(4), endOf }),
};

const outcomes = ['open', 'open', 'open', 'won', 'lost', 'cancelled'] as const;
const step = fc.record({
  stage: fc.constantFrom('a', 'b', 'c', 'd', 'w', 'elsewhere'),
  outcome: fc.constantFrom(...outcomes),
  /** Hours after the row before; it may have been true long before it was recorded. */
  later: fc.integer({ min: -60, max: 400 }),
  recordedLater: fc.constantFrom(0, 0, 1, 3, 40),
  owner: fc.constantFrom('amy', 'ben'),
  team: fc.constantFrom('north', 'south'),
  amount: fc.option(fc.constantFrom(100n, 250n, -5n), { freq: 5 }),
  currency: fc.constantFrom('USD', 'USD', 'EUR'),
  isInferred: fc.boolean(),
  closesOn: fc.option(fc.integer({ min: -9, max: 9 })),
  books: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const bookingLine = (id: string, move: HistoryMove): HistoryLine => ({
  id,
  recordedOn: move.recordedOn,
  bookingDate: move.closeDateTo ?? move.on,
  adjustsDate: null,
  reversesId: null,
  accountId: move.seq % 3 === 0 ? null : 'account',
  amountMinor: 700n,
  isByHand: false,
  isCredit: false,
  reportingMinor: move.currency === 'EUR' ? null : 700n,
  costMinor: move.seq % 2 === 0 ? null : 90n,
  ownerId: move.ownerToId,
  teamId: move.teamToId,
  sourceId: 'web',
  campaignId: null,
  productId: null,
});

function historyOf(steps: readonly Step[], isShuffled: boolean): OpportunityHistory {
  const moves: HistoryMove[] = [];
  const lines: HistoryLine[] = [];
  let at = Date.parse(`${first}T05:00:00Z`);
  let recordedOn: PlainDate = first;
  for (const [place, one] of steps.entries()) {
    const before = moves.at(-1);
    at += one.later * 3_600_000;
    recordedOn = addDays(recordedOn, isShuffled && place % 3 === 2 ? -one.recordedLater : one.recordedLater);
    const on = dayOf(at);
    const isClosed = one.outcome === 'won' || one.outcome === 'lost';
    const move: HistoryMove = {
      seq: place + 1,
      at: new Date(at),
      on,
      recordedOn,
      stageFromId: before?.stageToId ?? null,
      stageToId: one.stage,
      outcomeFrom: before?.outcomeTo ?? null,
      outcomeTo: one.outcome,
      closeDateTo: isClosed && one.closesOn !== null ? addDays(on, one.closesOn) : null,
      closeDate: one.closesOn === null ? null : addDays(on, one.closesOn),
      probability: one.books ? null : 35,
      ownerToId: one.owner,
      teamToId: one.team,
      isInferred: one.isInferred,
      amountMinor: one.amount,
      currency: one.currency,
      correction: null,
      correctsSeq: null,
      lineId: null,
      lineSourceId: null,
      auditId: null,
      auditSourceId: null,
    };
    const wins = one.outcome === 'won' && before?.outcomeTo !== 'won' && one.books;
    moves.push(wins ? { ...move, lineId: `line ${place}`, lineSourceId: 'web' } : move);
    if (wins) lines.push(bookingLine(`line ${place}`, move));
    const standing = lines.at(-1);
    if (standing && before?.outcomeTo === 'won' && one.outcome === 'open')
      lines.push({
        ...standing,
        id: `back ${place}`,
        recordedOn,
        bookingDate: on,
        reversesId: standing.id,
        amountMinor: -standing.amountMinor,
        reportingMinor: standing.reportingMinor === null ? null : -standing.reportingMinor,
        costMinor: standing.costMinor === null ? null : -standing.costMinor,
      });
  }
  return {
    opportunityId: 'o',
    isRenewal: steps.length % 2 === 0,
    moves,
    lines,
    restatements: lines.slice(0, steps.length % 2).map(({ id }) => ({
      lineId: id,
      revision: 1,
      recordedOn: addDays(recordedOn, 2),
      reportingMinor: 650n,
      costMinor: null,
    })),
    edits: [],
    belongings: { sourceId: 'web', campaignId: null, productId: null, segment: 'large' },
  };
}

const history = fc
  .tuple(fc.array(step, { minLength: 1, maxLength: 8 }), fc.nat(9))
  .map(([steps, dice]) => historyOf(steps, dice === 0));

const summed = (cells: readonly Cell[]): string =>
  sumCells(cellKey, [[cells, 1]])
    .map((cell) => `${cellKey(cell)} = ${Object.values(cell.measures as object).join(' ')}`)
    .toSorted()
    .join('\n');

test('a log that is followed once adds what it adds when every day is read anew, in every mode and reading', () => {
  let followed = 0;
  fc.assert(
    fc.property(history, (one) => {
      if (isInOrder(one)) followed++;
      expect(summed(opportunityCells(one, setting))).toBe(summed(cellsDayByDay(one, setting)));
    }),
    { numRuns: 800 },
  );
  expect(followed).toBeGreaterThan(400);
});

/** Sums by where they stand and by name, as text. */
type Told = Map<string, bigint>;

const month = (day: PlainDate) => `${day.slice(0, 7)}-01` as PlainDate;

function add(sums: Told, place: string, measures: object): void {
  for (const [name, value] of Object.entries(measures))
    sums.set(`${place} ${name}`, (sums.get(`${place} ${name}`) ?? 0n) + BigInt(value as number));
}

/** What cells add to every slice they are kept by, by day and by month, told one by one. */
function expectedOf(cells: readonly Cell[]): Told {
  const sums: Told = new Map();
  for (const cell of cells) {
    const { credit, day, known, measures, ...rest } = cell;
    if (cell.kind === 'waterfall') {
      const { kind, span, line, reading } = cell;
      const { count, minor } = cell.measures;
      for (const sliceKind of keptBy.waterfall.filter((slice) => isToldTo(cell, slice)))
        add(
          sums,
          `${sliceKind} ${creditedIn[sliceKind](credit)} ${span} ${day} ${textOf({ kind, span, reading })} ${known}`,
          {
            [`${line}_count`]: count,
            ...(minor === 0n ? {} : { [`${line}_minor`]: minor }),
          },
        );
      continue;
    }
    for (const sliceKind of keptBy[cell.kind])
      for (const grain of ['day', 'month']) {
        const isPlain = cell.kind === 'sales' || cell.kind === 'pipeline';
        const on = grain === 'day' ? day : month(day);
        const inGrain = grain === 'month' ? month(known) : known;
        const later = known > day ? known : 'at once';
        const since = isPlain ? inGrain : later;
        const place = `${sliceKind} ${creditedIn[sliceKind](credit)} ${grain} ${on}`;
        const beside = textOf(rest);
        if (cell.kind === 'entry') {
          add(sums, `${place} ${beside}`, measures);
          if (since !== 'at once') add(sums, `${place} ${beside} later ${since}`, measures);
        } else add(sums, `${place} ${beside} ${since}`, measures);
      }
  }
  return sums;
}

/** What only a team sees, as that it was handed on, the whole does not, and a source neither. */
const isToldTo = ({ scope }: Extract<Cell, { kind: 'waterfall' }>, slice: RollupSlice): boolean =>
  scope === 'both' || (scope === 'team') === (slice === 'team');

const dayOfNumber = (number: number): string => (number === 0 ? 'at once' : addDays(date('1970-01-01'), number));

const textOf = (beside: object): string => Object.entries(beside).map(String).toSorted().join(' ');

/** What changes of rows add, read back from what is written. */
function foundIn(changes: Iterable<RollupChange>): Told {
  const sums: Told = new Map();
  const rows = new Set<string>();
  for (const { sliceKind, slice, grain, spot, measures, packed } of changes) {
    const { day, ...rest } = spot;
    const on = `${sliceKind} ${slice} ${grain} ${day}`;
    const row = `${on} ${textOf(rest)}`;
    if (rows.has(row)) throw new Error(`${row} is told twice`);
    rows.add(row);
    const named = Object.fromEntries(measures.map((measure, at) => [measuresOf[spot.kind][at], measure]));
    if (spot.kind === 'sales' || spot.kind === 'pipeline' || spot.kind === 'waterfall') {
      const { known, ...beside } = rest as Omit<typeof spot, 'day'>;
      add(sums, `${on} ${textOf(beside)} ${known}`, named);
    } else if (spot.kind === 'entry') {
      add(sums, row, named);
      eachLater(packed ?? none, (known, more) => add(sums, `${row} later ${dayOfNumber(known)}`, more));
    } else {
      const { kind } = spot;
      eachCount(packed ?? none, (place, count) => {
        const { reading, modes, to, length, known } = unpackPlace(place);
        const beside = kind === 'stay' ? { row: spot.row, hours: length } : { from: spot.row, to, elapsedDays: length };
        const measure = kind === 'stay' ? { stays: count } : { converted: count };
        add(sums, `${on} ${textOf({ kind, ...beside, modes, reading })} ${dayOfNumber(known)}`, measure);
      });
    }
  }
  return sums;
}

const none = Buffer.alloc(0);

const something = (sums: Told): string =>
  [...sums]
    .filter(([, value]) => value !== 0n)
    .map(String)
    .toSorted()
    .join('\n');

test('cells change exactly the rows of every slice they are kept by, by day and by month', () => {
  fc.assert(
    fc.property(fc.array(history, { minLength: 1, maxLength: 5 }), (histories) => {
      const cells = histories.flatMap((one) => opportunityCells(one, setting));
      expect(something(foundIn(spreadCells(cells)))).toBe(something(expectedOf(cells)));
    }),
    { numRuns: 60 },
  );
});
