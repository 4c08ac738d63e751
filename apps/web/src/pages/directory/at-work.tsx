import { IconCircleCheck, IconMoon } from '@tabler/icons-react';
import type { DirectoryEntryWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import classes from './directory.module.css';

interface AtWorkProps {
  readonly person: DirectoryEntryWire;
  /** When the answer came. */
  readonly now: number;
}

/** What the wall shows where somebody is, and whether it is working time there. */
export function AtWork({ person: { zone, isAtWork, changesAt }, now }: AtWorkProps) {
  const t = useText();
  const format = useFormat();
  const Icon = isAtWork ? IconCircleCheck : IconMoon;
  return (
    <span className={classes.work} data-at-work={isAtWork || undefined}>
      <Icon size={16} aria-hidden />
      <span>
        {format.time(new Date(now).toISOString(), zone)}
        {zone === format.zone ? '' : ` ${placeOf(zone)}`}
        {' · '}
        {standing()}
      </span>
    </span>
  );

  function standing(): string {
    if (changesAt === null) return t('directory:away');
    const isSoon = new Date(changesAt).getTime() - now < 12 * 3_600_000;
    const until = isSoon ? format.time(changesAt, zone) : format.weekTime(changesAt, zone);
    return t(isAtWork ? 'directory:atWork' : 'directory:offUntil', { until });
  }
}

/** `Asia/Taipei` is called by its city. */
const placeOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
