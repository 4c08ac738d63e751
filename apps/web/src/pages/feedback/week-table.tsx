import { IconHourglass, IconUsersMinus } from '@tabler/icons-react';
import type { FeedbackOverviewWire, FeedbackToldWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import classes from './feedback.module.css';

type Week = FeedbackOverviewWire['weeks'][number];

/** Week by week what is said of both sides, or why it is not told. */
export function WeekTable({ weeks }: { readonly weeks: readonly Week[] }) {
  const t = useText();
  const format = useFormat();
  const shown = upToTheOldest(weeks);
  return (
    <section aria-labelledby="weeks">
      <h2 id="weeks" className={classes.title}>
        {t('feedback:weeks')}
      </h2>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('feedback:week')}</th>
            <th scope="col">{t('feedback:column.lead_quality')}</th>
            <th scope="col">{t('feedback:column.follow_up')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ weekStart, leadQuality, followUp }, back) => (
            <tr key={weekStart}>
              <th scope="row">{back === 0 ? t('feedback:thisWeek') : format.day(weekStart)}</th>
              <td>
                <Told told={leadQuality} side="sales" />
              </td>
              <td>
                <Told told={followUp} side="marketing" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.soft}>{t('feedback:rule')}</p>
    </section>
  );
}

/** What nobody spoke of longer ago is no news. */
function upToTheOldest(weeks: readonly Week[]): readonly Week[] {
  const oldest = weeks.findLastIndex(({ leadQuality, followUp }) => saidOf(leadQuality) + saidOf(followUp) > 0);
  return weeks.slice(0, Math.max(oldest + 1, 2));
}

const saidOf = ({ count, keptBack }: FeedbackToldWire) => count + keptBack;

function Told({ told, side }: { readonly told: FeedbackToldWire; readonly side: 'sales' | 'marketing' }) {
  const t = useText();
  const format = useFormat();
  const { count, keptBack, average, untold } = told;
  const kept = keptBack > 0 ? [t('feedback:keptBack', { count: keptBack })] : [];
  if (average !== null)
    return (
      <>
        <span className={classes.average}>
          {format.count(Number(average))}
          <span className={classes.soft}> / 5</span>
        </span>
        <span className={classes.track} aria-hidden>
          <span className={classes.bar} data-side={side} style={{ width: `${Number(average) * 20}%` }} />
        </span>
        <span className={classes.soft}>{[t('feedback:answers', { count }), ...kept].join(' · ')}</span>
      </>
    );
  if (untold === 'nobody') return <span className={classes.soft}>{t('feedback:untold.nobody')}</span>;
  const isFew = untold === 'too_few';
  const Icon = isFew ? IconUsersMinus : IconHourglass;
  const why = t(isFew ? 'feedback:untold.too_few' : 'feedback:untold.week_not_over');
  const rest = count === 0 && isFew ? [] : [`${t('feedback:answers', { count })}${t('common.colon')}${why}`];
  return (
    <span className={classes.untold}>
      <Icon size={16} aria-hidden />
      <span>{[...rest, ...kept].join(' · ')}</span>
    </span>
  );
}
