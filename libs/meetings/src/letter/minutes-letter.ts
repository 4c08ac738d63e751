import type { Locale } from '@tandem/kernel';
import { text } from '@tandem/language';
import type { ActionView } from '../actions.reader';
import type { AgendaSummary, ItemView } from '../agendas.reader';
import { describeItem } from '../describe-item';
import { waitsForDecision } from '../rules/carry-over';
import { sayDay, sayName } from '../say-facts';
import { meetingWords, ownAction, type Letter, type LetterItem } from './agenda-letter';

/** What minutes are written from. */
export interface MinutesFacts {
  readonly agenda: AgendaSummary;
  readonly items: readonly ItemView[];
  /** Those agreed at the meeting, and those still open from before. */
  readonly actions: readonly ActionView[];
  readonly reader: { readonly id: string; readonly name: string; readonly locale: Locale };
  readonly url: string;
}

/** Words the minutes: who does what until when, what was decided and dropped, what comes back; in the shape of the agenda's letter. */
export function minutesLetter({ agenda, items, actions, reader, url }: MinutesFacts, most: number): Letter {
  const { locale, name } = reader;
  const words = meetingWords(agenda, locale);
  const say = (key: string, facts: object = {}) =>
    text(locale, `mail:minutes.${key}`, { series: words.series, day: words.day, ...facts });
  const agreed = actions.filter(({ agendaId }) => agendaId === agenda.id);
  const own = actions.filter(({ owner, state }) => owner.id === reader.id && state === 'open');
  const worded = (of: readonly ItemView[], why: (item: ItemView) => string) =>
    of.map((item) => letterItem(describeItem(item, { locale, zone: agenda.zone }).title, why(item)));
  const settled = (state: ItemView['state']) =>
    worded(
      items.filter((item) => item.state === state),
      ({ decision }) => decision ?? '',
    );
  const open = items.filter(({ state }) => state === 'open');
  const comingBack = open.filter((item) => waitsForDecision(item) && item.parkedAt === null);
  const parts: readonly (readonly [string, readonly LetterItem[]])[] = [
    ['agreed', agreed.map((action) => letterItem(action.title, promised(action, locale)))],
    ['decided', settled('decided')],
    ['dropped', settled('dropped')],
    [
      'parked',
      worded(
        open.filter(({ parkedAt }) => parkedAt !== null),
        () => say('comesBack'),
      ),
    ],
    ['open', worded(comingBack, () => say('comesBack'))],
  ];
  const decisions = items.filter(({ state }) => state === 'decided' || state === 'dropped').length;
  return {
    ...words,
    locale,
    subject: say('subject', {
      actions: say('actions', { count: agreed.length }),
      decisions: say('decisions', { count: decisions }),
    }),
    greeting: text(locale, 'mail:agenda.greeting', { name }),
    intro: say('intro'),
    nothing: agreed.length + decisions === 0 ? say('nothing') : null,
    ownTitle:
      own.length === 0 ? text(locale, 'mail:agenda.ownNone') : text(locale, 'mail:agenda.own', { count: own.length }),
    own: own.map((action) => ownAction(action, agenda.meetingDate, locale)),
    sections: parts.flatMap(([key, all]) => (all.length === 0 ? [] : [sectionOf(say(key), all, { locale, most })])),
    open: text(locale, 'mail:agenda.open'),
    url,
  };
}

const letterItem = (title: string, why: string): LetterItem => ({
  title,
  why,
  carried: '',
  isUrgent: false,
  reached: null,
});

const promised = ({ owner, dueDate }: ActionView, locale: Locale): string =>
  text(locale, 'mail:minutes.promised', {
    owner: sayName({ en: owner.name, zhTW: owner.nameZh }, locale),
    due: sayDay(dueDate, locale),
  });

function sectionOf(title: string, items: readonly LetterItem[], reader: { locale: Locale; most: number }) {
  const beyond = items.length - reader.most;
  return {
    title,
    items: items.slice(0, reader.most),
    more: beyond > 0 ? text(reader.locale, 'mail:agenda.more', { count: beyond }) : null,
  };
}
