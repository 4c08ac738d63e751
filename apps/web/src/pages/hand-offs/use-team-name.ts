import { usePeople } from '../../api/people.api';
import { useName } from '../../i18n/use-locale';

/** The name of a team by its id. */
export function useTeamName(): (id: string) => string {
  const nameOf = useName();
  const teams = usePeople().data?.teams ?? [];
  return (id) => {
    const team = teams.find((one) => one.id === id);
    return team ? nameOf(team.name) : '–';
  };
}
