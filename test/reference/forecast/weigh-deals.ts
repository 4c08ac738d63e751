import { dayIn, holds, type Span } from '../calendar';
import type { Scope } from '../books/book';
import { keepBooks, narrow } from '../books/keep-book';
import { officesOf } from '../books/find-places';
import { fraction, nearest, total } from '../exact';
import { netRevenue } from '../figures/net-revenue';
import { plannedWorth } from '../funnel/follow-deals';
import type { Category, History, StageRow } from '../history/history';
import { logsOf, type Reading } from '../history/read-log';
import { lastRow, learnChances, type Chance, type Learned } from './learn-chances';

/** An open deal as a forecast has it. */
export interface Weighed extends Chance {
  readonly place: 'open' | 'overdue' | 'unvalued';
  readonly stageId: string;
  readonly category: Category;
  /** In the reporting currency; null without an amount or a rate. */
  readonly minor: bigint | null;
  readonly weighted: bigint;
}

export interface Forecast {
  readonly won: bigint;
  /** The codes of what has to be said of it. */
  readonly wonNotes: readonly string[];
  readonly deals: readonly Weighed[];
  /** The open stages, with what each teaches. */
  readonly stages: readonly { readonly stage: StageRow; readonly learned: Learned }[];
}

export interface AskedForecast {
  readonly period: Span;
  readonly reading: Reading;
  readonly scope: Scope;
  readonly present: Date;
}

/** What is booked in a period and what is open and shall close in it, as it stood. */
export function forecast(stood: History, { period, reading, scope, present }: AskedForecast): Forecast {
  const revenue = netRevenue.of(narrow(keepBooks(stood, reading)(period), scope));
  const today = dayIn(stood.organisation[0]?.zone ?? 'UTC', present.getTime());
  const learn = learnChances(stood, reading, { today, now: present.getTime() });
  const stages = stood.stages
    .filter((stage) => stage.class === 'open')
    .map((stage) => ({ stage, learned: learn(stage) }));
  const officeOf = officesOf(stood);
  const deals = [...logsOf(stood.moves)].flatMap(([id, moves]): Weighed[] => {
    const last = lastRow(moves);
    const deal = stood.opportunities.find((row) => row.id === id);
    const learned = stages.find(({ stage }) => stage.id === last?.stageToId)?.learned;
    const closesOn = last?.closeDateTo ?? null;
    if (!last || !deal || !learned || last.outcomeTo !== 'open' || closesOn === null) return [];
    const isOverdue = closesOn < today;
    if (!holds(period, closesOn) && !(isOverdue && holds(period, today) && closesOn < period.from)) return [];
    const isMine =
      (!('personId' in scope) || scope.personId === last.ownerToId) &&
      (!('teamId' in scope) || scope.teamId === last.teamToId) &&
      (!('officeId' in scope) || scope.officeId === officeOf(last.teamToId)) &&
      (!('sourceId' in scope) || scope.sourceId === deal.sourceId);
    if (!isMine) return [];
    const minor = plannedWorth(last, stood, period.from);
    const own = last.probabilityTo;
    const chance: Chance = own === null ? learned : { exact: fraction(BigInt(own), 100n), basis: 'own' };
    return [
      {
        ...chance,
        place: placeOf(isOverdue, minor),
        stageId: last.stageToId,
        category: deal.forecastCategory ?? categoryOf(chance),
        minor,
        weighted: nearest(fraction((minor ?? 0n) * chance.exact.over, chance.exact.under)),
      },
    ];
  });
  return { won: revenue.value?.exact.over ?? 0n, wonNotes: revenue.notes ?? [], deals, stages };
}

function placeOf(isOverdue: boolean, minor: bigint | null): Weighed['place'] {
  if (isOverdue) return 'overdue';
  return minor === null ? 'unvalued' : 'open';
}

/** Commit from 75 %, best case from 50 %, pipeline above 0, omitted at 0. */
function categoryOf({ exact: { over, under } }: Chance): Category {
  if (over * 4n >= under * 3n) return 'commit';
  if (over * 2n >= under) return 'best_case';
  return over > 0n ? 'pipeline' : 'omitted';
}

export interface Sum {
  readonly count: number;
  readonly worth: bigint;
  readonly weighted: bigint;
}

export const sumOf = (deals: readonly Weighed[]): Sum => ({
  count: deals.length,
  worth: total(deals.map(({ minor }) => minor ?? 0n)),
  weighted: total(deals.map(({ weighted }) => weighted)),
});

export const openOf = ({ deals }: Forecast): Weighed[] => deals.filter(({ place }) => place === 'open');
