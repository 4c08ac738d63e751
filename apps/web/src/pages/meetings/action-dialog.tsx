import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { AgendaItemWire, AgendaWire } from '@tandem/contracts';
import { useAddAction } from '../../api/meetings.api';
import { usePeople } from '../../api/people.api';
import { useMe } from '../../api/session.api';
import { Failure } from '../../components/states';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';

interface ActionDialogProps {
  readonly agenda: AgendaWire;
  /** The item the action settles; absent for an action that stands by itself. */
  readonly item?: AgendaItemWire;
  /** What it begins with, when somebody chose more than to add one. */
  readonly preset?: { readonly heading: string; readonly title: string; readonly ownerId: string | null };
  readonly onClose: () => void;
}

/** An action has exactly one owner and a day before the next meeting. */
export function ActionDialog({ agenda, item, preset, onClose }: ActionDialogProps) {
  const t = useText();
  const nameOf = useName();
  const { person, organisation } = useMe();
  const people = usePeople().data?.people.filter(({ active }) => active) ?? [];
  const [title, setTitle] = useState(preset?.title ?? '');
  const [ownerId, setOwnerId] = useState<string | null>(preset ? preset.ownerId : person.id);
  const [dueDate, setDueDate] = useState(beforeNextMeeting(agenda.meetingDate, organisation.today));
  const [tried, setTried] = useState(false);
  const add = useAddAction(agenda.id, () => {
    notifications.show({ message: t('meetings.actionAdded') });
    onClose();
  });
  const needed = (missing: boolean) => (tried && missing ? t('meetings.needed') : undefined);
  return (
    <Modal
      opened
      onClose={onClose}
      title={preset?.heading ?? t('meetings.actionTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      centered
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (title.trim() && ownerId && dueDate)
            add.mutate({ title, ownerId, dueDate, agendaItemId: item?.id ?? null });
        }}
      >
        <Stack gap="sm">
          {item ? (
            <Text size="sm" c="dimmed">
              {item.title}
            </Text>
          ) : null}
          <TextInput
            data-autofocus
            label={t('meetings.actionWhat')}
            maxLength={500}
            value={title}
            error={needed(!title.trim())}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Select
            label={t('meetings.actionOwner')}
            data={people.map(({ id, name }) => ({ value: id, label: nameOf(name) }))}
            value={ownerId}
            searchable
            error={needed(!ownerId)}
            onChange={setOwnerId}
          />
          <TextInput
            type="date"
            label={t('meetings.actionDue')}
            min={organisation.today}
            value={dueDate}
            error={needed(!dueDate)}
            onChange={(event) => setDueDate(event.currentTarget.value)}
          />
          {add.isError ? <Failure error={add.error} while="saving" /> : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('meetings.cancel')}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {t('meetings.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const beforeNextMeeting = (meetingDate: string, today: string): string => {
  const start = meetingDate > today ? meetingDate : today;
  return new Date(new Date(`${start}T12:00:00Z`).getTime() + 6 * 86_400_000).toISOString().slice(0, 10);
};
