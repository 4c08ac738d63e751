import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconPlayerTrackNext,
  IconTarget,
  type TablerIcon,
} from '@tabler/icons-react';
import type { FigureWire } from '@tandem/contracts';
import { useText } from '../../i18n/use-text';
import classes from './standing.module.css';

type Standing = NonNullable<FigureWire['standing']>;

const icons: Readonly<Record<Standing, TablerIcon>> = {
  met: IconCircleCheck,
  ahead: IconPlayerTrackNext,
  on_track: IconTarget,
  behind: IconAlertTriangle,
  missed: IconCircleX,
};

interface StandingMarkProps {
  readonly figure: Pick<FigureWire, 'standing' | 'pace'>;
  /** Share of the period's working days gone. */
  readonly gone: string;
}

/** Where a figure stands against its target or today's pace: always an icon and a word, never colour alone. */
export function StandingMark({ figure, gone }: StandingMarkProps) {
  const t = useText();
  // Before the first working day is over nobody stands anywhere.
  if (!figure.standing || Number(gone) <= 0) return null;
  const Icon = icons[figure.standing];
  return (
    <span className={classes.mark} data-standing={figure.standing}>
      <Icon size={16} stroke={2} aria-hidden />
      {figure.pace === null
        ? t(`figures.standingUnpaced.${figure.standing}`)
        : t(`figures.standing.${figure.standing}`)}
    </span>
  );
}
