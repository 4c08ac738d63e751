import { text } from '@tandem/language';
import { daysBetween, type PlainDate } from '@tandem/kernel';
import type {
  Amount,
  ConversionFact,
  FeedbackFact,
  FigureFact,
  ItemFacts,
  MixFact,
  Name,
  SaidFact,
} from './rules/agenda-facts';
import type { Movement } from './rules/weigh-values';
import {
  sayCount,
  sayDay,
  sayFact,
  sayMoney,
  sayName,
  sayPoints,
  saySentences,
  sayShare,
  sayValue,
  type Telling,
} from './say-facts';

interface Described {
  readonly title: string;
  readonly why: string;
}

/** An action that is due, or what became of one. */
export function describeAction(facts: ItemFacts, { locale }: Telling, kind: string): Described {
  const { title, owner, dueDate, figureKey, movement, meetingDate } = facts as unknown as ActionTold;
  const told = { title, owner: sayName(owner, locale), due: sayDay(dueDate, locale) };
  const say = (key: string, more: object = {}) => text(locale, `meetings:item.${kind}.${key}`, { ...told, ...more });
  if (kind === 'action_due') {
    const late = meetingDate ? daysBetween(dueDate, meetingDate) : 0;
    return { title: say('title'), why: late > 0 ? say('whyLate', { count: late }) : say('why') };
  }
  if (!movement || !figureKey) return { title: say('title'), why: say('why') };
  const { effect, measure, before, now } = movement;
  const figure = text(locale, `meetings:measure.${measure}`, { figure: text(locale, `figures:${figureKey}.name`) });
  return {
    title: say('title'),
    why: say(`effect_${effect}`, { figure, before: sayValue(before, locale), now: sayValue(now, locale) }),
  };
}

interface ActionTold {
  readonly title: string;
  readonly owner: Name;
  readonly dueDate: PlainDate;
  readonly meetingDate: PlainDate | null;
  readonly figureKey: string | null;
  readonly movement: Movement | null;
}

/** A shared figure with its target, its pace and the period before. */
export function describeFigure(facts: ItemFacts, { locale }: Telling, kind: string): Described {
  const { key, period, value, previous, target, attainment, standing } = facts as unknown as FigureFact;
  const name = text(locale, `figures:${key}.name`);
  const said = { name, period, value: sayValue(value, locale) };
  const parts = [
    text(locale, `meetings:item.${kind}.why`),
    target ? text(locale, 'meetings:figure.target', { target: sayValue(target, locale) }) : '',
    target && attainment && value?.unit !== 'ratio'
      ? text(locale, 'meetings:figure.attained', { share: sayShare(attainment) })
      : '',
    standing ? text(locale, `meetings:standing.${standing}`) : '',
    previous ? text(locale, 'meetings:figure.before', { previous: sayValue(previous, locale) }) : '',
  ];
  return {
    title: text(locale, 'meetings:figure.title', said),
    why: saySentences(parts, locale),
  };
}

/** A step of the funnel that leaks, or the one that loses most. */
export function describeLeak(facts: ItemFacts, { locale }: Telling, kind: string): Described {
  const { from, to, rate, previousRate, mature, converted, points, threshold } = facts as unknown as ConversionFact & {
    readonly points: number;
    readonly threshold: number;
  };
  const told = {
    from: sayName(from, locale),
    to: sayName(to, locale),
    rate: rate === null ? '' : sayShare(rate),
    previous: previousRate === null ? '' : sayShare(previousRate),
    mature: sayCount(mature, locale),
    converted: sayCount(converted, locale),
    lost: sayCount(mature - converted, locale),
    points: sayPoints(points),
    threshold: sayPoints(threshold),
  };
  return {
    title: text(locale, `meetings:item.${kind}.title`, told),
    why: text(locale, `meetings:item.${kind}.why`, told),
  };
}

/** What the sides said of each other in the week before. */
export function describeFeedback(facts: ItemFacts, { locale }: Telling): Described {
  const { weekStart, leadQuality, followUp } = facts as unknown as FeedbackFact;
  const told = ({ average }: SaidFact) =>
    average === null
      ? text(locale, 'meetings:item.feedback.few')
      : text(locale, 'meetings:item.feedback.of', { average });
  const counts = { sales: sayCount(leadQuality.count, locale), marketing: sayCount(followUp.count, locale) };
  return {
    title: text(locale, 'meetings:item.feedback.title', { leads: told(leadQuality), followUp: told(followUp) }),
    why: text(locale, 'meetings:item.feedback.why', { week: sayDay(weekStart, locale), ...counts }),
  };
}

/** What was sold, by product family. */
export function describeMix(facts: ItemFacts, { locale }: Telling): Described {
  const { families, others } = facts as unknown as Pick<MixFact, 'families'> & Partial<Pick<MixFact, 'others'>>;
  const named = families.map(
    ({ family, share }) => `${family ?? text(locale, 'meetings:noFamily')} ${sayShare(share)}`,
  );
  const rest = others
    ? [`${text(locale, 'meetings:otherFamilies', { count: others.count })} ${sayShare(others.share)}`]
    : [];
  const list = [...named, ...rest].join(text(locale, 'meetings:comma'));
  const said = { period: sayFact(facts.period, locale), list };
  return { title: text(locale, 'meetings:item.mix.title', said), why: text(locale, 'meetings:item.mix.why', said) };
}

/** What both departments spent out of one purse. */
export function describePurse(facts: ItemFacts, { locale }: Telling): Described {
  const { period, sales, marketing } = facts as unknown as { period: string; sales: Amount; marketing: Amount };
  const said = { period, sales: sayMoney(sales), marketing: sayMoney(marketing) };
  return { title: text(locale, 'meetings:item.purse.title', said), why: text(locale, 'meetings:item.purse.why', said) };
}
