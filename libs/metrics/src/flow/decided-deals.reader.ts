import { Injectable } from '@nestjs/common';
import { holds, type PlainDate } from '@tandem/kernel';
import { AccountMergesReader } from '../account-merges.reader';
import { ClosingFactsReader } from '../closing-facts.reader';
import type { ClosingEvent } from '../rules/facts';
import type { FlowBelonging } from './flow-belongings.reader';
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
  constructor(
    private readonly closings: ClosingFactsReader,
    private readonly merges: AccountMergesReader,
  ) {}

  async decided(
    setting: FlowSetting,
    logs: ReadonlyMap<string, readonly FlowMove[]>,
    belongings: ReadonlyMap<string, FlowBelonging>,
  ): Promise<DecidedDeal[]> {
    const { asked, knowledge, directory } = setting;
    const events = await this.closings.closings(asked.period, {
      zone: asked.zone,
      knowledge,
      officeOf: (teamId) => directory.teams.get(teamId)?.officeId ?? null,
      survived: await this.merges.survivors(knowledge),
    });
    return [...byOpportunity(events)].flatMap(([opportunityId, own]) => {
      const matched = matchClosings(own, logs.get(opportunityId) ?? [], knowledge.reading);
      const belonging = belongings.get(opportunityId);
      return own.flatMap((event, place) => {
        if (!holds(asked.period, event.date)) return [];
        const closed = matched[place];
        return [
          {
            ...event,
            id: `${opportunityId}:${place}`,
            campaignId: belonging?.campaignId ?? null,
            segment: belonging?.segment ?? null,
            productId: belonging?.productId ?? null,
            isNewBusiness: belonging?.bookingType === 'new_business',
            road: closed?.road ?? [],
            valueMinor: closed ? setting.worthOf(closed.move.amountMinor, closed.move.currency) : null,
          },
        ];
      });
    });
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
