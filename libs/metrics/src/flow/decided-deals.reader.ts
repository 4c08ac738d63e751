import { Injectable } from '@nestjs/common';
import { holds, type PlainDate } from '@tandem/kernel';
import { ClosingFactsReader } from '../closing-facts.reader';
import type { ClosingEvent } from '../rules/facts';
import type { FlowDeal } from './flow-deals.reader';
import type { FlowSetting } from './flow-setting.reader';
import type { FlowMove } from './rules/flow-move';
import { matchClosings } from './rules/match-closings';
import type { FlowCredit } from './rules/slice-flow';

/** A closing of the period, or (sign −1) its being taken back, with what the log tells of it. */
export interface DecidedDeal extends FlowCredit {
  /** Of the event: an opportunity may be won, taken back and won again on one day. */
  readonly id: string;
  readonly opportunityId: string;
  readonly accountId: string | null;
  readonly outcome: 'won' | 'lost';
  readonly sign: 1 | -1;
  readonly date: PlainDate;
  readonly isRenewal: boolean;
  readonly isNewBusiness: boolean;
  /** Its log up to the closing. */
  readonly road: readonly FlowMove[];
  /** What it was closed at, at the plan rate; null without an amount or a rate. */
  readonly valueMinor: bigint | null;
}

/** What was won and lost in a period: the closings that the win rate of the scoreboard counts, each with its log. */
@Injectable()
export class DecidedDealsReader {
  constructor(private readonly closings: ClosingFactsReader) {}

  /** Finds in the log of an opportunity what was decided of it in the period. */
  async finder(setting: FlowSetting): Promise<(deal: FlowDeal) => DecidedDeal[]> {
    const { asked, knowledge, directory, survived } = setting;
    const events = await this.closings.closings(asked.period, {
      zone: asked.zone,
      knowledge,
      officeOf: (teamId) => directory.teams.get(teamId)?.officeId ?? null,
      survived,
    });
    const deals = byOpportunity(events);
    return ({ opportunityId, log, belonging }) => {
      const own = deals.get(opportunityId) ?? [];
      const matched = matchClosings(own, log, knowledge.reading);
      const { campaignId, segment, productId } = belonging;
      return own.flatMap((event, place) => {
        if (!holds(asked.period, event.date)) return [];
        const closed = matched[place];
        return [
          {
            ...event,
            id: `${opportunityId}:${place}`,
            campaignId,
            segment,
            productId,
            isNewBusiness: belonging.bookingType === 'new_business',
            road: closed?.road ?? [],
            valueMinor: closed ? setting.worthOf(closed.move.amountMinor, closed.move.currency) : null,
          },
        ];
      });
    };
  }
}

function byOpportunity(events: readonly ClosingEvent[]): Map<string, ClosingEvent[]> {
  const deals = new Map<string, ClosingEvent[]>();
  for (const event of events) {
    const own = deals.get(event.opportunityId);
    if (own) own.push(event);
    else deals.set(event.opportunityId, [event]);
  }
  return deals;
}
