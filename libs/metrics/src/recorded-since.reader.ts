import { Injectable } from '@nestjs/common';
import { bin, Database, type Parameter } from '@tandem/database';
import { FunnelReader } from '@tandem/funnel';
import { startOfDay, type PlainDate } from '@tandem/kernel';
import type { AskedPeriod } from './asked-period.reader';
import { knownSql } from './knowledge';
import type { Reading } from './rules/facts';
import { note, type Note } from './rules/figure-value';

/** What of the periods that figures are compared with lies before all records; with a note for each. */
export interface Lacking {
  readonly previous: boolean;
  readonly yearBefore: boolean;
  readonly notes: readonly Note[];
}

/** Since when anything figures are made from has been recorded here. */
@Injectable()
export class RecordedSinceReader {
  constructor(
    private readonly database: Database,
    private readonly funnel: FunnelReader,
  ) {}

  /** Why no figure can be known as of a day in the past: nothing had been recorded by then. Null when something had. */
  async whyUnknown({ knownBy, today }: Pick<AskedPeriod, 'knownBy' | 'today'>): Promise<Note | null> {
    if (knownBy === null || (await this.anythingBy(knownBy))) return null;
    return note('nothing_recorded_yet', { day: today });
  }

  /** A period that ended before the first record cannot be compared with: what happened then nobody wrote down. */
  async lacking(asked: AskedPeriod, reading: Reading): Promise<Lacking> {
    const yearBefore = !(await this.anythingBefore(asked.yearBefore.until, asked, reading));
    const previous = yearBefore && !(await this.anythingBefore(asked.previous.until, asked, reading));
    return {
      previous,
      yearBefore,
      notes: [
        ...(previous ? [note('no_previous', { period: asked.previous.key })] : []),
        ...(yearBefore ? [note('no_year_before', { period: asked.yearBefore.key })] : []),
      ],
    };
  }

  /**
   * Whether anything is dated before a day, by what is known; before the first record a sum is not 0 but unknown. As restated, what an
   * import brought that was taken back never was.
   */
  async anythingBefore(
    day: PlainDate,
    { knownBy, zone }: Pick<AskedPeriod, 'knownBy' | 'zone'>,
    reading: Reading,
  ): Promise<boolean> {
    const known = (name: string) => knownSql(name, knownBy);
    const ofDeal = (name: string) => (reading === 'restated' ? everWas(name, knownBy) : known(name));
    const [m, b, e, q] = [ofDeal('m'), ofDeal('b'), known('e'), known('q')];
    const found = await this.database.query(
      `(SELECT 1 FROM opportunity_move m WHERE m.stage_to_id IN (?) AND m.at < ? ${m.and} LIMIT 1)
       UNION ALL (SELECT 1 FROM booking b WHERE b.booking_date < ? ${b.and} LIMIT 1)
       UNION ALL (SELECT 1 FROM expense_line e WHERE e.expense_date < ? ${e.and} LIMIT 1)
       UNION ALL (SELECT 1 FROM quota q WHERE q.starts_on < ? ${q.and} LIMIT 1)`,
      [
        await this.stages(),
        startOfDay(day, zone),
        ...m.parameters,
        day,
        ...b.parameters,
        day,
        ...e.parameters,
        day,
        ...q.parameters,
      ],
    );
    return found.length > 0;
  }

  /** Whether anything had been recorded by a moment; a move is never true after it was recorded, which spares most of the log. */
  async anythingBy(moment: Date): Promise<boolean> {
    const found = await this.database.query(
      `(SELECT 1 FROM opportunity_move m WHERE m.stage_to_id IN (?) AND m.at <= ? AND m.recorded_at <= ? LIMIT 1)
       UNION ALL (SELECT 1 FROM booking WHERE recorded_at <= ? LIMIT 1)
       UNION ALL (SELECT 1 FROM expense_line WHERE recorded_at <= ? LIMIT 1)
       UNION ALL (SELECT 1 FROM quota WHERE recorded_at <= ? LIMIT 1)`,
      [await this.stages(), moment, moment, moment, moment, moment],
    );
    return found.length > 0;
  }

  /** Named one by one, stages make stretches of the index of moves; joined, the server reads all moves where there is nothing to find. */
  private async stages(): Promise<Parameter> {
    const ids = (await this.funnel.stages()).map(({ id }) => bin(id));
    return ids.length > 0 ? ids : [null];
  }
}

/** That a row was known, and that its opportunity has not lost its beginning since. */
function everWas(alias: string, by: Date | null): ReturnType<typeof knownSql> {
  const [known, gone] = [knownSql(alias, by), knownSql('w', by)];
  return {
    and: `${known.and} AND NOT EXISTS (SELECT 1 FROM opportunity_move w WHERE w.corrects_seq = 1
      AND w.opportunity_id = ${alias}.opportunity_id AND w.correction = 'withdraw' ${gone.and})`,
    parameters: [...known.parameters, ...gone.parameters],
  };
}
