import { Injectable } from '@nestjs/common';
import { convert, daysBetween, localDate, money, type PlainDate } from '@tandem/kernel';
import { daysInStage, ExchangeRatesReader, isStale } from '@tandem/opportunities';
import type { Organisation } from '@tandem/people';
import { OpenWorkReader, type OpenOpportunityRow, type OverdueHandOffRow } from './open-work.reader';
import type { Amount, HandOffFact, Name, OpportunityFact } from './rules/agenda-facts';

/** The moment an agenda speaks of. */
export interface Moment {
  readonly asOf: Date;
  /** When the agenda before was written; null for the first one. */
  readonly before: Date | null;
  /** The present can be told whole; of a past moment only what the log of moves kept, which next steps are not. */
  readonly isPresent: boolean;
  /** What was known then was recorded here; else only what has been learned since tells of it. */
  readonly isKnown: boolean;
}

type Reporting = (currency: string, minor: string | null) => bigint | null;

/** Gathers what is open and what is wrong with it. */
@Injectable()
export class WorkGatherer {
  constructor(
    private readonly work: OpenWorkReader,
    private readonly rates: ExchangeRatesReader,
  ) {}

  async gather(moment: Moment, { zone, reportingCurrency }: Organisation) {
    const then = { moment: moment.asOf, isKnown: moment.isKnown };
    const rows = await this.work.opportunities(then);
    const overdue = await this.work.overdueHandOffs(then);
    const earlier = moment.before
      ? await this.work.amountsAt({ ...then, moment: moment.before })
      : new Map<string, Earlier>();
    const today = localDate(moment.asOf, zone);
    const currencies = [...rows, ...overdue].map(({ currency }) => currency);
    const rates = await this.rates.on(today, reportingCurrency, currencies);
    const reporting: Reporting = (currency, minor) => {
      const rate = rates.get(currency);
      return minor === null || !rate
        ? null
        : convert(money(BigInt(minor), currency), reportingCurrency, rate.rate).amountMinor;
    };
    return {
      opportunities: rows.map((row) =>
        opportunityFact(row, { moment, today, earlier: earlier.get(row.id), reporting }),
      ),
      handOffs: overdue.map((row) => handOffFact(row, moment.asOf, reporting)),
    };
  }
}

interface Earlier {
  readonly amountMinor: string | null;
  readonly currency: string;
}

export const nameOf = (en: string, zhTW: string | null): Name => ({ en, zhTW });

function opportunityFact(
  row: OpenOpportunityRow,
  circumstances: { moment: Moment; today: PlainDate; earlier: Earlier | undefined; reporting: Reporting },
): OpportunityFact {
  const { moment, today, earlier, reporting } = circumstances;
  const days = daysInStage(row.stageEnteredAt, moment.asOf);
  const slipped = row.closeDate !== null && row.closeDate < today;
  const before =
    earlier && earlier.currency === row.currency && earlier.amountMinor !== row.amountMinor ? earlier : null;
  const change = before ? BigInt(row.amountMinor ?? '0') - BigInt(before.amountMinor ?? '0') : null;
  return {
    id: row.id,
    name: row.name,
    account: row.account === null ? null : nameOf(row.account, row.accountZh),
    owner: nameOf(row.owner, row.ownerZh),
    team: { id: row.teamId, name: nameOf(row.team, row.teamZh) },
    stage: nameOf(row.stage, row.stageZh),
    amount: amountOf(row),
    reportingMinor: reporting(row.currency, row.amountMinor),
    amountBefore: before && amountOf(before),
    reportingChange: change === null ? null : reporting(row.currency, change.toString()),
    closeDate: row.closeDate,
    daysInStage: days,
    staleDays: row.staleDays,
    stale: isStale(days, row.staleDays),
    daysSlipped: slipped && row.closeDate !== null ? daysBetween(row.closeDate, today) : null,
    lacksNextStep: moment.isPresent && row.stageSide === 'sales' && lacksNextStep(row, today),
    nextStepDate: row.nextStepDate,
  };
}

const lacksNextStep = ({ nextStep, nextStepDate }: OpenOpportunityRow, today: PlainDate): boolean =>
  nextStep === null || nextStep.trim() === '' || (nextStepDate !== null && nextStepDate < today);

const handOffFact = (row: OverdueHandOffRow, asOf: Date, reporting: Reporting): HandOffFact => ({
  id: row.id,
  opportunityId: row.opportunityId,
  opportunity: row.opportunity,
  account: row.account === null ? null : nameOf(row.account, row.accountZh),
  from: nameOf(row.from, row.fromZh),
  to: { id: row.toTeamId, name: nameOf(row.to, row.toZh) },
  dueAt: row.dueAt.toISOString(),
  hoursLate: Math.floor((asOf.getTime() - row.dueAt.getTime()) / 3_600_000),
  reportingMinor: reporting(row.currency, row.amountMinor),
});

const amountOf = ({ amountMinor, currency }: Earlier): Amount | null =>
  amountMinor === null ? null : { amountMinor, currency };
