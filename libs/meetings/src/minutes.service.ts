import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { actor, Clock, decided, type Id } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { AgendasRepository } from './agendas.repository';
import { agendaChanged, noAgenda, notChair } from './meetings.errors';
import { MemberLetters } from './member-letters';
import { decideMinutes } from './rules/decide-minutes';
import { mayRun } from './rules/may-run';
import { SeriesReader } from './series.reader';

/** The kind of letter that brings minutes. */
export const minutesLetterKind = 'minutes';

/** Ends a meeting with its minutes. */
@Injectable()
export class MinutesService {
  constructor(
    private readonly database: Database,
    private readonly agendas: AgendasRepository,
    private readonly series: SeriesReader,
    private readonly letters: MemberLetters,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The chair closes the meeting and sends its minutes to every member of both sides. They are sent once: after that nothing happens. */
  async send(id: Id<'agenda'>, version: number): Promise<void> {
    await this.database.write(async () => {
      const agenda = await this.agendas.lock(id);
      if (!agenda) throw noAgenda(id);
      const series = await this.series.get(agenda.seriesId);
      if (!mayRun(actor(), series.chair.id)) throw notChair();
      if (agenda.version !== version) throw agendaChanged(agenda, version);
      if (agenda.minutesAt !== null) return;
      const { state } = decided(decideMinutes(agenda));
      const minutesAt = this.clock.now();
      if (!(await this.agendas.setMinutes(id, version, minutesAt))) throw agendaChanged(agenda, version);
      const reached = await this.letters.ask(minutesLetterKind, id, series.members);
      await this.outbox.record({
        topic: 'agenda.minutes_sent',
        subjectKind: 'agenda',
        subjectId: id,
        before: { state: agenda.state },
        after: { state, minutesAt, ...reached },
      });
    });
  }
}
