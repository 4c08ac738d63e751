import { describe, test } from '@jest/globals';
import { date, type Id } from '@tandem/kernel';
import fc from 'fast-check';
import { nextMoveRow, type MoveRow } from './next-move-row';
import type { Outcome, TrackedState } from './tracked-state';

const at = new Date('2026-11-23T09:00:00.000Z');
const happened = (version: number) => ({
  id: `m${version}` as Id<'move'>,
  opportunityId: 'o' as Id<'opportunity'>,
  version,
  at,
  recordedAt: at,
  actorId: null,
});

const state: fc.Arbitrary<TrackedState> = fc.record({
  stageId: fc.constantFrom('a', 'b', 'c') as fc.Arbitrary<Id<'stage'>>,
  outcome: fc.constantFrom<Outcome>('open', 'won', 'lost', 'cancelled'),
  amountMinor: fc.option(fc.bigInt({ min: 0n, max: 3n })),
  currency: fc.constant('USD'),
  closeDate: fc.option(fc.constantFrom(date('2026-01-31'), date('2026-02-28'))),
  ownerId: fc.constantFrom('p', 'q') as fc.Arbitrary<Id<'person'>>,
  teamId: fc.constantFrom('t', 'u') as fc.Arbitrary<Id<'team'>>,
  probability: fc.option(fc.integer({ min: 0, max: 2 })),
});

/** Writes the log of a life, as the service does: an edit the log does not follow still raises the version. */
function logOf(states: readonly TrackedState[]): MoveRow[] {
  const rows: MoveRow[] = [];
  states.forEach((after, place) => {
    const before = states[place - 1];
    const logHash = rows.at(-1)?.hash ?? Buffer.alloc(0);
    const row = nextMoveRow(before ? { ...before, lastSeq: rows.length, logHash } : null, after, happened(place + 1));
    if (row) rows.push(row);
  });
  return rows;
}

describe('the log', () => {
  test('its numbers run 1, 2, 3 without a hole and its versions only rise', () => {
    fc.assert(
      fc.property(fc.array(state, { minLength: 1, maxLength: 12 }), (states) => {
        const rows = logOf(states);
        return rows.every((row, place) => row.seq === place + 1 && row.version > (rows[place - 1]?.version ?? 0));
      }),
    );
  });

  test('each row begins where the one before ended, and the last one is the present', () => {
    fc.assert(
      fc.property(fc.array(state, { minLength: 1, maxLength: 12 }), (states) => {
        const rows = logOf(states);
        const linked = rows.slice(1).every((row, place) => {
          const before = rows[place] as MoveRow;
          return (
            row.stageFromId === before.stageToId &&
            row.outcomeFrom === before.outcomeTo &&
            row.amountFromMinor === before.amountToMinor &&
            row.closeDateFrom === before.closeDateTo &&
            row.ownerFromId === before.ownerToId &&
            row.teamFromId === before.teamToId &&
            row.probabilityFrom === before.probabilityTo
          );
        });
        const last = rows.at(-1);
        const present = states.at(-1);
        return (
          linked &&
          last?.stageToId === present?.stageId &&
          last?.amountToMinor === present?.amountMinor &&
          last?.outcomeTo === present?.outcome
        );
      }),
    );
  });

  test('the first row comes from nowhere, and nothing changed writes nothing', () => {
    fc.assert(
      fc.property(state, (one) => {
        const [first, ...others] = logOf([one, { ...one }, { ...one }]);
        return first?.stageFromId === null && first.outcomeFrom === null && others.length === 0;
      }),
    );
  });
});
