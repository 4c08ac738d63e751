import { Injectable, Logger } from '@nestjs/common';
import { Clock, type Id } from '@tandem/kernel';
import { AgendaComposer } from './agenda-composer';
import { AgendaKeeper } from './agenda-keeper';
import { notDueYet, noSuchWeek } from './meetings.errors';
import { dueOccurrences, occurrenceIn, type DueOccurrence } from './rules/due-occurrences';
import { SeriesReader, type SeriesView } from './series.reader';

/** Sees to it that every meeting that is due has its agenda, whoever asks how often. */
@Injectable()
export class AgendaPlanner {
  private readonly logger = new Logger('Planner');

  constructor(
    private readonly series: SeriesReader,
    private readonly composer: AgendaComposer,
    private readonly keeper: AgendaKeeper,
    private readonly clock: Clock,
  ) {}

  /** Writes what is due and not there yet; gives the ids of the agendas it wrote. A series that fails holds up no other. */
  async planDue(now: Date = this.clock.now()): Promise<Id<'agenda'>[]> {
    const written: Id<'agenda'>[] = [];
    for (const series of await this.series.active()) {
      try {
        for (const occurrence of dueOccurrences(series, now)) {
          const { id, isNew } = await this.ensure(series, occurrence, now);
          if (isNew) written.push(id);
        }
      } catch (error) {
        this.logger.error(`The agenda of ${series.seriesKey} could not be written: ${(error as Error).stack ?? ''}`);
      }
    }
    return written;
  }

  /**
   * The agenda of any ISO week, written now if it is not there. A week the planner would write is written as it would,
   * letters included; a week long past is written for the record, as things stood when it was due, and nobody is mailed.
   */
  async composeFor(seriesKey: string, isoWeek: string): Promise<Id<'agenda'>> {
    const series = await this.series.byKey(seriesKey);
    const occurrence = occurrenceIn(series, isoWeek);
    if (!occurrence) throw noSuchWeek(isoWeek);
    const now = this.clock.now();
    const due = dueOccurrences(series, now).find((found) => found.isoWeek === isoWeek);
    if (!due && occurrence.dueAt > now) {
      const early = await this.keeper.findId(series.id, isoWeek);
      if (early) return early;
      throw notDueYet(isoWeek, occurrence.dueAt);
    }
    return (await this.ensure(series, due ?? { ...occurrence, mailed: false }, now)).id;
  }

  private async ensure(
    series: SeriesView,
    occurrence: DueOccurrence,
    now: Date,
  ): Promise<{ id: Id<'agenda'>; isNew: boolean }> {
    const known = await this.keeper.findId(series.id, occurrence.isoWeek);
    if (known) return { id: known, isNew: false };
    const { mailed, dueAt, meetingDate } = occurrence;
    const asOf = mailed ? now : dueAt;
    const written = await this.composer.compose({ seriesId: series.id, meetingDate, asOf, isPresent: mailed });
    const kept = await this.keeper.keep({ series, occurrence, written, composedAt: asOf, mailed });
    if (kept) return { id: kept, isNew: true };
    const theirs = await this.keeper.findId(series.id, occurrence.isoWeek);
    if (!theirs) throw new Error(`the agenda of ${occurrence.isoWeek} is neither ours nor anybody's`);
    return { id: theirs, isNew: false };
  }
}
