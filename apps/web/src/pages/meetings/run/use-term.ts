import type { AgendaWire } from '@tandem/contracts';
import { useSeries } from '../../../api/meetings.api';
import { useMe } from '../../../api/session.api';
import { shifted, type Term } from './read-day';

/** From this meeting, or today if that is later, until the next one: the days an action may be due on. */
export function useTerm({ meetingDate, seriesId }: AgendaWire): Term {
  const { today } = useMe().organisation;
  const everyWeeks = useSeries().data?.items.find(({ id }) => id === seriesId)?.everyWeeks ?? 1;
  return { from: today > meetingDate ? today : meetingDate, until: shifted(meetingDate, 7 * everyWeeks) };
}
