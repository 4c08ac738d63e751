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
import { letterHtml } from './letter/agenda-letter.html';
import { letterText } from './letter/agenda-letter.text';
import { SeriesReader } from './series.reader';

/** Gmail cuts a message off at 102 kB. */
const largestHtml = 95_000;
/** Items shown of one section, and when that would be too long. */
const shown = [40, 12] as const;

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
    const url = `${this.publicUrl()}/meetings/${agenda.id}`;
    const facts: LetterFacts = { agenda, items, own, reader: { name, locale }, url };
    const full = agendaLetter(facts, shown[0]);
    const letter = tooLong(letterHtml(full)) ? agendaLetter(facts, shown[1]) : full;
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
    return {
      subject: letter.subject,
      html: letterHtml(letter),
      text: letterText(letter),
      list: agenda.seriesKey,
      calendar,
    };
  }

  async mayResend(subjectId: Id): Promise<boolean> {
    const agenda = await this.agendas.find(subjectId as Id<'agenda'>);
    return agenda !== null && (await this.series.get(agenda.seriesId)).resendUncertain;
  }

  private publicUrl(): string {
    return (this.config.PUBLIC_URL ?? `http://localhost:${this.config.PORT}`).replace(/\/$/, '');
  }
}

const tooLong = (html: string): boolean => Buffer.byteLength(html) > largestHtml;
