import { Select, type SelectProps } from '@mantine/core';
import { usePeople } from '../api/people.api';
import { useName } from '../i18n/use-locale';

type Given = Omit<SelectProps, 'data' | 'value' | 'onChange'>;

interface PersonSelectProps extends Given {
  readonly value: string | null;
  readonly onPerson: (id: string | null) => void;
  /** Keeps only the people of this team. */
  readonly teamId?: string | undefined;
}

/** Chooses an active person, by typing or by team. */
export function PersonSelect({ value, onPerson, teamId, ...given }: PersonSelectProps) {
  const nameOf = useName();
  const { data } = usePeople();
  const active = (data?.people ?? []).filter((person) => person.active || person.id === value);
  const teams = (data?.teams ?? []).filter(({ id }) => teamId === undefined || id === teamId);
  const groups = teams.map((team) => ({
    group: nameOf(team.name),
    items: active.filter((person) => person.teamId === team.id).map(optionOf),
  }));
  const free = teamId === undefined ? active.filter((person) => person.teamId === null).map(optionOf) : [];
  return (
    <Select
      {...given}
      searchable
      data={[...groups.filter(({ items }) => items.length > 0), ...free]}
      value={value}
      onChange={onPerson}
    />
  );

  function optionOf(person: (typeof active)[number]) {
    return { value: person.id, label: nameOf(person.name) };
  }
}
