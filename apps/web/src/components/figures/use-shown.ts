import type { FigureKey, FigureValue, RangeWire } from '@tandem/contracts';
import { useDefinitions } from '../../api/figures.api';
import { dateFormat } from '../../formats/intl';
import { shownDay } from '../../formats/time';
import { useFormat } from '../../formats/use-format';
import { useLocale } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { kindOf } from './period-key';

/** Writes a figure's value in full: these numbers are checked to the unit. */
export function useValue(): (value: FigureValue) => string {
  const { money, count, ratio } = useFormat();
  return (value) => {
    switch (value.unit) {
      case 'ratio':
        return ratio(value.ratio);
      case 'count':
        return count(value.count);
      case 'money':
        return money(value.money);
    }
  };
}

/** The agreed name of a figure; until the definitions are there, the short one. */
export function useFigureName(): (key: FigureKey) => string {
  const t = useText();
  const definitions = useDefinitions().data;
  return (key) => definitions?.find((definition) => definition.key === key)?.name ?? t(`figures.short.${key}`);
}

/** The first and the last day of a range, both included, always with the year. */
export function useRange(): (range: Pick<RangeWire, 'from' | 'until'>) => string {
  const t = useText();
  const locale = useLocale();
  return ({ from, until }) =>
    t('figures.range', { from: shownDay(from, locale), until: shownDay(dayBefore(until), locale) });
}

export function usePeriodName(): (key: string) => string {
  const t = useText();
  const locale = useLocale();
  return (key) => {
    const year = key.slice(0, 4);
    switch (kindOf(key)) {
      case 'year':
        return t('figures.period.year', { year });
      case 'quarter':
        return t('figures.period.quarter', { year, quarter: key.slice(6) });
      case 'week':
        return t('figures.period.week', { year, week: Number(key.slice(6)) });
      case 'month':
        return dateFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
          new Date(`${key}-01T00:00:00Z`),
        );
      case 'range': {
        const [from = '', until = ''] = key.split('..');
        return t('figures.range', { from: shownDay(from, locale), until: shownDay(until, locale) });
      }
      case 'fiscal_month':
      case null:
        return key;
    }
  };
}

const dayBefore = (day: string): string =>
  new Date(new Date(`${day}T12:00:00Z`).getTime() - 86_400_000).toISOString().slice(0, 10);
