import type { AgendaSummaryWire } from '@tandem/contracts';
import { dateFormat } from '../../formats/intl';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';

type Occurrence = Pick<AgendaSummaryWire, 'meetingDate' | 'startsAt' | 'endsAt' | 'zone'>;

/** Day and hours of a meeting on the wall of its own zone, with the zone named. */
export function useMeetingTime(): (meeting: Occurrence) => string {
  const t = useText();
  const { day, weekday } = useFormat();
  return ({ meetingDate, startsAt, endsAt, zone }) => {
    const wall = (instant: string) =>
      dateFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(
        new Date(instant),
      );
    return t('meetings.when', {
      day: `${weekday(meetingDate)} ${day(meetingDate)}`,
      from: wall(startsAt),
      until: wall(endsAt),
      zone,
    });
  };
}
