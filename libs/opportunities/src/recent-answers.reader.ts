import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { actor } from '@tandem/kernel';
import { endingOf, partyCondition } from './hand-offs.reader';
import type { HandOffEnding } from './rules/decide-hand-off';

/** Why offers came back: of how many that was said when they were rejected, and of how many when they were given back. */
export interface ReasonCount {
  readonly reason: string;
  readonly rejected: number;
  readonly returned: number;
}

export interface RecentAnswers extends Readonly<Record<HandOffEnding, number>> {
  readonly since: Date;
  readonly reasons: readonly ReasonCount[];
}

interface Row {
  readonly ending: HandOffEnding;
  readonly reason: string | null;
  readonly count: string;
}

/** How the offers that ended lately ended, among those whoever asks is a party to. */
@Injectable()
export class RecentAnswersReader {
  constructor(private readonly database: Database) {}

  async read(since: Date): Promise<RecentAnswers> {
    const party = partyCondition(actor());
    const rows = await this.database.query<Row>(
      `SELECT ${endingOf} AS ending, h.reason_key AS reason, COUNT(*) AS count
       FROM hand_off h JOIN opportunity o ON o.id = h.opportunity_id
       WHERE h.state IN ('accepted', 'rejected', 'returned', 'expired') AND h.answered_at >= ? AND ${party.sql}
       GROUP BY ending, reason`,
      [since, ...party.parameters],
    );
    const count = (wished: HandOffEnding, reason?: string) =>
      rows
        .filter((row) => row.ending === wished && (reason === undefined || row.reason === reason))
        .reduce((sum, row) => sum + Number(row.count), 0);
    const reasons = [...new Set(rows.flatMap(({ ending, reason }) => (saysWhy(ending) && reason ? [reason] : [])))];
    return {
      since,
      accepted: count('accepted'),
      rejected: count('rejected'),
      returned: count('returned'),
      expired: count('expired'),
      closed: count('closed'),
      reasons: reasons
        .map((reason) => ({ reason, rejected: count('rejected', reason), returned: count('returned', reason) }))
        .toSorted(mostFrequentFirst),
    };
  }
}

const saysWhy = (ending: HandOffEnding): boolean => ending === 'rejected' || ending === 'returned';

const mostFrequentFirst = (one: ReasonCount, other: ReasonCount): number =>
  other.rejected - one.rejected || other.returned - one.returned || one.reason.localeCompare(other.reason, 'en');
