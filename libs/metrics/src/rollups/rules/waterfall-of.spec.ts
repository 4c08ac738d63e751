import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarOfMonths, date, dayFinder, type FiscalCalendar, type PlainDate } from '@tandem/kernel';
import { anyLog, type AnyLog } from '../../../../../test/builders/any-deals';
import { lastMillisecondIn } from '../../pipeline/last-millisecond';
import { compareEnds } from '../../pipeline/rules/compare-ends';
import { worthOf } from '../../pipeline/rules/hold-pipeline';
import { waterfallBuckets, type WaterfallQuestion } from '../../pipeline/rules/move-pipeline';
import { sumWaterfall, type WaterfallSums } from '../../pipeline/rules/sum-waterfall';
import type { Reading } from '../../rules/facts';
import { cellKey, sumCells } from './add-cells';
import type { Cell, WaterfallLine } from './cell';
import { isInOrder } from './funnel-in-order';
import { cellsDayByDay, opportunityCells, type CellSetting } from './opportunity-cells';
import { knownOn, recordingDays, type HistoryMove, type OpportunityHistory } from './opportunity-history';
import { creditedIn } from './slices';
import { standardPeriods, type StandardPeriod } from './standard-periods';
import { statesOf } from './states-of';

const zone = 'UTC';
const dayOf = dayFinder(zone);
const endOf = lastMillisecondIn(zone);

const calendars: readonly FiscalCalendar[] = [
  calendarOfMonths(1),
  calendarOfMonths(4),
  { fiscalYearStart: 4, fiscalCalendar: 'weeks_445', fiscalYearRule: 'nearest', weekStart: 1 },
  { fiscalYearStart: 2, fiscalCalendar: 'weeks_544', fiscalYearRule: 'containing', weekStart: 7 },
];

const settingOf = (calendar: FiscalCalendar): CellSetting => ({
  zone,
  stages: [{ id: 'propose', mandatory: true, probability: 20 }],
  rows: [],
  dayOf,
  endOf,
  currency: 'USD',
  standardPeriods: standardPeriods({ calendar, endOf }),
});

interface Dice {
  /** Of each row, how many days after it was true it was recorded. */
  readonly late: readonly number[];
  readonly restates: boolean;
  readonly edits: boolean;
}

/** A life of a deal with the days on which each row of it was recorded, in order. */
function historyOf({ log, corrections }: AnyLog, { late, restates, edits }: Dice): OpportunityHistory {
  const moves: HistoryMove[] = [];
  for (const [place, row] of log.entries()) {
    const [before, day] = [moves.at(-1), addDays(dayOf(row.at.getTime()), late[place] ?? 0)];
    const correction = corrections.find(({ seq }) => seq === row.seq);
    moves.push({
      seq: row.seq,
      at: row.at,
      on: dayOf(row.at.getTime()),
      recordedOn: before && before.recordedOn > day ? before.recordedOn : day,
      stageFromId: before?.stageToId ?? null,
      stageToId: row.stageId,
      outcomeFrom: before?.outcomeTo ?? null,
      outcomeTo: row.outcome,
      closeDateTo: row.closeDate,
      closeDate: row.closeDate,
      probability: row.probability,
      ownerToId: row.ownerId,
      teamToId: row.teamId,
      isInferred: false,
      amountMinor: row.amountMinor,
      currency: row.currency,
      correction: correction?.correction ?? null,
      correctsSeq: correction?.correctsSeq ?? null,
      // A move to another won stage books nothing.
      lineId: row.outcome === 'won' && !isStillWon(row, before) ? `line ${row.seq}` : null,
      lineSourceId: null,
      auditId: null,
      auditSourceId: null,
    });
  }
  const lines = moves.flatMap((move, place) =>
    move.lineId === null
      ? []
      : [
          {
            id: move.lineId,
            recordedOn: move.recordedOn,
            bookingDate: move.closeDate ?? move.on,
            adjustsDate: null,
            reversesId: null,
            accountId: null,
            amountMinor: 1n,
            isByHand: false,
            isCredit: false,
            reportingMinor: log[place]?.bookedMinor ?? null,
            costMinor: null,
            ownerId: move.ownerToId,
            teamId: move.teamToId,
            sourceId: 'web',
            campaignId: null,
            productId: null,
          },
        ],
  );
  const last = moves.at(-1)?.recordedOn ?? date('2026-01-15');
  const [restated] = lines;
  return {
    opportunityId: 'o',
    isRenewal: false,
    moves,
    lines,
    restatements:
      restates && restated
        ? [{ lineId: restated.id, revision: 1, recordedOn: addDays(last, 3), reportingMinor: 77n, costMinor: null }]
        : [],
    edits: edits ? [{ auditId: 'a', recordedOn: moves[1]?.recordedOn ?? last, sourceBefore: null }] : [],
    belongings: { sourceId: 'web', campaignId: null, productId: null, segment: null },
  };
}

const isStillWon = ({ amountMinor, closeDate }: AnyLog['log'][number], before: HistoryMove | undefined): boolean =>
  before?.outcomeTo === 'won' && before.amountMinor === amountMinor && before.closeDate === closeDate;

const dice = fc.record({
  late: fc.array(fc.constantFrom(0, 0, 0, 0, 1, 9, 40), { maxLength: 14 }),
  restates: fc.integer({ min: 0, max: 4 }).map((die) => die === 0),
  edits: fc.integer({ min: 0, max: 4 }).map((die) => die === 0),
});
const anyHistory = fc.tuple(anyLog, dice).map(([log, thrown]) => historyOf(log, thrown));
const anyCalendar = fc.constantFrom(...calendars);

const summed = (cells: readonly Cell[]): string[] =>
  sumCells(cellKey, [[cells, 1]])
    .map((cell) => `${cellKey(cell)} = ${Object.values(cell.measures as object).join(' ')}`)
    .toSorted();

test('law: what is told of each period at once is what is told day by day', () => {
  let inOrder = 0;
  fc.assert(
    fc.property(anyHistory, anyCalendar, (history, calendar) => {
      const setting = settingOf(calendar);
      if (isInOrder(history)) inOrder++;
      expect(summed(opportunityCells(history, setting))).toEqual(summed(cellsDayByDay(history, setting)));
    }),
    { numRuns: 300 },
  );
  expect(inOrder).toBeGreaterThan(50);
});

const slices = [
  ['all', null],
  ['source', 'web'],
  ['source', null],
  ['team', 'north'],
  ['team', 'south'],
  ['team', 'west'],
] as const;
type Slice = (typeof slices)[number];

interface Asked {
  readonly reading: Reading;
  readonly slice: Slice;
  readonly asOf: PlainDate;
}

/** What sums of a period hold of a slice, as known by a day. */
function kept(cells: readonly Cell[], period: StandardPeriod, { reading, slice: [kind, slice], asOf }: Asked): string {
  const lines = new Map<WaterfallLine, [count: number, minor: bigint]>();
  for (const cell of cells) {
    if (cell.kind !== 'waterfall' || cell.span !== period.span || cell.day !== period.day) continue;
    if (cell.known > asOf || !['both', reading].includes(cell.reading)) continue;
    if (cell.scope !== 'both' && (cell.scope === 'team') !== (kind === 'team')) continue;
    if (creditedIn[kind](cell.credit) !== slice) continue;
    const [count, minor] = lines.get(cell.line) ?? [0, 0n];
    lines.set(cell.line, [count + cell.measures.count, minor + cell.measures.minor]);
  }
  const of = (line: WaterfallLine) => lines.get(line) ?? [0, 0n];
  return [
    ...waterfallBuckets.map((bucket) => `${bucket} ${of(bucket).join(' ')}`),
    `end unpriced ${of('end_unpriced')[0]}, won unrated ${of('won_unrated')[0]}, abroad ${of('abroad')[0]}`,
  ].join('\n');
}

const told = ({ lines, endsWithoutAmount, wonWithoutRate, withoutRate }: WaterfallSums): string =>
  [
    ...lines.map(({ bucket, count, minor }) => `${bucket} ${count} ${minor}`),
    `end unpriced ${endsWithoutAmount}, won unrated ${wonWithoutRate}, abroad ${withoutRate}`,
  ].join('\n');

/** The same by the whole log that was known by then. */
function compared(history: OpportunityHistory, period: StandardPeriod, { reading, slice: [kind, slice], asOf }: Asked) {
  const known = knownOn(history, asOf);
  const timeline = statesOf(known, reading, { endOf });
  const hasChanged = timeline.some(({ at }) => at >= period.from && at < period.until);
  if (!hasChanged || (kind === 'source' && known.belongings.sourceId !== slice)) return told(sumWaterfall([]));
  const worth: WaterfallQuestion['worth'] = (state) => worthOf(state, new Map(), 'USD');
  return told(
    sumWaterfall([
      compareEnds(
        { opportunityId: 'o', timeline },
        {
          from: period.from,
          until: period.until,
          closing: null,
          isInScope: ({ teamId }) => kind !== 'team' || teamId === slice,
          worth,
          worthAtEnd: worth,
        },
      ),
    ]),
  );
}

test('law: as known by any day behind a period, its sums are what the log says of whatever changed in it', () => {
  let moved = 0;
  fc.assert(
    fc.property(anyHistory, anyCalendar, (history, calendar) => {
      const setting = settingOf(calendar);
      const cells = opportunityCells(history, setting);
      const days = recordingDays(history);
      const behindAll = addDays(days.at(-1) ?? date('2026-01-15'), 400);
      const periods = new Set(history.moves.flatMap(({ on }) => setting.standardPeriods(on)));
      for (const period of periods)
        for (const day of [...days, behindAll])
          for (const slice of slices)
            for (const reading of ['restated', 'reported'] as const) {
              const asked = { reading, slice, asOf: day > period.last ? day : period.last };
              const held = kept(cells, period, asked);
              if (/(won|owner_change) [1-9]/.test(held)) moved++;
              expect(held).toBe(compared(history, period, asked));
            }
    }),
    { numRuns: 60 },
  );
  expect(moved).toBeGreaterThan(500);
});
