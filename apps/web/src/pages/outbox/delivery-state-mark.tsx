import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconBan,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconHelpCircle,
  IconRefresh,
  IconSend,
  type TablerIcon,
} from '@tabler/icons-react';
import type { DeliveryState } from '../../api/deliveries.api';
import { useText } from '../../i18n/use-text';
import classes from './delivery-state-mark.module.css';

/** What a reader of the page sees: a mail that came back is no longer just sent. */
export type ShownState = DeliveryState | 'bounced';

const icons: Readonly<Record<ShownState, TablerIcon>> = {
  pending: IconClock,
  claimed: IconClock,
  sending: IconSend,
  sent: IconCircleCheck,
  uncertain: IconHelpCircle,
  retry: IconRefresh,
  failed: IconCircleX,
  cancelled: IconBan,
  bounced: IconArrowBackUp,
};

export const shownStates = Object.keys(icons) as ShownState[];

const isKnown = (state: string): state is ShownState => state in icons;

/** What became of a mail, by icon and word. */
export function DeliveryStateMark({ state }: { readonly state: string }) {
  const t = useText();
  const Icon = isKnown(state) ? icons[state] : IconAlertTriangle;
  return (
    <span
      className={classes.mark}
      data-state={state}
      title={isKnown(state) ? t(`outbox.stateExplained.${state}`) : undefined}
    >
      <Icon size={15} aria-hidden />
      {isKnown(state) ? t(`outbox.state.${state}`) : state}
    </span>
  );
}
