import type { Me } from '@tandem/contracts';
import type { Asked } from '../../api/figures.api';
import { keyAway, keyHolding } from './period-key';

/** What a page asks about where its address names no period: the quarter that holds the day, or the week before it. */
export type Usual = 'quarter' | 'lastWeek';

/** What an address asks for; without a period, the usual one of today or of the past day of `asOf`. */
export function askedIn(
  address: URLSearchParams,
  { today, ...calendar }: Me['organisation'],
  usual: Usual = 'quarter',
): Asked {
  const given = (name: string) => address.get(name) ?? undefined;
  const asOf = given('asOf');
  const day = isDay(asOf) ? asOf : today;
  const usually = () =>
    usual === 'quarter' ? keyHolding('quarter', day, calendar) : keyAway(keyHolding('week', day, calendar), -1);
  return {
    period: given('period') ?? usually(),
    asOf,
    reading: given('reading') === 'reported' ? 'reported' : undefined,
    teamId: given('teamId'),
    officeId: given('officeId'),
    personId: given('personId'),
    sourceId: given('sourceId'),
  };
}

/** Whatever else the address says is for the API to refuse. */
const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);
