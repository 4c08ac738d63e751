import { ActionIcon, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import type { StageWire } from '@tandem/contracts';
import { useState } from 'react';
import { PersonSelect } from '../../components/person-select';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import classes from './opportunities.module.css';
import type { useListFilter } from './use-list-filter';

interface ListFilterProps {
  readonly filter: ReturnType<typeof useListFilter>;
  readonly stages: readonly StageWire[];
}

export function ListFilter({ filter, stages }: ListFilterProps) {
  const t = useText();
  const nameOf = useName();
  const q = filter.value('q');
  const [typed, setTyped] = useState(q ?? '');
  const [known, setKnown] = useState(q);
  const [sent, setSent] = useState(q);
  const search = useDebouncedCallback((text: string) => {
    setSent(text.trim() || undefined);
    filter.set('q', text.trim());
  }, 300);
  // Whoever comes with another text in the address, as from the search, finds it in the field too.
  if (q !== known) {
    setKnown(q);
    setSent(q);
    if (q !== sent) setTyped(q ?? '');
  }
  return (
    <div className={classes.filter} role="search" aria-label={t('board.filter.label')}>
      <TextInput
        size="xs"
        type="search"
        aria-label={t('board.filter.search')}
        placeholder={t('board.filter.search')}
        leftSection={<IconSearch size={15} aria-hidden />}
        maxLength={100}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
      />
      <Select
        size="xs"
        clearable
        aria-label={t('opportunity.list.outcome')}
        placeholder={t('opportunity.list.anyOutcome')}
        data={(['open', 'won', 'lost', 'cancelled'] as const).map((one) => ({
          value: one,
          label: t(`words:outcome.${one}`),
        }))}
        value={filter.value('outcome') ?? null}
        onChange={(next) => filter.set('outcome', next)}
      />
      <Select
        size="xs"
        clearable
        aria-label={t('opportunity.list.stage')}
        placeholder={t('opportunity.list.anyStage')}
        data={stages.map((stage) => ({ value: stage.id, label: nameOf(stage.name) }))}
        value={filter.value('stage') ?? null}
        onChange={(next) => filter.set('stage', next)}
      />
      <PersonSelect
        size="xs"
        clearable
        aria-label={t('opportunity.list.owner')}
        placeholder={t('opportunity.list.anyOwner')}
        value={filter.filter.ownerId ?? null}
        onPerson={(next) => filter.set('owner', next)}
      />
      <Select
        size="xs"
        clearable
        aria-label={t('views.closes.label')}
        placeholder={t('views.closes.any')}
        data={(['this_quarter', 'next_quarter'] as const).map((one) => ({
          value: one,
          label: t(`views.closes.${one}`),
        }))}
        value={filter.filter.closes ?? null}
        onChange={(next) => filter.set('closes', next)}
      />
      {filter.isFiltered ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('board.filter.clear')}
          title={t('board.filter.clear')}
          onClick={filter.clear}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      ) : null}
    </div>
  );
}
