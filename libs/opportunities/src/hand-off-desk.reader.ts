import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import { actor, Clock, type Id } from '@tandem/kernel';
import {
  CalendarReader,
  workingSecondsLeft,
  workingSpans,
  type WorkingCalendar,
  type WorkingSpan,
} from '@tandem/people';
import { HandOffsReader, partyCondition } from './hand-offs.reader';
import type { HandOffView } from './pipeline-views';
import { RecentAnswersReader, type RecentAnswers } from './recent-answers.reader';
import { SentBackReader, type SentBack } from './sent-back.reader';

/** An offer that waits, with its clock. */
export interface DeskOfferView extends HandOffView {
  readonly secondsLeft: number;
  /** Working minutes the contract gave for the answer. */
  readonly responseMinutes: number;
}

/** The seam as whoever asks sees it. */
export interface HandOffDesk {
  readonly asOf: Date;
  readonly waiting: { readonly count: number; readonly overdue: number; readonly items: readonly DeskOfferView[] };
  /** When each receiving team works in the coming days. */
  readonly hours: readonly { readonly teamId: Id<'team'>; readonly spans: readonly WorkingSpan[] }[];
  readonly answers: RecentAnswers;
  readonly sentBack: SentBack;
}

const day = 86_400_000;
const hoursAhead = 14 * day;
const answersBack = 30 * day;
/** What came back earlier and was not touched since shows up among the stalled ones. */
const sentBackWithin = 180 * day;

/** What waits for an answer, how offers were answered lately, and what came back, all of it as of one moment. */
@Injectable()
export class HandOffDeskReader {
  constructor(
    private readonly database: Database,
    private readonly handOffs: HandOffsReader,
    private readonly answers: RecentAnswersReader,
    private readonly sentBack: SentBackReader,
    private readonly calendars: CalendarReader,
    private readonly clock: Clock,
  ) {}

  async read(limit: number): Promise<HandOffDesk> {
    return this.database.snapshot(async () => {
      const asOf = this.clock.now();
      const before = (span: number) => new Date(asOf.getTime() - span);
      const { items } = await this.handOffs.list({ state: 'offered', limit });
      const calendars = await this.calendarsOf(items);
      return {
        asOf,
        waiting: { ...(await this.counts(asOf)), items: await this.withClocks(items, calendars, asOf) },
        hours: [...calendars].map(([teamId, calendar]) => ({
          teamId,
          spans: workingSpans(calendar, asOf, new Date(asOf.getTime() + hoursAhead)),
        })),
        answers: await this.answers.read(before(answersBack)),
        sentBack: await this.sentBack.read(before(sentBackWithin)),
      };
    });
  }

  private async counts(asOf: Date): Promise<{ readonly count: number; readonly overdue: number }> {
    const party = partyCondition(actor());
    const [row] = await this.database.query<{ count: string; overdue: string | null }>(
      `SELECT COUNT(*) AS count, SUM(h.due_at < ?) AS overdue
       FROM hand_off h JOIN opportunity o ON o.id = h.opportunity_id WHERE h.state = 'offered' AND ${party.sql}`,
      [asOf, ...party.parameters],
    );
    return { count: Number(row?.count ?? 0), overdue: Number(row?.overdue ?? 0) };
  }

  private async withClocks(
    items: readonly HandOffView[],
    calendars: ReadonlyMap<Id<'team'>, WorkingCalendar>,
    asOf: Date,
  ): Promise<DeskOfferView[]> {
    if (items.length === 0) return [];
    const rows = await this.database.query<{ id: Id<'hand_off'>; minutes: number }>(
      `SELECT h.id, c.response_minutes AS minutes FROM hand_off h JOIN hand_off_contract c ON c.id = h.contract_id WHERE h.id IN (?)`,
      [items.map(({ id }) => bin(id))],
    );
    const promised = new Map(rows.map(({ id, minutes }) => [id, minutes]));
    return items.map((handOff) => ({
      ...handOff,
      secondsLeft: workingSecondsLeft(calendars.get(handOff.toTeamId)!, asOf, handOff.dueAt),
      responseMinutes: promised.get(handOff.id)!,
    }));
  }

  private async calendarsOf(items: readonly HandOffView[]): Promise<ReadonlyMap<Id<'team'>, WorkingCalendar>> {
    const calendars = new Map<Id<'team'>, WorkingCalendar>();
    for (const teamId of new Set(items.map((item) => item.toTeamId))) {
      calendars.set(teamId, await this.calendars.forTeam(teamId));
    }
    return calendars;
  }
}
