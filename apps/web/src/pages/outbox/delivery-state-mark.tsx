import {
  IconAlertTriangle,
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

const icons: Readonly<Record<DeliveryState, TablerIcon>> = {
  pending: IconClock,
  claimed: IconClock,
  sending: IconSend,
  sent: IconCircleCheck,
  uncertain: IconHelpCircle,
  retry: IconRefresh,
  failed: IconCircleX,
  cancelled: IconBan,
};

export const deliveryStates = Object.keys(icons) as DeliveryState[];

const isKnown = (state: string): state is DeliveryState => state in icons;

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
