import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { IconListSearch } from '@tabler/icons-react';
import { searchedFor, useSearch, type SearchAnswer } from '../../api/search.api';
import { useText } from '../../i18n/use-text';
import type { EntryGroup } from './entry';
import { findEntries, isCalledSo } from './find-entries';
import { useCommandGroups } from './use-command-groups';
import { useRecentGroup, useRecordGroups } from './use-record-groups';

const pauseMs = 120;

/** What stands in the palette for what is typed. */
export function usePalette(onNew: () => void) {
  const t = useText();
  const [text, setText] = useState('');
  const wanted = text.trim();
  const [q] = useDebouncedValue(wanted, pauseMs);
  const search = useSearch(wanted === '' ? '' : q);
  const answer = wanted !== '' && isAbout(search.data, wanted) ? search.data : undefined;
  const commands = useCommandGroups(onNew);
  const recent = useRecentGroup();
  const records = useRecordGroups(answer);
  const found = commands.map((group) => ({ ...group, entries: findEntries(wanted, group.entries) }));
  const commandsFirst = isCalledSo(
    wanted,
    found.flatMap(({ entries }) => entries),
  );
  const all: EntryGroup = {
    key: 'more',
    title: t('shell.palette.groups.more'),
    entries: [
      {
        id: 'all',
        icon: IconListSearch,
        label: t('shell.palette.all', { q: wanted }),
        to: `/opportunities?q=${encodeURIComponent(wanted)}`,
      },
    ],
  };
  const answered = commandsFirst ? [...found, ...records, all] : [...records, ...found, all];
  const groups = (wanted === '' ? [recent, ...commands] : answered).filter(({ entries }) => entries.length > 0);
  return {
    wanted,
    setText,
    groups,
    search,
    /** Everything that will stand there does. */
    isSettled: wanted === '' || search.data?.q === wanted,
    /** What stands first will, whatever the answer is. */
    isFirstSure: wanted === '' || commandsFirst,
    found: groups.reduce((sum, { entries }) => sum + entries.length, 0),
    isNothingFound: answer?.q === wanted && wanted !== '' && groups.length === 1,
    /** Older ones may be missing: nobody needs to know where there are enough newer ones. */
    isPartial: answer?.whole === false && answer.opportunities.length < searchedFor,
  };
}

/** What the first letters found may stay until the answer to all of them is there; that to other letters may not. */
const isAbout = (answer: SearchAnswer | undefined, wanted: string): boolean =>
  answer !== undefined && (wanted.startsWith(answer.q) || answer.q.startsWith(wanted));
