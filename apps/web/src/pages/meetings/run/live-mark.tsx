import { IconCircleFilled, IconPlugConnectedX } from '@tabler/icons-react';
import { useLive } from '../../../api/liveness';
import { useText } from '../../../i18n/use-text';
import classes from './run.module.css';

/** Whether everybody sees the same at once, or only now and then. */
export function LiveMark() {
  const t = useText();
  const isLive = useLive();
  return (
    <span className={classes.live} data-live={isLive || undefined}>
      {isLive ? <IconCircleFilled size={10} aria-hidden /> : <IconPlugConnectedX size={16} aria-hidden />}{' '}
      {t(isLive ? 'meetings.run.live' : 'meetings.run.notLive')}
    </span>
  );
}
