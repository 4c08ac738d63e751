import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { AskedPeriodReader, type AskedPeriod } from '../asked-period.reader';
import { DirectoryReader } from '../directory.reader';
import type { FigureRange } from '../figure';
import { FlowNamesReader } from '../flow/flow-names.reader';
import type { NamedPlace } from '../flow/flow-question';
import { flowSliceKinds } from '../flow/rules/slice-flow';
import { GoalsReader, type Goal } from '../goals.reader';
import { pageOf, type PageOf, type Paging } from '../page-contributions';
import type { Reading } from '../rules/facts';
import type { FigureValue } from '../rules/figure-value';
import { standAgainstTarget, type Stand } from '../rules/stand-against-target';
import { goalFigureOf, goalKeys, type GoalFigure } from './goal-figures';
import { GoalMeasuresReader, type Measured } from './goal-measures.reader';

export interface GoalsQuestion {
  readonly period?: string | undefined;
  readonly asOf?: string | Date | undefined;
  readonly reading?: Reading | undefined;
}

/** A target with what became of it. */
export interface GoalStanding extends Stand, Measured {
  readonly figure: GoalFigure;
  /** Null for everybody. */
  readonly place: NamedPlace | null;
  readonly target: FigureValue;
}

export interface GoalsBoard extends PageOf<GoalStanding> {
  readonly range: FigureRange;
  readonly asOf: Date;
  readonly reading: Reading;
  readonly currency: string;
}

/** Every target of a period, on whatever figure and slice it stands, and where it stands. */
@Injectable()
export class GoalsBoardReader {
  constructor(
    private readonly database: Database,
    private readonly periods: AskedPeriodReader,
    private readonly directories: DirectoryReader,
    private readonly goals: GoalsReader,
    private readonly names: FlowNamesReader,
    private readonly measures: GoalMeasuresReader,
  ) {}

  /** Those of everybody first, then slice by slice; a figure whose targets of shorter periods cover this one is among them. */
  async board({ period, asOf, reading = 'restated', limit, cursor }: GoalsQuestion & Paging): Promise<GoalsBoard> {
    return this.database.snapshot(async () => {
      const asked = await this.periods.read(period, asOf);
      const { goals } = await this.goals.targets(asked);
      const nameOf = await this.names.read(await this.directories.read(), flowSliceKinds);
      const named = goals.map((goal) => ({ ...goal, place: goal.slice && nameOf(goal.slice) }));
      const page = pageOf(named, placeOf, { limit, cursor });
      const items = await this.standings(page.items, asked, { period: asked.period.key, asOf, reading });
      return { ...page, items, range: asked.range, asOf: asked.now, reading, currency: asked.currency };
    });
  }

  private async standings(
    goals: readonly (Goal & { readonly place: NamedPlace | null })[],
    { range: { gone } }: AskedPeriod,
    question: { readonly period: string; readonly asOf?: string | Date | undefined; readonly reading: Reading },
  ): Promise<GoalStanding[]> {
    const standings: GoalStanding[] = [];
    for (const slice of new Set(goals.map(sliceKey))) {
      const own = goals.filter((goal) => sliceKey(goal) === slice);
      const [first] = own;
      if (!first) continue;
      const measured = await this.measures.measure(
        own.map(({ key }) => key),
        first.slice,
        question,
      );
      for (const { key, place, target } of own) {
        const figure = goalFigureOf(key);
        const found = measured.get(key);
        if (!found) throw new Error(`nobody measures ${key}`);
        const { betterWhen, isAdditive } = figure;
        const stand = standAgainstTarget({ value: found.value, target, gone, betterWhen, isAdditive });
        standings.push({ figure, place, target, ...found, ...stand, ...(found.isMet ? { standing: 'met' } : {}) });
      }
    }
    return standings;
  }
}

const sliceKey = ({ slice }: Goal): string => JSON.stringify(slice && [slice.kind, slice.id]);

/** Everybody, then kind by kind and name by name; what lacks the attribute comes last of its kind. */
function placeOf({ key, place }: Goal & { readonly place: NamedPlace | null }): string {
  const rank = String(goalKeys.indexOf(key)).padStart(2, '0');
  if (place === null) return `0 ${rank}`;
  return `1 ${flowSliceKinds.indexOf(place.kind)} ${place.id === null ? 1 : 0} ${place.name.en} ${place.id ?? ''} ${rank}`;
}
