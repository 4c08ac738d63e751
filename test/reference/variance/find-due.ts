import { beginOf, dayIn, holds, type Span } from '../calendar';
import { findClosings } from '../books/find-closings';
import { officesOf } from '../books/find-places';
import { momentsOf, winOf } from '../books/find-win';
import type { Scope } from '../books/book';
import { isWithin, traitLines, type TraitedLine } from '../books/trait-lines';
import { inOrder, total } from '../exact';
import { worthOn } from '../funnel/follow-deals';
import type { History } from '../history/history';
import { logsOf, readLog, type Event, type Reading } from '../history/read-log';

export type Fate = 'won' | 'lost' | 'slipped' | 'late';

/** An opportunity that was decided in a period or should have been, and the furthest open stage it had reached. */
export interface DueDeal {
  readonly fate: Fate;
  readonly stage: number;
}

type Known = TraitedLine & { readonly minor: bigint };

/** What was booked in a period: by wins, and otherwise; lines without a rate are in neither. */
export interface Booked {
  readonly wins: readonly Known[];
  readonly others: readonly Known[];
  readonly left: number;
}

export interface Asked {
  readonly history: History;
  readonly reading: Reading;
  readonly scope: Scope;
  /** The end of what is known. */
  readonly now: number;
}

/** A win is the line of one; as reported one that stands again was no second win. */
export function findBooked(span: Span, { history, reading, scope }: Asked): Booked {
  const lines = traitLines(history, reading).filter((line) => holds(span, line.day) && isWithin(line, scope, history));
  const known = lines.flatMap((line): Known[] => (line.minor === null ? [] : [{ ...line, minor: line.minor }]));
  const isWin = ({ row }: Known) =>
    row.moveId !== null && row.reversesId === null && (row.adjustsDate === null || reading === 'restated');
  return {
    wins: known.filter(isWin),
    others: known.filter((line) => !isWin(line)),
    left: lines.length - known.length,
  };
}

/** The median time from opening to winning of the lines of wins, in milliseconds; of two in the middle their mean. */
export function plannedCycle({ wins }: Booked, { history, reading }: Asked): number | null {
  const spans = wins.flatMap(({ row }) => {
    const win = winOf(row, history);
    if (!win) return [];
    const { openedAt, wonAt } = momentsOf(win, history, reading);
    return [Math.max(0, wonAt - openedAt)];
  });
  const sorted = inOrder(spans, (one, other) => one < other);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.length === 0 ? null : middle.reduce((sum, span) => sum + span, 0) / middle.length;
}

/**
 * The deals of a period: whoever was won; of the others who was lost and not taken back in it; of the others who is open at its end (or
 * now) and was open at its start with a close date in what is over of it, or opened a planned cycle before.
 */
export function findDue(span: Span, booked: Booked, cycle: number | null, asked: Asked): DueDeal[] {
  const { history, reading, scope } = asked;
  const { zone = 'UTC' } = history.organisation[0] ?? {};
  const open = inOrder(
    history.stages.filter((stage) => stage.class === 'open'),
    (one, other) => one.position < other.position,
  );
  const last = open.length - 1;
  const [from, end] = [beginOf(zone, span.from), beginOf(zone, span.until)];
  const until = end <= asked.now ? end : asked.now + 1;
  const today = dayIn(zone, asked.now);
  const daysUntil = end <= asked.now || today > span.until ? span.until : today;
  const furthest = (log: readonly Event[]) => {
    const reached = log
      .filter(({ at }) => at < until)
      .map(({ move }) => open.findIndex(({ id }) => id === move.stageToId))
      .map((place) => (place < 0 ? last : place));
    return Math.max(0, ...reached);
  };
  const won = new Set(booked.wins.map(({ opportunityId }) => opportunityId));
  const due: DueDeal[] = [...won].map(() => ({ fate: 'won', stage: last }));
  for (const [opportunityId, moves] of logsOf(history.moves)) {
    if (won.has(opportunityId)) continue;
    const log = readLog(moves, reading);
    const lost = findClosings({ ...history, moves }, reading)
      .filter(({ outcome, day, ...credit }) => outcome === 'lost' && holds(span, day) && isCredited(credit, scope))
      .reduce((net, { sign }) => net + sign, 0);
    const fate = lost > 0 ? 'lost' : openFate(log);
    if (fate !== null) due.push({ fate, stage: furthest(log) });

    function openFate(events: readonly Event[]): Fate | null {
      const then = events.findLast(({ at }) => at < until);
      if (then?.move.outcomeTo !== 'open' || until <= from) return null;
      const { ownerToId: ownerId, teamToId: teamId } = then.move;
      const sourceId = history.opportunities.find(({ id }) => id === opportunityId)?.sourceId ?? null;
      if (!isCredited({ ownerId, teamId, officeId: officesOf(history)(teamId), sourceId }, scope)) return null;
      const start = events.findLast(({ at }) => at < from);
      const planned = start?.move.outcomeTo === 'open' ? start.move.closeDateTo : null;
      if (planned !== null && planned >= span.from && planned < daysUntil) return 'slipped';
      const [first] = events;
      return first && cycle !== null && !first.isInferred && first.at + cycle < until ? 'late' : null;
    }
  }
  return due;
}

interface Owned {
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly officeId: string | null;
  readonly sourceId: string | null;
}

const isCredited = ({ ownerId, ...own }: Owned, scope: Scope): boolean =>
  (Object.keys(scope) as (keyof Scope)[]).every((kind) => scope[kind] === { ...own, personId: ownerId }[kind]);

/** What wins are worth at the rates a period was planned with; what has no such rate, at its own. */
export const plannedWorth = ({ wins }: Booked, history: History, on: string): bigint =>
  total(wins.map(({ row, minor }) => worthOn(row.amountMinor, row.currency, history, on) ?? minor));
