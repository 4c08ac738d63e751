import { IconDropletFilled } from '@tabler/icons-react';
import type { FunnelRowWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { findLeaks, lostIn } from './find-leaks';
import classes from './funnel.module.css';

/** Says in words where the most of those that entered in the period were lost. */
export function LeakNotes({ rows }: { readonly rows: readonly FunnelRowWire[] }) {
  const t = useText();
  const nameOf = useName();
  const { count } = useFormat();
  const { biggest } = findLeaks(rows);
  if (!biggest) return null;
  return (
    <div className={classes.notes} role="note">
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
    </div>
  );
}
