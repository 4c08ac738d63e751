import { IconDropletFilled, IconTrendingDown } from '@tabler/icons-react';
import type { FunnelRowWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { findLeaks, lostIn } from './find-leaks';
import classes from './funnel.module.css';

/** Says in words where the most are lost, and where it got worse. */
export function LeakNotes({ rows }: { readonly rows: readonly FunnelRowWire[] }) {
  const t = useText();
  const nameOf = useName();
  const { count, ratio } = useFormat();
  const { biggest, fell } = findLeaks(rows);
  if (!biggest && !fell) return <p className={classes.notes}>{t('funnel.noLeak')}</p>;
  return (
    <div className={classes.notes} role="note">
      {biggest ? (
        <p>
          <IconDropletFilled size={16} aria-hidden /> <strong>{`${t('funnel.leak')}${t('common.colon')}`}</strong>
          {t('funnel.leakText', {
            lost: count(lostIn(biggest)),
            mature: count(biggest.conversion.mature),
            from: nameOf(biggest.from.name),
            to: nameOf(biggest.to.name),
            days: biggest.conversion.windowDays,
          })}
        </p>
      ) : null}
      {fell ? (
        <p>
          <IconTrendingDown size={16} aria-hidden /> <strong>{`${t('funnel.fell')}${t('common.colon')}`}</strong>
          {t('funnel.fellText', {
            from: nameOf(fell.from.name),
            to: nameOf(fell.to.name),
            rate: ratio(fell.conversion.rate ?? '0'),
            previous: ratio(fell.conversion.previousRate ?? '0'),
          })}
        </p>
      ) : null}
    </div>
  );
}
