import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useAddItem } from '../../api/meetings.api';
import { Failure } from '../../components/states';
import { useText } from '../../i18n/use-text';
import classes from './agenda.module.css';

/** Anybody who takes part may bring something up. */
export function AddItemForm({ agendaId }: { readonly agendaId: string }) {
  const t = useText();
  const [title, setTitle] = useState('');
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const add = useAddItem(agendaId, () => {
    setTitle('');
    setWhy('');
    setTried(false);
    notifications.show({ message: t('meetings.added') });
  });
  return (
    <form
      className={classes.add}
      aria-label={t('meetings.addItem')}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (title.trim()) add.mutate({ title, ...(why.trim() ? { why } : {}) });
      }}
    >
      <TextInput
        label={t('meetings.itemTitle')}
        maxLength={300}
        value={title}
        error={tried && !title.trim() ? t('meetings.needed') : undefined}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        label={t('meetings.itemWhy')}
        maxLength={500}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" leftSection={<IconPlus size={16} aria-hidden />} loading={add.isPending}>
        {t('meetings.addItem')}
      </Button>
      {add.isError ? <Failure error={add.error} while="saving" /> : null}
    </form>
  );
}
