import { localTime, type Locale, type PlainDate } from '@tandem/kernel';
import { text } from '@tandem/language';
import type { ActionView } from '../actions.reader';
import type { AgendaSummary, ItemView } from '../agendas.reader';
import { describeItem } from '../describe-item';
import { sections, type FigureFact, type Section } from '../rules/agenda-facts';
import { carriedTooOften } from '../rules/carry-over';
import { asksForDecision } from '../rules/compose-agenda';
import { tenThousandths } from '../rules/weigh-values';
import { sayDay, sayMoment, sayName, sayWeekday, type Telling } from '../say-facts';

/** What a letter is written from. */
export interface LetterFacts {
  readonly agenda: AgendaSummary;
  readonly items: readonly ItemView[];
  /** Open actions of the reader in this series. */
  readonly own: readonly ActionView[];
  readonly reader: { readonly name: string; readonly locale: Locale };
  /** Where the meeting stands in the application. */
  readonly url: string;
}

export interface LetterItem {
  readonly title: string;
  readonly why: string;
  /** How often it was carried over, in words; empty for a new one. */
  readonly carried: string;
  readonly isUrgent: boolean;
  /** How much of a target is reached, in percent from 0 to 100; null without one, and where less is better. */
  readonly reached: number | null;
}

/** The letter in words; HTML and text show the same. */
export interface Letter {
  readonly locale: Locale;
  readonly subject: string;
  readonly series: string;
  readonly when: string;
  readonly chair: string;
  readonly greeting: string;
  readonly intro: string;
  readonly nothing: string | null;
  readonly ownTitle: string;
  readonly own: readonly { readonly title: string; readonly due: string; readonly isOverdue: boolean }[];
  readonly sections: readonly {
    readonly title: string;
    readonly items: readonly LetterItem[];
    readonly more: string | null;
  }[];
  readonly open: string;
  readonly url: string;
  readonly footer: string;
}

/** Words a letter; `most` items a section are shown, and how many more there are is said. */
export function agendaLetter({ agenda, items, own, reader, url }: LetterFacts, most: number): Letter {
  const { locale, name } = reader;
  const { zone, meetingDate, composedAt } = agenda;
  const words = meetingWords(agenda, locale);
  const { series, day } = words;
  const say = (key: string, facts: object = {}) => text(locale, `mail:agenda.${key}`, { series, day, ...facts });
  const toDecide = items.filter((item) => asksForDecision([item])).length;
  // The page counts every item, so the subject names that number too.
  const inAll = say('inAll', { count: items.length });
  return {
    ...words,
    locale,
    subject: toDecide === 0 ? say('subjectNothing') : say('subject', { count: toDecide, inAll }),
    greeting: say('greeting', { name }),
    intro: say('intro', { at: sayMoment(composedAt.toISOString(), locale, zone) }),
    nothing: toDecide === 0 ? say('nothing') : null,
    ownTitle: own.length === 0 ? say('ownNone') : say('own', { count: own.length }),
    own: own.map((action) => ownAction(action, meetingDate, locale)),
    sections: sections.flatMap((section) => letterSection(section, items, { locale, zone, most })),
    open: say('open'),
    url,
  };
}

/** What every letter about a meeting says of it: whose, when, who runs it, and why one gets it. */
export function meetingWords(agenda: AgendaSummary, locale: Locale) {
  const { zone, meetingDate, startsAt, endsAt, chair } = agenda;
  const series = sayName({ en: agenda.seriesName, zhTW: agenda.seriesNameZh }, locale);
  const day = sayDay(meetingDate, locale);
  const say = (key: string, facts: object) => text(locale, `mail:agenda.${key}`, { series, day, ...facts });
  const hours = { from: localTime(startsAt, zone), until: localTime(endsAt, zone), zone: zoneName(zone) };
  return {
    series,
    day,
    when: say('when', { weekday: sayWeekday(meetingDate, locale), ...hours }),
    chair: say('chair', { name: sayName({ en: chair.name, zhTW: chair.nameZh }, locale) }),
    footer: say('footer', {}),
  };
}

function letterSection(
  section: Section,
  items: readonly ItemView[],
  reader: { locale: Locale; zone: string; most: number },
) {
  const { locale, zone, most } = reader;
  const within = items.filter((item) => item.section === section);
  if (within.length === 0) return [];
  const beyond = within.length - most;
  return [
    {
      title: text(locale, `meetings:section.${section}`),
      items: within.slice(0, most).map((item) => letterItem(item, { locale, zone })),
      more: beyond > 0 ? text(locale, 'mail:agenda.more', { count: beyond }) : null,
    },
  ];
}

/** Items in words, because a meeting of a hundred is told the same a hundred times. A change to an item gives it a new version. */
const worded = new Map<string, LetterItem>();
const mostWorded = 5_000;

function letterItem(item: ItemView, { locale, zone }: Telling): LetterItem {
  const key = `${item.id} ${item.version} ${locale} ${zone}`;
  const known = worded.get(key);
  if (known) return known;
  const made = {
    ...describeItem(item, { locale, zone }),
    carried: sayCarried(item.carried, locale),
    isUrgent: item.carried >= carriedTooOften,
    reached: reachedOf(item),
  };
  if (worded.size >= mostWorded) worded.clear();
  worded.set(key, made);
  return made;
}

/** How often an item was carried over; empty for a new one. */
export function sayCarried(count: number, locale: Locale): string {
  if (count === 0) return '';
  return text(locale, count >= carriedTooOften ? 'meetings:carriedTooOften' : 'meetings:carried', { count });
}

export function ownAction({ title, dueDate }: ActionView, meetingDate: PlainDate, locale: Locale) {
  const isOverdue = dueDate < meetingDate;
  return {
    title,
    isOverdue,
    due: text(locale, `mail:agenda.${isOverdue ? 'overdue' : 'due'}`, { due: sayDay(dueDate, locale) }),
  };
}

function reachedOf({ section, facts }: ItemView): number | null {
  const { attainment, betterWhen } = facts as unknown as FigureFact;
  if (section !== 'number' || typeof attainment !== 'string' || betterWhen === 'lower') return null;
  return Math.min(100, Math.max(0, Math.round(tenThousandths(attainment) / 100)));
}

/** `Asia/Taipei` as people write it. */
const zoneName = (zone: string): string => zone.replaceAll('_', ' ');
