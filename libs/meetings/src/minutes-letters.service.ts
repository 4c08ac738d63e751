import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import type { Id } from '@tandem/kernel';
import { MailContents, type Addressee, type MailContent, type MailContentProvider } from '@tandem/mail';
import { ActionsReader } from './actions.reader';
import { AgendasReader } from './agendas.reader';
import { fitLetter, meetingUrl } from './letter/meeting-letters';
import { minutesLetter } from './letter/minutes-letter';
import { minutesLetterKind } from './minutes.service';
import { SeriesReader } from './series.reader';

/** Writes the letters that bring minutes, each in its reader's language. */
@Injectable()
export class MinutesLetters implements MailContentProvider, OnModuleInit {
  readonly kind = minutesLetterKind;

  constructor(
    private readonly contents: MailContents,
    private readonly agendas: AgendasReader,
    private readonly actions: ActionsReader,
    private readonly series: SeriesReader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.contents.register(this);
  }

  async compose({ subjectId, personId, name, locale }: Addressee): Promise<MailContent | null> {
    const agenda = await this.agendas.find(subjectId as Id<'agenda'>);
    if (!agenda) return null;
    const [items, actions] = await Promise.all([this.agendas.items(agenda.id), this.actions.ofAgenda(agenda.id)]);
    const url = meetingUrl(this.config, agenda.id);
    const facts = { agenda, items, actions, reader: { id: personId, name, locale }, url };
    const { subject, html, text } = fitLetter((most) => minutesLetter(facts, most));
    return { subject, html, text, list: agenda.seriesKey, calendar: null };
  }

  /** As with agendas: only where the series allows it is a letter with an open outcome sent once more, marked as a copy. */
  async mayResend(subjectId: Id): Promise<boolean> {
    const agenda = await this.agendas.find(subjectId as Id<'agenda'>);
    return agenda !== null && (await this.series.get(agenda.seriesId)).resendUncertain;
  }
}
