import { Injectable } from '@nestjs/common';
import { addDays, localDate, periodFrom, quarterOf, type Id, type PlainDate } from '@tandem/kernel';
import type { Organisation } from '@tandem/people';
import { AgendaFactsReader, type ActionRow } from './agenda-facts.reader';
import { MeetingFigures } from './meeting-figures';
import { MoneyFactsReader } from './money-facts.reader';
import type { ActionFact, AgendaFacts, FigureFact } from './rules/agenda-facts';
import { shareFamilies } from './rules/share-families';
import { nameOf, WorkGatherer } from './work-gatherer';

/** Which meeting an agenda is written for, and of which moment it speaks. */
export interface Writing {
  readonly seriesId: Id<'meeting_series'>;
  readonly meetingDate: PlainDate;
  readonly asOf: Date;
  readonly isPresent: boolean;
}

/** Gathers everything an agenda is written from; the rule decides what becomes of it. */
@Injectable()
export class FactsGatherer {
  constructor(
    private readonly past: AgendaFactsReader,
    private readonly work: WorkGatherer,
    private readonly money: MoneyFactsReader,
    private readonly figures: MeetingFigures,
  ) {}

  async gather(writing: Writing, organisation: Organisation): Promise<AgendaFacts> {
    const { seriesId, meetingDate, asOf, isPresent } = writing;
    const today = localDate(asOf, organisation.zone);
    const before = await this.past.meetingBefore(seriesId, meetingDate);
    const since = before?.composedAt ?? null;
    // A past week is told as it was known then; one before the records began, by what was learned since.
    const isKnown = isPresent || (await this.figures.anythingBy(asOf));
    const by = isPresent || !isKnown ? null : asOf;
    const figures = await this.figures.shared(today, by);
    const { opportunities, handOffs } = await this.work.gather(
      { asOf, before: since, isPresent, isKnown },
      organisation,
    );
    const actions = await this.past.actions(seriesId, { asOf, meetingDate, since });
    return {
      currency: organisation.reportingCurrency,
      meetingDate,
      actions: actions.map((action) => actionFact(action, figures)),
      leftOpen: before ? await this.past.leftOpen(before.id) : [],
      figures,
      conversions: await this.figures.conversions(today, by),
      opportunities,
      handOffs,
      feedback: await this.past.feedback(today),
      ...(await this.moneyOf(today, by, organisation)),
    };
  }

  private async moneyOf(
    today: PlainDate,
    by: Date | null,
    organisation: Organisation,
  ): Promise<Pick<AgendaFacts, 'mix' | 'purse'>> {
    const { reportingCurrency: currency } = organisation;
    const period = quarterOf(today, organisation);
    const from = periodFrom(period, organisation)?.from ?? today;
    const until = addDays(today, 1);
    const families = await this.money.families({ from, until, currency, by });
    const { sales, marketing } = await this.money.expenses({ from, until, currency, by });
    const spent = sales !== 0n || marketing !== 0n;
    const amount = (minor: bigint) => ({ amountMinor: minor.toString(), currency });
    return {
      mix: shareFamilies(families, period, currency),
      purse: spent ? { period, sales: amount(sales), marketing: amount(marketing) } : null,
    };
  }
}

function actionFact({ owner, ownerZh, figuresThen, ...action }: ActionRow, figures: readonly FigureFact[]): ActionFact {
  const present = figures.find(({ key }) => key === action.figureKey);
  const then = figuresThen.find(({ key }) => key === action.figureKey);
  return {
    ...action,
    owner: nameOf(owner, ownerZh),
    before: then ?? null,
    now: present ?? null,
  };
}
