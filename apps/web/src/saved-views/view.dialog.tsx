import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import type { SavedViewWire, ViewSharing } from '@tandem/contracts';
import { useState } from 'react';
import { isProblem } from '../api/problem-error';
import { useChangeView, useKeepView, useSavedViews } from '../api/saved-views.api';
import { Failure } from '../components/states';
import { BothValues } from '../conflicts/both-values';
import { say } from '../deeds/say';
import { useText } from '../i18n/use-text';
import { useFilterWords } from './use-filter-words';
import type { PageViews } from './use-page-views';

interface ViewDialogProps {
  readonly views: PageViews;
  /** Null for a new view of the present filter. */
  readonly edited: SavedViewWire | null;
  readonly onClose: () => void;
}

/** Gives a view its name, and says who finds it. */
export function ViewDialog({ views, edited, onClose }: ViewDialogProps) {
  const t = useText();
  const wordsOf = useFilterWords();
  const { data } = useSavedViews();
  const [name, setName] = useState(edited?.name ?? '');
  const [sharedWith, setSharedWith] = useState<ViewSharing>(edited?.sharedWith ?? 'nobody');
  const [asked, setAsked] = useState(false);
  const done = (view: SavedViewWire) => {
    say(t('views.saved', { name: view.name }));
    if (!edited) views.choose(view);
    onClose();
  };
  const keep = useKeepView(done);
  const change = useChangeView(done);
  const error = keep.error ?? change.error;
  const theirs = edited && isProblem(error, 412) ? (error.problem.current as Theirs) : null;
  const sharings = (['nobody', 'team', 'organisation'] as const).filter(
    (one) => data?.mayShareWith.includes(one) || one === edited?.sharedWith,
  );

  function submit(version = edited?.version) {
    setAsked(true);
    const given = { name: name.trim(), sharedWith };
    if (!given.name) return;
    if (edited && version !== undefined) change.mutate({ id: edited.id, version, ...given });
    else keep.mutate({ page: views.page, filter: views.filter, ...given });
  }

  return (
    <Modal
      opened
      centered
      onClose={onClose}
      title={edited ? t('views.edit', { name: edited.name }) : t('views.saveTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('views.shows', { filter: wordsOf(edited?.filter ?? views.filter) })}
          </Text>
          <TextInput
            label={t('views.name')}
            placeholder={t('views.namePlaceholder')}
            data-autofocus
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={asked && !name.trim() ? t('common.required') : undefined}
          />
          <NativeSelect
            label={t('views.who')}
            data={sharings.map((one) => ({ value: one, label: t(`views.sharing.${one}`) }))}
            value={sharedWith}
            onChange={(event) => setSharedWith(event.currentTarget.value as ViewSharing)}
          />
          {error && !theirs ? <Failure error={error} while="saving" /> : null}
          {theirs ? (
            <BothValues
              lead={t('opportunity.conflict.bySomebody')}
              rows={[
                { label: t('views.name'), theirs: theirs.name, yours: name.trim() },
                {
                  label: t('views.who'),
                  theirs: t(`views.sharing.${theirs.sharedWith}`),
                  yours: t(`views.sharing.${sharedWith}`),
                },
              ]}
              pending={change.isPending}
              onKeep={onClose}
              onApply={() => submit(theirs.version)}
            />
          ) : (
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <Button type="submit" loading={keep.isPending || change.isPending}>
                {t('common.save')}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Modal>
  );
}

type Theirs = Pick<SavedViewWire, 'name' | 'sharedWith' | 'version'>;
