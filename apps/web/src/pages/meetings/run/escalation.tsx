import type { AgendaItemWire, AgendaWire } from '@tandem/contracts';
import { usePeople } from '../../../api/people.api';
import { useText } from '../../../i18n/use-text';
import { ActionDialog } from '../dialogs';

interface EscalationProps {
  readonly agenda: AgendaWire;
  readonly item: AgendaItemWire;
  readonly onClose: () => void;
}

/** Escalating is an action too: somebody above both sides decides before the next meeting. */
export function Escalation({ agenda, item, onClose }: EscalationProps) {
  const t = useText();
  const officer = usePeople().data?.people.find(({ role, active }) => active && role === 'revenue_officer');
  const preset = {
    heading: t('meetings.run.escalateTitle'),
    title: t('meetings.run.escalation', { title: item.title }).slice(0, 500),
    ownerId: officer?.id ?? null,
  };
  return <ActionDialog agenda={agenda} item={item} preset={preset} onClose={onClose} />;
}
