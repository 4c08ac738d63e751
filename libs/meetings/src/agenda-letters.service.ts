import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import type { Id } from '@tandem/kernel';
import { text } from '@tandem/language';
import {
  invitation,
  MailContents,
  Sender,
  type Addressee,
  type MailContent,
  type MailContentProvider,
} from '@tandem/mail';
import { ActionsReader } from './actions.reader';
import { agendaLetterKind } from './agenda-keeper';
import { AgendasReader } from './agendas.reader';
import { agendaLetter, type LetterFacts } from './letter/agenda-letter';
import { fitLetter, meetingUrl } from './letter/meeting-letters';
import { SeriesReader } from './series.reader';

/** Writes the letters that bring an agenda, each in its reader's language, with the invitation. */
@Injectable()
export class AgendaLetters implements MailContentProvider, OnModuleInit {
  readonly kind = agendaLetterKind;

  constructor(
    private readonly contents: MailContents,
    private readonly agendas: AgendasReader,
    private readonly actions: ActionsReader,
    private readonly series: SeriesReader,
    private readonly sender: Sender,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.contents.register(this);
  }

  async compose({ subjectId, personId, name, address, locale }: Addressee): Promise<MailContent | null> {
    const agenda = await this.agendas.find(subjectId as Id<'agenda'>);
    if (!agenda) return null;
    const [items, actions] = await Promise.all([this.agendas.items(agenda.id), this.actions.ofAgenda(agenda.id)]);
    const own = actions.filter(({ owner, state }) => owner.id === personId && state === 'open');
    const url = meetingUrl(this.config, agenda.id);
    const facts: LetterFacts = { agenda, items, own, reader: { name, locale }, url };
    const { letter, ...written } = fitLetter((most) => agendaLetter(facts, most));
    const calendar = invitation({
      uid: `${agenda.seriesKey}-${agenda.isoWeek}@${this.sender.host}`,
      sequence: 0,
      startsAt: agenda.startsAt,
      endsAt: agenda.endsAt,
      stampedAt: agenda.composedAt,
      summary: letter.series,
      description: text(locale, 'mail:agenda.openAt', { url }),
      url,
      organizer: { name: this.sender.name, address: this.sender.address },
      attendee: { name, address },
    });
    return { ...written, list: agenda.seriesKey, calendar };
  }

  async mayResend(subjectId: Id): Promise<boolean> {
    const agenda = await this.agendas.find(subjectId as Id<'agenda'>);
    return agenda !== null && (await this.series.get(agenda.seriesId)).resendUncertain;
  }
}
