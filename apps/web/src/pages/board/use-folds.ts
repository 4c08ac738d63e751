import { useMe } from '../../api/session.api';
import type { SectionName } from './sections';
import type { useBoardFilter } from './use-board-filter';

const all: readonly SectionName[] = ['marketing', 'sales', 'won'];

/** Which sides stand open; at first one's own, so that nothing has to be scrolled to. */
export function useFolds({ address, set }: ReturnType<typeof useBoardFilter>) {
  const { person } = useMe();
  const given = address.get('open');
  const open = given === null ? usual() : all.filter((name) => given.split(',').includes(name));
  return { open, toggle };

  function usual(): SectionName[] {
    if (person.side === 'marketing') return ['marketing'];
    return person.side === 'other' && window.innerWidth >= 1800 ? ['marketing', 'sales'] : ['sales'];
  }

  function toggle(section: SectionName) {
    const next = open.includes(section) ? open.filter((name) => name !== section) : [...open, section];
    set('open', next.join(',') || 'none');
  }
}
