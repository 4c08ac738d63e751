import type { Currency } from '@tandem/kernel';
import { compareEnds } from '../../pipeline/rules/compare-ends';
import { worthOf } from '../../pipeline/rules/hold-pipeline';
import type { WaterfallQuestion } from '../../pipeline/rules/move-pipeline';
import type { DealState } from '../../pipeline/rules/read-timeline';
import type { Reading } from '../../rules/facts';
import type { PlanRates } from '../../rules/value-amount';
import { creditsOf, type Cell, type CellCredit, type WaterfallLine, type WaterfallScope } from './cell';
import type { OpportunityHistory } from './opportunity-history';
import type { StandardPeriod, StandardPeriods } from './standard-periods';
import { statesOf, type StatesSetting } from './states-of';

export interface WaterfallSetting extends StatesSetting {
  readonly dayOf: (instant: number) => StandardPeriod['day'];
  /** The reporting currency. */
  readonly currency: Currency;
  readonly standardPeriods: StandardPeriods;
}

/** Who has it so, and since when it is known. */
type Told = Pick<Cell, 'reading' | 'known'>;

/** States of one opportunity that began in a period, from one place among them all up to another. */
export interface PeriodStates {
  readonly period: StandardPeriod;
  readonly first: number;
  readonly end: number;
}

/**
 * What one opportunity adds, as a reading has it, to the net waterfall of all open pipeline (`compareEnds`) of each standard period in which
 * something of it changed: in all others it stands in start and end alone, with the same amount. Unit: minor units of the
 * reporting currency. An opportunity whose worth hangs on a plan rate is in no line, and counted. Source: the log, booking lines of wins.
 */
export function waterfallOf(history: OpportunityHistory, reading: Reading, setting: WaterfallSetting): Cell[] {
  const states = statesOf(history, reading, setting);
  const tell = teller(history, setting);
  const cells: Cell[] = [];
  for (const changed of changedPeriods(states, setting))
    tell(cells, states, changed, { reading, known: changed.period.last });
  return cells;
}

/** The periods in which states began, kind by kind. */
export function changedPeriods(
  states: readonly DealState[],
  { dayOf, standardPeriods }: Pick<WaterfallSetting, 'dayOf' | 'standardPeriods'>,
): PeriodStates[] {
  const found: PeriodStates[] = [];
  const periods = states.map(({ at }) => standardPeriods(dayOf(at)));
  for (const kind of periods[0]?.keys() ?? []) {
    for (let [first, end] = [0, 0]; first < states.length; first = end) {
      const period = periods[first]?.[kind] as StandardPeriod;
      while (periods[end]?.[kind] === period) end++;
      found.push({ period, first, end });
    }
  }
  return found;
}

/**
 * Tells the lines of one opportunity in a period, by the states that are known of it, and since when. Where all of these are of one team, what
 * the whole sees is what the team sees.
 */
export function teller(
  { belongings: { sourceId } }: Pick<OpportunityHistory, 'belongings'>,
  { currency }: Pick<WaterfallSetting, 'currency'>,
): (cells: Cell[], states: readonly DealState[], of: PeriodStates, told: Told) => void {
  const worth: WaterfallQuestion['worth'] = (state) => worthOf(state, noRates, currency);
  const creditOf = creditsOf({ ...nothing, sourceId });
  const creditOfTeam = creditsOf(nothing);
  return (cells, states, { period, first, end }, told) => {
    const timeline = states.slice(first === 0 ? 0 : first - 1, end);
    const tell = (scope: WaterfallScope, teamId: string, isInScope: WaterfallQuestion['isInScope']) => {
      const question = { from: period.from, until: period.until, closing: null, isInScope, worth, worthAtEnd: worth };
      const credit = (scope === 'team' ? creditOfTeam : creditOf)({ teamId, ownerId: nobody });
      tellLines(cells, timeline, question, { period, scope, credit, told });
    };
    const [one] = timeline;
    if (one === undefined) return;
    if (timeline.every(({ teamId }) => teamId === one.teamId)) {
      tell('both', one.teamId, everybody);
      return;
    }
    tell('whole', nobody, everybody);
    for (const team of new Set(timeline.map(({ teamId }) => teamId)))
      tell('team', team, ({ teamId }) => teamId === team);
  };
}

const noRates: PlanRates = new Map();
const everybody = () => true;
const nobody = '';
const nothing = { sourceId: null, campaignId: null, productId: null, segment: null };

interface Where {
  readonly period: StandardPeriod;
  readonly scope: WaterfallScope;
  readonly credit: CellCredit;
  readonly told: Told;
}

function tellLines(
  cells: Cell[],
  timeline: readonly DealState[],
  question: WaterfallQuestion,
  { period: { span, day, last }, scope, credit, told: { reading, known } }: Where,
): void {
  const tell = (line: WaterfallLine, minor: bigint) =>
    cells.push({
      kind: 'waterfall',
      credit,
      day,
      span,
      last,
      scope,
      line,
      measures: { count: 1, minor },
      reading,
      known,
    });
  const movements = compareEnds({ opportunityId: '', timeline }, question);
  if (movements === null) {
    tell('abroad', 0n);
    return;
  }
  let isUnpriced = false;
  for (const { bucket, minor, state } of movements) {
    tell(bucket, minor);
    if (bucket === 'won' && state.bookedMinor === null) tell('won_unrated', 0n);
    if (bucket === 'end' && state.amountMinor === null && !isUnpriced) tell('end_unpriced', 0n);
    if (bucket === 'start') isUnpriced = state.amountMinor === null;
  }
}
