import { ActionIcon, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { usePeople } from '../../api/people.api';
import { useMe } from '../../api/session.api';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import classes from './board-filter.module.css';
import type { useBoardFilter } from './use-board-filter';

/** Whose cards, of which team, and a word to look for. */
export function BoardFilterBar({ filter }: { readonly filter: ReturnType<typeof useBoardFilter> }) {
  const t = useText();
  const nameOf = useName();
  const { person } = useMe();
  const { data: people } = usePeople();
  const [typed, setTyped] = useState(filter.q ?? '');
  const [sent, setSent] = useState(filter.q);
  const search = useDebouncedCallback((q: string) => {
    setSent(q.trim() || undefined);
    filter.set('q', q.trim());
  }, 300);
  const [known, setKnown] = useState(filter.q);
  // A view that is chosen brings its own word to look for.
  if (filter.q !== known) {
    setKnown(filter.q);
    setSent(filter.q);
    if (filter.q !== sent) setTyped(filter.q ?? '');
  }
  const bound = ['rep', 'marketer', 'manager'].includes(person.role);
  return (
    <div className={classes.bar} role="search" aria-label={t('board.filter.label')}>
      <SegmentedControl
        size="xs"
        className={classes.scope}
        aria-label={t('board.filter.scope')}
        value={filter.mine ? 'mine' : 'all'}
        onChange={(who) => filter.set('who', who === 'mine' ? 'mine' : null)}
        data={[
          { value: 'all', label: bound ? t('board.filter.team') : t('board.filter.everyone') },
          { value: 'mine', label: t('board.filter.mine') },
        ]}
      />
      {bound ? null : (
        <NativeSelect
          size="xs"
          aria-label={t('board.filter.teamLabel')}
          className={classes.team}
          data={[
            { value: '', label: t('board.filter.anyTeam') },
            ...(people?.teams ?? []).map((team) => ({ value: team.id, label: nameOf(team.name) })),
          ]}
          value={filter.teamId ?? ''}
          onChange={(event) => filter.set('team', event.currentTarget.value)}
        />
      )}
      <NativeSelect
        size="xs"
        aria-label={t('views.closes.label')}
        className={classes.closes}
        data={[
          { value: '', label: t('views.closes.any') },
          { value: 'this_quarter', label: t('views.words.this_quarter') },
          { value: 'next_quarter', label: t('views.words.next_quarter') },
        ]}
        value={filter.closes ?? ''}
        onChange={(event) => filter.set('closes', event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        type="search"
        data-search
        aria-label={t('board.filter.search')}
        placeholder={t('board.filter.search')}
        className={classes.search}
        leftSection={<IconSearch size={15} aria-hidden />}
        value={typed}
        maxLength={100}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
      />
      {filter.isFiltered ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes.clear}
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
