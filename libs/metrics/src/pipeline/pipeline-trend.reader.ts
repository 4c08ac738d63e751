import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { FunnelReader } from '@tandem/funnel';
import { addDays, dateFrom, invalid, money, startOfDay, type Money, type PlainDate } from '@tandem/kernel';
import { pageOf, type PageOf, type Paging } from '../page-contributions';
import { OpenPipelineReader } from '../rollups/open-pipeline.reader';
import type { Note } from '../rules/figure-value';
import { PipelineFactsReader, type PipelineFacts } from './pipeline-facts.reader';
import { notesOf, type ClosingWish, type PipelineQuestion, type PipelineTold } from './pipeline-question';
import { PipelineRecordsReader, type PipelineRecord } from './pipeline-records.reader';
import { heldAt, sumHeld, type HeldDeal, type PipelineSum, type WeighedScope } from './rules/follow-pipeline';
import { isPointOf, planPoints, type PointStep } from './rules/plan-points';

/** More points than a chart can show, or than anybody should wait for. */
const mostPoints = 400;

export interface TrendWish extends PipelineQuestion {
  readonly step?: PointStep | undefined;
}

interface Told extends PipelineTold {
  readonly closing: ClosingWish;
}

/** What is open at the end of a day. */
export interface TrendPoint {
  readonly day: PlainDate;
  readonly count: number;
  readonly value: Money;
  readonly weighted: Money;
  readonly notes: readonly Note[];
}

export interface Trend extends Told {
  readonly step: PointStep;
  readonly points: readonly TrendPoint[];
}

export interface TrendRecord extends PipelineRecord {
  /** What it adds to the sums; null without an amount or a rate. */
  readonly value: Money | null;
  readonly weighted: Money | null;
}

export interface TrendRecords extends PageOf<TrendRecord>, Told {
  readonly point: TrendPoint;
}

interface Gathered {
  readonly facts: PipelineFacts;
  readonly told: Told;
  readonly heldOn: (day: PlainDate) => HeldDeal[];
}

/** Open pipeline as of the end of each of many days, and the opportunities behind each. */
@Injectable()
export class PipelineTrendReader {
  constructor(
    private readonly database: Database,
    private readonly funnel: FunnelReader,
    private readonly facts: PipelineFactsReader,
    private readonly sums: OpenPipelineReader,
    private readonly records: PipelineRecordsReader,
  ) {}

  async trend({ step = 'week', ...wish }: TrendWish = {}): Promise<Trend> {
    return this.database.snapshot(async () => {
      const [ask] = await Promise.all([this.facts.ask(wish), this.sums.prepare()]);
      const { period, today, currency } = ask.asked;
      const days = planPoints(period, step, today);
      if (days.length > mostPoints) throw tooManyPoints(days.length);
      const told = { ...ask.told, closing: wish.closing ?? 'any', step };
      if (told.unavailable) return { ...told, points: [] };
      const abroad = async () => (await this.gather({ ...wish, onlyAbroad: true })).heldOn;
      const sums = await this.sums.at(ask, wish, days, abroad);
      if (sums) return { ...told, points: days.map((day) => tellPoint(day, sums.get(day) ?? nothingOpen, currency)) };
      const { heldOn } = await this.gather(wish);
      return { ...told, points: days.map((day) => pointOf(day, heldOn(day), currency)) };
    });
  }

  /** What is open at the end of one day of the period, or of its eve. */
  async open(wished: string, { limit, cursor, ...wish }: TrendWish & Paging): Promise<TrendRecords> {
    return this.database.snapshot(async () => {
      const { facts, told, heldOn } = await this.gather(wish);
      const { currency, period, today } = facts.asked;
      const day = dateFrom(wished);
      if (!day || !isPointOf(period, day, today)) throw noPoint(wished);
      const held = heldOn(day);
      const page = pageOf(held, ({ opportunityId }) => opportunityId, { limit, cursor });
      const named = await this.records.named(page.items, facts.knowledge);
      const inCurrency = (minor: bigint | null) => (minor === null ? null : money(minor, currency));
      return {
        ...told,
        ...page,
        point: pointOf(day, held, currency),
        items: named.map(({ minor, weightedMinor, ...record }) => ({
          ...record,
          value: inCurrency(minor),
          weighted: inCurrency(weightedMinor),
        })),
      };
    });
  }

  private async gather({
    closing = 'any',
    ...question
  }: TrendWish & { readonly onlyAbroad?: boolean }): Promise<Gathered> {
    const facts = await this.facts.gather({ ...question, closing });
    const stages = new Map<string, number>(
      (await this.funnel.stages()).map(({ id, probability }) => [id, probability]),
    );
    const scope: WeighedScope = {
      ...facts.question,
      probability: ({ probability, stageId }) => probability ?? stages.get(stageId) ?? 0,
    };
    const present = facts.asked.now.getTime() + 1;
    const heldOn = (day: PlainDate) =>
      heldAt(facts.deals, Math.min(startOfDay(addDays(day, 1), facts.asked.zone).getTime(), present), scope);
    return { facts, told: { ...facts.told, closing }, heldOn };
  }
}

const nothingOpen = sumHeld([]);

const tooManyPoints = (points: number) =>
  invalid('pipeline.too_many_points', `A trend has at most ${mostPoints} points: take a longer step.`, {
    pointer: '/step',
    most: mostPoints,
    points,
  });

const noPoint = (day: string) =>
  invalid('pipeline.point_unknown', `${day} is no point of this trend.`, { pointer: '/day', day });

const pointOf = (day: PlainDate, held: readonly HeldDeal[], currency: string): TrendPoint =>
  tellPoint(day, sumHeld(held), currency);

function tellPoint(
  day: PlainDate,
  { count, minor, weightedMinor, ...leftOut }: PipelineSum,
  currency: string,
): TrendPoint {
  return {
    day,
    count,
    value: money(minor, currency),
    weighted: money(weightedMinor, currency),
    notes: notesOf(leftOut),
  };
}
