import { plusDays, workingDaysIn, type Span } from '../calendar';
import { fraction, nearest } from '../exact';
import type { History, QuotaRow } from '../history/history';
import type { QuotaShare } from './book';
import { cover } from './cover';
import { officesOf } from './find-places';

/**
 * The quotas of a period: of each holder the one for exactly these days, or several that cover them without gap or overlap, each by its
 * last revision. Who joins or leaves inside a quota's own days carries the share of its working days.
 */
export function findQuotas(history: History, period: Span): QuotaShare[] {
  const currency = history.organisation[0]?.reportingCurrency;
  const rows = history.quotas.filter((row) => row.currency === currency);
  const holders = new Set(rows.map(holderOf));
  return [...holders].flatMap((holder) => {
    const own = lastRevisions(rows.filter((row) => holderOf(row) === holder));
    return cover(own, period).map((row) => shareOf(row, history));
  });
}

const holderOf = ({ teamId, personId }: QuotaRow): string => personId ?? teamId ?? '';

const lastRevisions = (rows: readonly QuotaRow[]): QuotaRow[] =>
  rows.filter(
    (row) =>
      !rows.some(
        (other) =>
          other.startsOn === row.startsOn && other.endsBefore === row.endsBefore && other.revision > row.revision,
      ),
  );

function shareOf(row: QuotaRow, history: History): QuotaShare {
  const officeOf = officesOf(history);
  const whole = { from: row.startsOn, until: row.endsBefore };
  if (row.teamId !== null) {
    const place = { personId: null, teamId: row.teamId, officeId: officeOf(row.teamId) };
    return { ofTeam: true, ...place, minor: row.amountMinor, isProrated: false };
  }
  const person = history.persons.find(({ id }) => id === row.personId);
  const teamId = person?.teamId ?? null;
  const here = {
    from: person?.joinedOn && person.joinedOn > whole.from ? person.joinedOn : whole.from,
    until: person?.leftOn && person.leftOn < plusDays(whole.until, -1) ? plusDays(person.leftOn, 1) : whole.until,
  };
  const isProrated = here.from !== whole.from || here.until !== whole.until;
  const [worked, all] = [BigInt(workingDaysIn(here)), BigInt(workingDaysIn(whole))];
  const minor = isProrated && all > 0n ? nearest(fraction(row.amountMinor * worked, all)) : row.amountMinor;
  return { ofTeam: false, personId: row.personId, teamId, officeId: officeOf(teamId), minor, isProrated };
}
