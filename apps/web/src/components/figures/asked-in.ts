import type { Me } from '@tandem/contracts';
import type { Asked } from '../../api/figures.api';
import { keyHolding } from './period-key';

/** What an address asks for; without a period, the quarter that holds today or the past day of `asOf`. */
export function askedIn(address: URLSearchParams, { today, ...calendar }: Me['organisation']): Asked {
  const given = (name: string) => address.get(name) ?? undefined;
  const asOf = given('asOf');
  return {
    period: given('period') ?? keyHolding('quarter', isDay(asOf) ? asOf : today, calendar),
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
