import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { useServerNow } from '../../../api/server-clock';
import { useText } from '../../../i18n/use-text';
import { clockText } from './clock-text';
import classes from './run.module.css';

interface CountdownProps {
  readonly since: string;
  readonly seconds: number;
  readonly of: 'meeting' | 'section';
}

/** What is left of a time that began at a moment of the server, or by how much it is over. */
export function Countdown({ since, seconds, of }: CountdownProps) {
  const t = useText();
  const now = useServerNow();
  // A clock that was read a moment before the meeting began would show more than there is.
  const left = seconds - Math.max(0, Math.floor((now - Date.parse(since)) / 1000));
  const Icon = left < 0 ? IconAlertTriangle : IconClock;
  return (
    <span className={classes.clock} data-over={left < 0 || undefined} data-of={of} role="timer" aria-live="off">
      <Icon size={of === 'meeting' ? 20 : 16} aria-hidden />{' '}
      {left < 0 ? t('meetings.run.over', { time: clockText(left) }) : t('meetings.run.left', { time: clockText(left) })}
    </span>
  );
}
