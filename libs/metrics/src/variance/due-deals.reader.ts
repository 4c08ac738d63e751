import { Injectable } from '@nestjs/common';
import { FunnelReader } from '@tandem/funnel';
import { holds, instantsOf, type Period } from '@tandem/kernel';
import { ClosingFactsReader } from '../closing-facts.reader';
import { OpeningsReader } from '../lines/openings.reader';
import { OriginsReader } from '../lines/origins.reader';
import { PeriodLinesReader, type Asked } from '../lines/period-lines.reader';
import { sumMinor } from '../lines/rules/sum-minor';
import { groupBy } from '../rules/group-by';
import { isCreditedTo, type TraitedLine } from '../lines/rules/fit-slice';
import { median } from '../rules/percentile';
import { valueAmount, type PlanRates } from '../rules/value-amount';
import type { DueDeal } from './rules/count-drivers';
import { furthestStage, judgeOpenDeal, type DueMove, type DueSpan } from './rules/judge-deal';
import { DealLogsReader, type DealLog } from './deal-logs.reader';

/** A booking line that is in the reporting currency. */
export type ConvertibleLine = TraitedLine & { readonly reportingMinor: bigint };

/** A due deal with whose it is. */
export interface OwnedDeal extends DueDeal {
  readonly accountId: string | null;
  readonly ownerId: string;
}

/** What a period is explained by. */
export interface DuePeriod {
  readonly deals: readonly OwnedDeal[];
  /** Every convertible line. */
  readonly lines: readonly ConvertibleLine[];
  /** Those of the wins, and all others. */
  readonly won: readonly ConvertibleLine[];
  readonly others: readonly ConvertibleLine[];
  /** Lines without a rate; they are in nothing. */
  readonly left: number;
}

export interface DueQuestion {
  readonly asked: Asked;
  /** Keys and ids of the open stages, in the order of the funnel. */
  readonly stageIds: readonly string[];
  readonly rates: PlanRates;
  /** The planned cycle in milliseconds. */
  readonly cycle: number | null;
}

type Bought = Pick<DuePeriod, 'lines' | 'won' | 'others' | 'left'>;

/** Gathers which opportunities were due in a period, and what was booked in it. */
@Injectable()
export class DueDealsReader {
  constructor(
    private readonly lines: PeriodLinesReader,
    private readonly closings: ClosingFactsReader,
    private readonly logs: DealLogsReader,
    private readonly openings: OpeningsReader,
    private readonly origins: OriginsReader,
    private readonly funnel: FunnelReader,
  ) {}

  async openStages() {
    return (await this.funnel.stages()).filter((stage) => stage.class === 'open');
  }

  /** The lines of a period, those of its wins apart. */
  async booked(period: Period, asked: Asked): Promise<Bought> {
    const all = await this.lines.lines(period, asked);
    const lines = all.flatMap((line) =>
      line.reportingMinor === null ? [] : [{ ...line, reportingMinor: line.reportingMinor }],
    );
    const isWin = ({ isByHand, reversesId, adjustsDate }: TraitedLine) =>
      !isByHand && reversesId === null && (adjustsDate === null || asked.knowledge.reading === 'restated');
    return {
      lines,
      won: lines.filter(isWin),
      others: lines.filter((line) => !isWin(line)),
      left: all.length - lines.length,
    };
  }

  /** The median time from opening to winning, in milliseconds; null without a win. */
  async cycleOf({ won }: Pick<DuePeriod, 'won'>, { knowledge }: Asked): Promise<number | null> {
    const [opened, origins] = await Promise.all([
      this.openings.of([...new Set(won.map(({ opportunityId }) => opportunityId))], knowledge),
      this.origins.of(won, knowledge),
    ]);
    return median(
      won.flatMap(({ id, opportunityId }) => {
        const [from, wonAt] = [opened.get(opportunityId), origins.get(id)?.bookedAt];
        return from === undefined || !wonAt ? [] : [Math.max(0, wonAt.getTime() - from)];
      }),
    );
  }

  async due(period: Period, bought: Bought, question: DueQuestion): Promise<DuePeriod> {
    const { asked } = question;
    const span = spanOf(period, question);
    const won = wonDeals(bought.won, question);
    const isTaken = new Set(won.map(({ opportunityId }) => opportunityId));
    const lost = await this.lost(period, question, span);
    const free = lost.filter(({ opportunityId }) => !isTaken.has(opportunityId));
    for (const { opportunityId } of free) isTaken.add(opportunityId);
    // Of a period that is still to come nothing is due.
    const logs = span.until > span.from ? await this.logs.openAt(new Date(span.until), asked.knowledge) : [];
    const open = logs.flatMap((log) => openDeal(log, question, span));
    return { ...bought, deals: [...won, ...free, ...open.filter(({ opportunityId }) => !isTaken.has(opportunityId))] };
  }

  private async lost(period: Period, question: DueQuestion, span: DueSpan): Promise<OwnedDeal[]> {
    const { knowledge, survived, directory, filter, asked } = question.asked;
    const officeOf = (teamId: string) => directory.teams.get(teamId)?.officeId ?? null;
    const closings = await this.closings.closings(period, { zone: asked.zone, knowledge, officeOf, survived });
    const within = closings.filter(
      (closing) => closing.outcome === 'lost' && holds(period, closing.date) && isCreditedTo(closing, filter),
    );
    const standing = [...groupBy(within, ({ opportunityId }) => opportunityId)].filter(
      ([, some]) => some.reduce((net, { sign }) => net + sign, 0) > 0,
    );
    const logs = await this.logs.of(
      standing.map(([opportunityId]) => opportunityId),
      knowledge,
    );
    const moves = new Map(logs.map((log) => [log.opportunityId, movesOf(log, question)]));
    return standing.flatMap(([opportunityId, some]) => {
      const last = some.at(-1);
      if (!last) return [];
      const stage = furthestStage(moves.get(opportunityId) ?? [], span.until);
      return [
        {
          ...undecided,
          opportunityId,
          fate: 'lost' as const,
          stage,
          accountId: last.accountId,
          ownerId: last.ownerId ?? '',
        },
      ];
    });
  }
}

const undecided = { plannedMinor: 0n, rateMinor: 0n };

function wonDeals(lines: readonly ConvertibleLine[], { stageIds, ...question }: DueQuestion): OwnedDeal[] {
  return [...groupBy(lines, ({ opportunityId }) => opportunityId)].flatMap(([opportunityId, some]) => {
    const [first] = some;
    if (!first) return [];
    const plannedMinor = sumMinor(some, (line) => plannedOf(line, question));
    const rateMinor = sumMinor(some, ({ reportingMinor }) => reportingMinor) - plannedMinor;
    const { accountId, ownerId } = first;
    return [
      {
        opportunityId,
        fate: 'won' as const,
        stage: stageIds.length - 1,
        plannedMinor,
        rateMinor,
        accountId,
        ownerId: ownerId ?? '',
      },
    ];
  });
}

/** What a line is worth at the rate the period was planned with; without one, at its own. */
export function plannedOf(
  { amountMinor, currency, reportingMinor }: ConvertibleLine,
  { rates, asked: { asked } }: Pick<DueQuestion, 'rates' | 'asked'>,
): bigint {
  return valueAmount(amountMinor, currency, { currency: asked.currency, rates }) ?? reportingMinor;
}

function openDeal(log: DealLog, question: DueQuestion, span: DueSpan): OwnedDeal[] {
  const moves = movesOf(log, question);
  const fate = judgeOpenDeal(moves, span);
  const last = log.moves.findLast(({ at }) => at.getTime() < span.until);
  if (!fate || !last) return [];
  const { directory, filter, survived } = question.asked;
  const { ownerId, teamId } = last;
  const officeId = directory.teams.get(teamId)?.officeId ?? null;
  if (!isCreditedTo({ ownerId, teamId, officeId, sourceId: log.sourceId }, filter)) return [];
  const accountId = log.accountId === null ? null : (survived.get(log.accountId) ?? log.accountId);
  return [
    {
      ...undecided,
      opportunityId: log.opportunityId,
      fate,
      stage: furthestStage(moves, span.until),
      accountId,
      ownerId,
    },
  ];
}

const movesOf = ({ moves }: DealLog, { stageIds }: DueQuestion): DueMove[] =>
  moves.map(({ at, stageId, outcome, closeDate, isInferred }) => {
    const place = stageIds.indexOf(stageId);
    return { at: at.getTime(), stage: place < 0 ? stageIds.length - 1 : place, outcome, closeDate, isInferred };
  });

/** A running period is over as far as now. */
function spanOf(period: Period, { asked: { asked }, cycle }: DueQuestion): DueSpan {
  const { from, until } = instantsOf(period, asked.zone);
  const isOver = until <= asked.now;
  return {
    from: from.getTime(),
    until: isOver ? until.getTime() : asked.now.getTime() + 1,
    days: { from: period.from, until: isOver || asked.today > period.until ? period.until : asked.today },
    cycle,
  };
}
