import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { knownSql, type Selected } from './knowledge';
import type { Correction } from './rules/read-moves';

type Row = Correction & { readonly opportunityId: string };

/** Corrections of the log. They are few, and an index of their own finds them: all other logs are read as they stand. */
@Injectable()
export class CorrectionsReader {
  constructor(private readonly database: Database) {}

  /** What was corrected by a moment, oldest first, of the opportunities a query selects. */
  async among({ sql, parameters }: Selected, by: Date | null): Promise<Map<string, Correction[]>> {
    const known = knownSql('k', by);
    const found = await this.database.query('SELECT 1 FROM opportunity_move WHERE corrects_seq > 0 LIMIT 1');
    if (found.length === 0) return new Map();
    const rows = await this.database.query<Row>(
      `SELECT k.opportunity_id AS opportunityId, k.seq, k.correction, k.corrects_seq AS correctsSeq, k.at
       FROM (${sql}) c JOIN opportunity_move k ON k.opportunity_id = c.opportunity_id
       WHERE k.corrects_seq > 0 ${known.and} ORDER BY k.opportunity_id, k.seq`,
      [...parameters, ...known.parameters],
    );
    const corrections = new Map<string, Correction[]>();
    for (const row of rows) {
      const known = corrections.get(row.opportunityId);
      if (known) known.push(row);
      else corrections.set(row.opportunityId, [row]);
    }
    return corrections;
  }
}
