import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { Paging } from '../page-contributions';
import { FirstTouchesReader, type LeadCase, type LeadFate } from './first-touches.reader';
import type { FlowAnswer, FlowQuestion, SlicedFlowQuestion } from './flow-question';
import { FlowRecordsReader, rowOf, type FlowRecords } from './flow-records.reader';
import { answerOf, FlowSettingReader, inScope, type FlowSetting } from './flow-setting.reader';
import { OffersReader, type OfferCase } from './offers.reader';
import type { HandOffFate } from './rules/judge-hand-off';
import { rateAnswers, type Compliance } from './rules/rate-answers';
import { summariseSpans, type Spans } from './rules/summarise-spans';

export interface HandOffFigures {
  readonly compliance: Compliance;
  /** Working minutes of the receiver until an offer was accepted, rejected or touched. */
  readonly response: Spans;
  /** Speed to lead: minutes on the wall until a human first touched what was created in the period. */
  readonly speed: Spans;
  /** Open ones that nobody has touched yet. */
  readonly waiting: number;
  /** Those that were closed without a human touch, as by an import. */
  readonly untouched: number;
}

type ClockCase = (OfferCase & { readonly clock: 'response' }) | (LeadCase & { readonly clock: 'speed' });

/** How quickly sales answers what marketing offers, and how quickly anybody touches what is new. */
@Injectable()
export class HandOffAnswersReader {
  constructor(
    private readonly database: Database,
    private readonly settings: FlowSettingReader,
    private readonly offers: OffersReader,
    private readonly leads: FirstTouchesReader,
    private readonly rows: FlowRecordsReader,
  ) {}

  async answers(question: SlicedFlowQuestion = {}): Promise<FlowAnswer<HandOffFigures>> {
    return this.database.snapshot(async () => {
      const setting = await this.settings.read(question);
      return answerOf(setting, await this.cases(setting), figuresOf);
    });
  }

  /** The offers by when they were due, or the new opportunities by when they were created; all, or those of one fate. */
  async records({
    limit,
    cursor,
    clock,
    fate,
    ...question
  }: FlowQuestion &
    Paging & {
      readonly clock: ClockCase['clock'];
      readonly fate?: HandOffFate | LeadFate | undefined;
    }): Promise<FlowRecords> {
    return this.database.snapshot(async () => {
      const setting = await this.settings.read(question);
      const wished = (await this.cases(setting)).filter(
        (one) => one.clock === clock && (fate === undefined || one.fate === fate),
      );
      return this.rows.page(
        setting,
        wished.map((one) => rowOf({ ...one, of: one.fate })),
        { limit, cursor },
      );
    });
  }

  private async cases(setting: FlowSetting): Promise<ClockCase[]> {
    const offers = inScope(await this.offers.due(setting), setting);
    const leads = await this.leads.leads(setting);
    return [
      ...offers.map((offer): ClockCase => ({ ...offer, clock: 'response' })),
      ...leads.map((lead): ClockCase => ({ ...lead, clock: 'speed' })),
    ];
  }
}

function figuresOf(cases: readonly ClockCase[]): HandOffFigures {
  const offers = cases.filter((one) => one.clock === 'response');
  const leads = cases.filter((one) => one.clock === 'speed');
  const minutes = (of: readonly ClockCase[]) => of.flatMap((one) => (one.minutes === null ? [] : [one.minutes]));
  return {
    compliance: rateAnswers(offers.map(({ fate }) => fate)),
    response: summariseSpans(minutes(offers)),
    speed: summariseSpans(minutes(leads)),
    waiting: leads.filter(({ fate }) => fate === 'waiting').length,
    untouched: leads.filter(({ fate }) => fate === 'untouched').length,
  };
}
