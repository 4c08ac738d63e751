import { notifications } from '@mantine/notifications';
import type { AgendaItemWire } from '@tandem/contracts';
import { useChangeItem } from '../../../api/meetings.api';
import { isProblem } from '../../../api/problem-error';
import { sentenceOf } from '../../../components/states';
import { useText } from '../../../i18n/use-text';

/** Sets an item aside for the next meeting, or takes it up again; whoever parks goes on with the next. */
export function useParking(agendaId: string, onParked: () => void): (item: AgendaItemWire) => void {
  const t = useText();
  const { mutate, isPending } = useChangeItem(agendaId, () => undefined);
  return ({ id, version, parked }) => {
    if (isPending) return;
    mutate(
      { id, version, state: parked ? 'open' : 'parked' },
      {
        onSuccess: () => {
          if (!parked) onParked();
        },
        onError: (error) =>
          notifications.show({
            color: 'yellow',
            message: isProblem(error, 412) ? t('meetings.itemStale') : sentenceOf(error, t),
          }),
      },
    );
  };
}
