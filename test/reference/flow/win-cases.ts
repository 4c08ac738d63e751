import { inOrder } from '../exact';
import type { MoveRow } from '../history/history';
import { logsOf, readLog } from '../history/read-log';
import { decisionsOf } from './decisions';
import { findMoves } from './find-moves';
import { isIn, type Setting } from './setting';
import type { Whose } from './case';

export const variants = ['broad', 'narrow', 'qualified', 'created'] as const;
export type Variant = (typeof variants)[number];

/** What became of something that a win rate looks at, what it was worth then, and whose it was. */
export interface WinCase {
  readonly variant: Variant;
  readonly fate: 'won' | 'lost' | 'running' | 'outside';
  readonly sign: 1 | -1;
  readonly minor: bigint | null;
  readonly whose: Whose;
}

/** What each of the four win rates is made of. */
export function findWinCases(setting: Setting): WinCase[] {
  const broad = closedOnes(setting);
  const isQualified = cameToSales(setting);
  return [
    ...broad.map((one) => ({ ...one, variant: 'broad' as const })),
    ...broad.filter(({ closedBy }) => isQualified(closedBy)).map((one) => ({ ...one, variant: 'qualified' as const })),
    ...departures(setting).map((one) => ({ ...one, variant: 'narrow' as const })),
    ...createdOnes(setting).map((one) => ({ ...one, variant: 'created' as const })),
  ];
}

const fates = { open: 'running', won: 'won', lost: 'lost', cancelled: 'outside' } as const;

type Case = Omit<WinCase, 'variant'>;
type ClosedCase = Case & { readonly closedBy: MoveRow };

/** Closings of the scoreboard, and beside them what was cancelled, which is in no rate. */
function closedOnes(setting: Setting): ClosedCase[] {
  const closed = decisionsOf(setting).map(({ move: closedBy, outcome: fate, sign, minor, whose }): ClosedCase => ({
    closedBy,
    fate,
    sign,
    minor,
    whose,
  }));
  return [...closed, ...cancelledOnes(setting)];
}

/** On the day it was done; as reported its being taken back counts too, as restated only what is cancelled in the end. */
function cancelledOnes({ history, reading, instants, creditOf, worthOf }: Setting): ClosedCase[] {
  const moves = findMoves(history, reading);
  return [...new Set(moves.map(({ event }) => event.move.opportunityId))].flatMap((id) => {
    const own = moves.filter(({ event }) => event.move.opportunityId === id);
    const told: (ClosedCase & { readonly at: number; readonly isInferred: boolean })[] = [];
    for (const { event, from, to } of own) {
      const last = told.at(-1);
      if (from === 'cancelled' && last) told.push({ ...last, sign: -1, at: Math.max(last.at, event.at) });
      if (to !== 'cancelled') continue;
      const { move, at, isInferred } = event;
      told.push({
        closedBy: move,
        fate: 'outside',
        sign: 1,
        minor: worthOf(move),
        whose: creditOf(move),
        at,
        isInferred,
      });
    }
    const counted = reading === 'reported' ? told : told.slice(-1).filter(({ sign }) => sign === 1);
    return counted.filter(({ at, isInferred }) => !isInferred && isIn(instants, at));
  });
}

/** Whether it had really entered a stage of sales or one behind it when it was closed; what came there later was not closed there. */
function cameToSales({ history, reading }: Setting): (closedBy: MoveRow) => boolean {
  const order = inOrder(history.stages, (one, other) => one.position < other.position);
  const first = order.findIndex(({ ownerSide }) => ownerSide === 'sales');
  const those = new Set(order.slice(first).map(({ id }) => id));
  const logs = logsOf(history.moves);
  return ({ opportunityId, seq }) =>
    readLog(logs.get(opportunityId) ?? [], reading).some(({ move }) => move.seq <= seq && those.has(move.stageToId));
}

/** Those that left the last open stage in the period, each by its last departure. */
function departures({ history, reading, instants, now, creditOf, worthOf }: Setting): Case[] {
  const last = inOrder(
    history.stages.filter((stage) => stage.class === 'open'),
    (one, other) => one.position > other.position,
  )[0]?.stageKey;
  const left = findMoves(history, reading).filter(
    ({ event, from }) => from === last && !event.isInferred && event.at <= now && isIn(instants, event.at),
  );
  return [...new Set(left.map(({ event }) => event.move.opportunityId))].flatMap((id) => {
    const departure = left.findLast(({ event }) => event.move.opportunityId === id);
    if (!departure) return [];
    const { move } = departure.event;
    const fate = move.outcomeTo === 'open' ? 'lost' : fates[move.outcomeTo];
    return [{ fate, sign: 1, minor: worthOf(move), whose: creditOf(move) } satisfies Case];
  });
}

/** Those that were created in the period, by what has become of them so far. */
function createdOnes({ history, reading, instants, creditOf, worthOf }: Setting): Case[] {
  return [...logsOf(history.moves).values()].flatMap((log): Case[] => {
    const events = readLog(log, reading);
    const [first, last] = [events[0], events.at(-1)];
    if (!first || !last || first.isInferred || !isIn(instants, first.at)) return [];
    const { outcomeTo } = last.move;
    const decided = events.findLast(({ move }) => move.outcomeFrom !== move.outcomeTo) ?? last;
    const priced = outcomeTo === 'open' ? last : decided;
    return [{ fate: fates[outcomeTo], sign: 1, minor: worthOf(priced.move), whose: creditOf(first.move) }];
  });
}
