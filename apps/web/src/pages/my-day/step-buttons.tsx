import {
  IconCalendarEvent,
  IconPhoneCheck,
  IconPhoneX,
  IconPlayerTrackNext,
  type TablerIcon,
} from '@tabler/icons-react';
import type { CallOutcome, WorkItem } from '@tandem/contracts';
import { useText } from '../../i18n/use-text';
import classes from './step-buttons.module.css';

/** A step that is asked for: of which opportunity, and after which call, if any. */
export interface Asked {
  readonly item: WorkItem;
  readonly outcome: CallOutcome | null;
}

const outcomes: readonly (readonly [CallOutcome, TablerIcon])[] = [
  ['connected', IconPhoneCheck],
  ['no_answer', IconPhoneX],
  ['meeting_booked', IconCalendarEvent],
];

interface StepButtonsProps {
  readonly item: WorkItem;
  /** What the opportunity is called here. */
  readonly name: string;
  readonly disabled: boolean;
  readonly onAsk: (asked: Asked) => void;
}

/** How the call went, or only what happens next: the first of two taps. */
export function StepButtons({ item, name, disabled, onAsk }: StepButtonsProps) {
  const t = useText();
  return (
    <div className={classes.buttons} role="group" aria-label={t('myDay:log', { name })}>
      {outcomes.map(([outcome, Icon]) => (
        <button
          key={outcome}
          type="button"
          className={`mantine-focus-auto ${classes.button}`}
          aria-disabled={disabled}
          aria-haspopup="dialog"
          onClick={() => ask(outcome)}
        >
          <Icon size={18} stroke={1.8} aria-hidden />
          {t(`myDay:outcome.${outcome}`)}
        </button>
      ))}
      <button
        type="button"
        className={`mantine-focus-auto ${classes.button}`}
        aria-disabled={disabled}
        aria-haspopup="dialog"
        onClick={() => ask(null)}
      >
        <IconPlayerTrackNext size={18} stroke={1.8} aria-hidden />
        {t('myDay:setStep')}
      </button>
    </div>
  );

  // A button that is really disabled would lose the focus that comes back to it.
  function ask(outcome: CallOutcome | null) {
    if (!disabled) onAsk({ item, outcome });
  }
}
