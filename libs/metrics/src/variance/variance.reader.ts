import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { invalid, money, type Money, type Period } from '@tandem/kernel';
import type { BilingualName } from '../figure';
import { GoalsReader } from '../goals.reader';
import { PeriodLinesReader, toldOf, type Asked, type LinesAsked, type Told } from '../lines/period-lines.reader';
import { isWhole } from '../lines/rules/fit-slice';
import { sumMinor } from '../lines/rules/sum-minor';
import type { PageOf, Paging } from '../page-contributions';
import type { Scope } from '../rules/facts';
import { note, type Note } from '../rules/figure-value';
import { DueDealsReader, type DuePeriod, type DueQuestion } from './due-deals.reader';
import { PlanRatesReader } from '../plan-rates.reader';
import { countDrivers } from './rules/count-drivers';
import { explainVariance, totalOf, type Side } from './rules/explain-variance';
import { findNode, growTree, type VarianceNode } from './rules/grow-tree';
import { planDrivers } from './rules/plan-drivers';
import { behindNode } from './behind-node';
import { VarianceRecordsReader, type VarianceRecord, type VarianceSums } from './variance-records.reader';

export interface VarianceQuestion extends LinesAsked {
  /** Never narrowed to a person: a variance is told by stage. */
  readonly filter?: Omit<Scope, 'personId'> | undefined;
  /** What is compared with what happened. */
  readonly against?: 'target' | 'previous' | undefined;
  readonly measure?: 'net_revenue' | 'gross_profit' | undefined;
}

export interface StageName {
  readonly key: string;
  readonly name: BilingualName;
}

export interface Variance extends Told {
  readonly against: 'target' | 'previous';
  readonly measure: 'net_revenue' | 'gross_profit';
  readonly currency: string;
  readonly stages: readonly StageName[];
  readonly baseline: Money | null;
  readonly actual: Money | null;
  /** Null exactly when `unavailable` says why. */
  readonly tree: VarianceNode | null;
  readonly unavailable: Note | null;
  readonly notes: readonly Note[];
}

export interface VarianceRecords extends PageOf<VarianceRecord>, Told, VarianceSums {}

/** Which side of the comparison a record belongs to. */
export type VarianceSide = 'baseline' | 'actual';

interface Gathered {
  readonly asked: Asked;
  readonly question: DueQuestion;
  readonly stages: readonly StageName[];
  readonly actual: DuePeriod;
  readonly previous: DuePeriod;
}

/** Why a period brought less or more than planned, by driver and stage, to the minor unit. */
@Injectable()
export class VarianceReader {
  constructor(
    private readonly database: Database,
    private readonly lines: PeriodLinesReader,
    private readonly due: DueDealsReader,
    private readonly rates: PlanRatesReader,
    private readonly goals: GoalsReader,
    private readonly rows: VarianceRecordsReader,
  ) {}

  async variance({
    against = 'target',
    measure = 'net_revenue',
    ...question
  }: VarianceQuestion = {}): Promise<Variance> {
    return this.database.snapshot(async () => {
      const gathered = await this.gather(question);
      const { asked, stages, actual, previous } = gathered;
      const { currency } = asked.asked;
      const told = { ...toldOf(asked), against, measure, currency, stages };
      const sides = asked.unknown ?? (await this.sides(gathered, { against, measure }));
      if ('code' in sides) return { ...told, baseline: null, actual: null, tree: null, unavailable: sides, notes: [] };
      return {
        ...told,
        baseline: money(totalOf(sides.baseline), currency),
        actual: money(totalOf(sides.actual), currency),
        tree: growTree(
          explainVariance(sides.baseline, sides.actual),
          stages.map(({ key }) => key),
        ),
        unavailable: null,
        notes: notesOf(gathered, against === 'previous' ? previous.left + actual.left : actual.left),
      };
    });
  }

  /** What stands behind a node: the deals of a driver, or the lines of an amount, of what happened or of what it is compared with. */
  async records(
    key: string,
    side: VarianceSide,
    { limit, cursor, against = 'target', measure = 'net_revenue', ...question }: VarianceQuestion & Paging,
  ): Promise<VarianceRecords> {
    return this.database.snapshot(async () => {
      const gathered = await this.gather(question);
      const { asked, stages, actual, previous } = gathered;
      const sides = asked.unknown ?? (await this.sides(gathered, { against, measure }));
      const stageKeys = stages.map((stage) => stage.key);
      const tree = 'code' in sides ? null : growTree(explainVariance(sides.baseline, sides.actual), stageKeys);
      const node = tree && findNode(tree, key);
      if (!node)
        throw invalid('variance.node_unknown', `There is no “${key}” in this answer.`, { pointer: '/node', node: key });
      const period = side === 'actual' ? actual : previous;
      const behind = behindNode(node, period, { measure, question: gathered.question });
      const page = await this.rows.page(behind, { asked, stageKeys }, { limit, cursor });
      return { ...toldOf(asked), ...page };
    });
  }

  private async gather(question: LinesAsked): Promise<Gathered> {
    const asked = await this.lines.ask(question);
    const { period, previous, currency } = asked.asked;
    const open = await this.due.openStages();
    const [now, before] = [await this.due.booked(period, asked), await this.due.booked(previous, asked)];
    const due: DueQuestion = {
      asked,
      stageIds: open.map(({ id }) => id),
      rates: await this.rates.on(period.from, currency, asked.knowledge.by),
      cycle: await this.due.cycleOf(before, asked),
    };
    return {
      asked,
      question: due,
      stages: open.map(({ key, name, nameZh }) => ({ key, name: { en: name, zhTW: nameZh } })),
      actual: await this.due.due(period, now, due),
      previous: await this.due.due(previous, before, due),
    };
  }

  private async sides(
    { asked, stages, actual, previous }: Gathered,
    { against, measure }: Pick<Variance, 'against' | 'measure'>,
  ): Promise<{ readonly baseline: Side; readonly actual: Side } | Note> {
    const [before, now] = [previous, actual].map((period) => sideOf(period, stages.length, measure));
    if (!before || !now) throw new Error('both periods were gathered');
    if (against === 'previous') {
      const isCosted = [...previous.lines, ...actual.lines].some(({ costMinor }) => costMinor !== null);
      return measure === 'net_revenue' || isCosted ? { baseline: before, actual: now } : note('cost_unknown');
    }
    if (measure === 'gross_profit') return note('no_profit_target');
    if (!isWhole(asked.filter)) return note('target_of_whole');
    const target = (await this.goals.targets(asked.asked)).of('net_revenue', true);
    if (target?.unit !== 'money') return note('target_missing');
    return { baseline: planDrivers(target.money.amountMinor, before), actual: now };
  }
}

function sideOf({ deals, others, lines }: DuePeriod, stages: number, measure: Variance['measure']): Side {
  const drivers = countDrivers(
    deals,
    stages,
    sumMinor(others, ({ reportingMinor }) => reportingMinor),
  );
  if (measure === 'net_revenue') return drivers;
  const unknown = lines.filter(({ costMinor }) => costMinor === null);
  return {
    ...drivers,
    earned: {
      unknownMinor: sumMinor(unknown, ({ reportingMinor }) => reportingMinor),
      costMinor: sumMinor(lines, ({ costMinor }) => costMinor ?? 0n),
    },
  };
}

function notesOf({ asked: { asked }, question: { cycle } }: Gathered, left: number): Note[] {
  const isRunning = (period: Period) => period.until > asked.today;
  return [
    ...(left === 0 ? [] : [note('partial_total', { count: left })]),
    ...(cycle === null ? [note('cycle_unknown')] : [note('planned_cycle', { days: Math.round(cycle / 86_400_000) })]),
    ...(isRunning(asked.period) ? [note('still_running')] : []),
  ];
}
