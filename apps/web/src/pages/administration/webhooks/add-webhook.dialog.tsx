import { MultiSelect, TextInput } from '@mantine/core';
import type { WebhookEvent } from '@tandem/contracts';
import { useState } from 'react';
import { useAddWebhook } from '../../../api/webhooks.api';
import { useText } from '../../../i18n/use-text';
import { FormDialog } from '../form-dialog';
import type { ToldOnce } from '../told-once.dialog';
import { events } from './events';
import { secretTold } from './secret-told';

interface AddProps {
  readonly onClose: () => void;
  readonly onSecret: (told: ToldOnce) => void;
}

/** Another receiver; without a choice it is told of everything there is and will be. */
export function AddWebhookDialog({ onClose, onSecret }: AddProps) {
  const t = useText();
  const [url, setUrl] = useState('');
  const [description, setDescription] = useState('');
  const [chosen, setChosen] = useState<WebhookEvent[]>([]);
  const [isAsked, setAsked] = useState(false);
  const add = useAddWebhook(({ secret }) => {
    onClose();
    onSecret(secretTold(t, url.trim(), secret));
  });
  function submit() {
    setAsked(true);
    if (url.trim() === '') return;
    add.mutate({
      url: url.trim(),
      description: description.trim() || null,
      events: chosen.length === 0 ? ['*'] : chosen,
    });
  }
  return (
    <FormDialog
      title={t('administration:webhooks.add')}
      submit={t('administration:webhooks.add')}
      pending={add.isPending}
      error={add.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        type="url"
        label={t('administration:webhooks.url')}
        placeholder="https://"
        required
        data-autofocus
        maxLength={2000}
        value={url}
        onChange={({ currentTarget }) => setUrl(currentTarget.value)}
        error={isAsked && url.trim() === '' ? t('common.required') : undefined}
      />
      <TextInput
        label={t('administration:webhooks.description')}
        maxLength={190}
        value={description}
        onChange={({ currentTarget }) => setDescription(currentTarget.value)}
      />
      <MultiSelect
        label={t('administration:webhooks.events')}
        placeholder={chosen.length === 0 ? t('administration:webhooks.everything') : undefined}
        searchable
        clearable
        data={events}
        value={chosen}
        onChange={setChosen}
      />
    </FormDialog>
  );
}
