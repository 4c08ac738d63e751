import { Button, Group, Modal, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { AgendaWire } from '@tandem/contracts';
import { useChangeAgenda } from '../../api/meetings.api';
import { isProblem } from '../../api/problem-error';
import { Failure } from '../../components/states';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';

interface CloseMeetingProps {
  readonly agenda: AgendaWire;
  /** Beside something that comes first. */
  readonly quiet?: boolean;
}

/** Ends the meeting after saying what stays open; what was ended too early can be opened again. */
export function CloseMeeting({ agenda, quiet = false }: CloseMeetingProps) {
  const t = useText();
  const { count } = useFormat();
  const [asking, setAsking] = useState(false);
  const change = useChangeAgenda(agenda.id);
  const open = agenda.items.filter(({ state }) => state === 'open').length;
  const turn = (state: AgendaWire['state']) =>
    change.mutate(
      { state, version: agenda.version },
      {
        onSuccess: () => {
          setAsking(false);
          if (state === 'held') notifications.show({ message: t('meetings.closed') });
        },
        onError: (error) => {
          if (!isProblem(error, 412)) return;
          setAsking(false);
          notifications.show({ color: 'yellow', message: t('meetings.stale') });
        },
      },
    );
  if (agenda.state === 'held') {
    return (
      <Button variant="default" loading={change.isPending} onClick={() => turn('composed')}>
        {t('meetings.reopenMeeting')}
      </Button>
    );
  }
  return (
    <>
      <Button variant={quiet ? 'default' : 'filled'} onClick={() => setAsking(true)}>
        {t('meetings.close')}
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('meetings.closeTitle')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
        centered
      >
        <Text size="sm">
          {open === 0 ? t('meetings.closeTextNone') : t('meetings.closeText', { count: open, shown: count(open) })}
        </Text>
        {change.isError ? <Failure error={change.error} while="saving" /> : null}
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={() => setAsking(false)}>
            {t('meetings.cancel')}
          </Button>
          <Button loading={change.isPending} onClick={() => turn('held')}>
            {t('meetings.closeConfirm')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
