import { Injectable } from '@nestjs/common';
import { Database, isDuplicate } from '@tandem/database';
import { newId, type Id } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import type { WrittenAgenda } from './agenda-composer';
import { AgendasRepository } from './agendas.repository';
import { MemberLetters } from './member-letters';
import type { Occurrence } from './rules/due-occurrences';
import type { SeriesView } from './series.reader';

/** The kind of letter that brings an agenda. */
export const agendaLetterKind = 'agenda';

interface Keeping {
  readonly series: SeriesView;
  readonly occurrence: Occurrence;
  readonly written: WrittenAgenda;
  readonly composedAt: Date;
  /** Whether members get it by mail. */
  readonly mailed: boolean;
}

/** Keeps a written agenda: the agenda, its items, one letter a member and the news of it, all or nothing. */
@Injectable()
export class AgendaKeeper {
  constructor(
    private readonly database: Database,
    private readonly agendas: AgendasRepository,
    private readonly letters: MemberLetters,
    private readonly outbox: Outbox,
  ) {}

  findId(seriesId: Id<'meeting_series'>, isoWeek: string): Promise<Id<'agenda'> | null> {
    return this.agendas.findId(seriesId, isoWeek);
  }

  /** Null when somebody else kept an agenda of this week first: theirs stands, and nothing of ours is left. */
  async keep(keeping: Keeping): Promise<Id<'agenda'> | null> {
    const id = newId<'agenda'>();
    try {
      await this.database.write(() => this.store(id, keeping));
      return id;
    } catch (error) {
      if (isDuplicate(error) && (await this.findId(keeping.series.id, keeping.occurrence.isoWeek))) return null;
      throw error;
    }
  }

  private async store(id: Id<'agenda'>, { series, occurrence, written, composedAt, mailed }: Keeping): Promise<void> {
    const { items, figures } = written;
    await this.agendas.insert({ id, seriesId: series.id, ...occurrence, composedAt, figures }, items);
    const { mails, withoutAddress } = await this.letters.ask(agendaLetterKind, id, mailed ? series.members : []);
    const { isoWeek, meetingDate } = occurrence;
    await this.outbox.record({
      topic: 'agenda.composed',
      subjectKind: 'agenda',
      subjectId: id,
      after: {
        series: series.seriesKey,
        isoWeek,
        meetingDate,
        items: items.length,
        mails,
        withoutAddress,
        figuresDigest: await this.agendas.digestOfFigures(id),
      },
    });
  }
}
