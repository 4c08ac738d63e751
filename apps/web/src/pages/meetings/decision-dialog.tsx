import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { AgendaItemWire } from '@tandem/contracts';
import { useChangeItem } from '../../api/meetings.api';
import { isProblem } from '../../api/problem-error';
import { Failure } from '../../components/states';
import { useText } from '../../i18n/use-text';

interface DecisionDialogProps {
  readonly agendaId: string;
  readonly item: AgendaItemWire;
  readonly state: 'decided' | 'dropped';
  readonly onClose: () => void;
}

/** Closes an item with a decision, or drops it with the reason why. */
export function DecisionDialog({ agendaId, item, state, onClose }: DecisionDialogProps) {
  const t = useText();
  const [decision, setDecision] = useState('');
  const [tried, setTried] = useState(false);
  const change = useChangeItem(agendaId, onClose);
  const missing = decision.trim() === '';
  const drops = state === 'dropped';
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(drops ? 'meetings.dropTitle' : 'meetings.decisionTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      centered
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (missing) return;
          change.mutate(
            { id: item.id, version: item.version, state, decision },
            {
              onError: (error) => {
                if (!isProblem(error, 412)) return;
                notifications.show({ color: 'yellow', message: t('meetings.itemStale') });
                onClose();
              },
            },
          );
        }}
      >
        <Text size="sm" c="dimmed" mb="xs">
          {item.title}
        </Text>
        <Textarea
          data-autofocus
          label={t(drops ? 'meetings.reason' : 'meetings.decision')}
          autosize
          minRows={3}
          maxLength={2000}
          value={decision}
          error={tried && missing ? t(drops ? 'meetings.reasonNeeded' : 'meetings.decisionNeeded') : undefined}
          onChange={(event) => setDecision(event.currentTarget.value)}
        />
        {change.isError ? <Failure error={change.error} while="saving" /> : null}
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('meetings.cancel')}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {t('meetings.record')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
