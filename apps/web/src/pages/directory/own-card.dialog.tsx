import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import type { DirectoryEntryWire } from '@tandem/contracts';
import { useState } from 'react';
import { useOwnCard, useWriteOwnCard } from '../../api/directory.api';
import { isProblem } from '../../api/problem-error';
import { Failure, LoadingLines, sentenceOf } from '../../components/states';
import { say, sayNot } from '../../deeds/say';
import { useText } from '../../i18n/use-text';

/** What one lets colleagues know: a number, and what one can be asked about. */
export function OwnCardDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const own = useOwnCard(true);
  // Each refusal begins anew with what is in force; nothing else takes away what somebody types.
  const [refusals, setRefusals] = useState(0);
  return (
    <Modal
      opened
      centered
      onClose={onClose}
      title={t('directory:own.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      // Its head is no second banner of the page.
      attributes={{ header: { role: 'presentation' } }}
    >
      {own.isPending ? <LoadingLines lines={3} /> : null}
      {own.isError && !own.data ? <Failure error={own.error} onRetry={() => void own.refetch()} /> : null}
      {own.data ? (
        <OwnCardForm
          key={refusals}
          own={own.data}
          onStale={() => void own.refetch().then(() => setRefusals(refusals + 1))}
          onClose={onClose}
        />
      ) : null}
    </Modal>
  );
}

interface OwnCardFormProps {
  readonly own: DirectoryEntryWire;
  readonly onStale: () => void;
  readonly onClose: () => void;
}

function OwnCardForm({ own, onStale, onClose }: OwnCardFormProps) {
  const t = useText();
  const [{ version }] = useState(own);
  const [phone, setPhone] = useState(own.phone ?? '');
  const [askAbout, setAskAbout] = useState(own.askAbout ?? '');
  const isNoNumber = phone.trim() !== '' && phone.replaceAll(/\D/g, '').length < 3;
  const save = useWriteOwnCard(() => {
    say(t('directory:own.saved'));
    onClose();
  });
  function hear(error: Error) {
    if (!isProblem(error, 412)) return;
    sayNot(t('common.error.notSaved'), sentenceOf(error, t));
    onStale();
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isNoNumber) return;
        const card = { version, phone: phone.trim() || null, askAbout: askAbout.trim() || null };
        save.mutate(card, { onError: hear });
      }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('directory:own.lead')}
        </Text>
        <TextInput
          type="tel"
          label={t('directory:own.phone')}
          placeholder="+886 2 2345 6789"
          autoComplete="tel"
          data-autofocus
          maxLength={60}
          value={phone}
          error={isNoNumber ? t('directory:own.noNumber') : undefined}
          onChange={(event) => setPhone(event.currentTarget.value)}
        />
        <TextInput
          label={t('directory:own.askAbout')}
          placeholder={t('directory:own.askAboutExample')}
          maxLength={190}
          value={askAbout}
          onChange={(event) => setAskAbout(event.currentTarget.value)}
        />
        {save.error ? <Failure error={save.error} while="saving" /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
