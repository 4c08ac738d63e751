import { IconClock, IconClockExclamation, IconHourglassHigh, type TablerIcon } from '@tabler/icons-react';
import type { DeskOfferWire } from '@tandem/contracts';
import { useServerNow } from '../../api/server-clock';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import classes from './desk.module.css';
import { tellClock, type Span, type ToldClock } from './tell-clock';

const icons: Readonly<Record<ToldClock['standing'], TablerIcon>> = {
  calm: IconClock,
  soon: IconHourglassHigh,
  late: IconClockExclamation,
};

interface WorkingClockProps {
  readonly offer: DeskOfferWire;
  readonly asOf: number;
  readonly spans: readonly Span[];
}

/** The receiver's working time that is left or over, running second by second from what the server said. */
export function WorkingClock({ offer, asOf, spans }: WorkingClockProps) {
  const t = useText();
  const { instant } = useFormat();
  const { seconds, standing, runsAt } = tellClock({ ...offer, asOf, spans }, useServerNow());
  const Icon = icons[standing];
  return (
    <span
      className={classes.clock}
      data-standing={standing}
      role="timer"
      aria-live="off"
      title={t('handOffs.dueTip', { instant: instant(offer.dueAt) })}
    >
      <Icon size={17} aria-hidden />
      <span>{t(`desk:clock.${standing}`, { time: spanOf(Math.abs(seconds)) })}</span>
      {runsAt === null ? null : (
        <span className={classes.still}>{t('desk:still', { instant: instant(new Date(runsAt).toISOString()) })}</span>
      )}
    </span>
  );

  /** In the last minute the seconds count. */
  function spanOf(size: number): string {
    if (size < 60) return t('common.span.seconds', { seconds: size });
    const facts = { hours: Math.floor(size / 3600), minutes: Math.floor((size % 3600) / 60) };
    if (facts.hours === 0) return t('common.span.minutes', facts);
    return t(facts.minutes === 0 ? 'common.span.hours' : 'common.span.hoursAnd', facts);
  }
}
