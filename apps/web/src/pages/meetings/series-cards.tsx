import { IconRepeat } from '@tabler/icons-react';
import type { SeriesWire } from '@tandem/contracts';
import { useSeries } from '../../api/meetings.api';
import { dateFormat } from '../../formats/intl';
import { useFormat } from '../../formats/use-format';
import { useLocale, useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import classes from './meetings.module.css';

/** When the joint meetings return, who chairs them and who takes part. */
export function SeriesCards() {
  const t = useText();
  const series = useSeries().data?.items.filter(({ active }) => active) ?? [];
  if (series.length === 0) return null;
  return (
    <ul className={classes.series} aria-label={t('meetings.series')}>
      {series.map((one) => (
        <SeriesCard key={one.id} series={one} />
      ))}
    </ul>
  );
}

function SeriesCard({ series }: { readonly series: SeriesWire }) {
  const t = useText();
  const locale = useLocale();
  const nameOf = useName();
  const { count } = useFormat();
  // 2024-01-01 was a Monday, so that day n of that month is weekday n.
  const weekday = dateFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, 0, series.weekday)),
  );
  return (
    <li>
      <IconRepeat size={18} stroke={1.6} aria-hidden />
      <span>
        <strong>{nameOf(series.name)}</strong>
        <br />
        {t(series.everyWeeks === 1 ? 'meetings.rhythmWeekly' : 'meetings.rhythm', {
          count: series.everyWeeks,
          weekday,
          time: `${series.startsAt} (${series.zone})`,
          minutes: series.minutes,
        })}
        {' · '}
        {t('meetings.chair', { name: nameOf(series.chair.name) })}
        {' · '}
        <span title={series.members.map(({ name }) => nameOf(name)).join(', ')}>
          {t('meetings.members', { count: series.members.length, shown: count(series.members.length) })}
        </span>
      </span>
    </li>
  );
}
