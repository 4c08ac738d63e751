import { Injectable } from '@nestjs/common';
import { bin, Database, type Parameter } from '@tandem/database';
import { cursorParts, dateFrom, idFrom, paged, type Id, type PlainDate } from '@tandem/kernel';
import { HandOffsReader, type HandOffView, type Named } from '@tandem/opportunities';
import { OrganisationReader } from '@tandem/people';
import type { FeedbackAbout } from './feedback';
import { weekStartOf } from './rules/begin-week';
import { fewestTold } from './rules/tell-week';

/** What somebody wrote. The score is in the average alone: beside the words of others it would tell theirs. */
export interface FeedbackWords {
  readonly id: Id<'feedback'>;
  readonly about: FeedbackAbout;
  readonly weekStart: PlainDate;
  readonly comment: string;
  /** Null when it was written without a name. */
  readonly author: Named<'person'> | null;
  readonly isOfHandOff: boolean;
  /** Null when it is of a week, or of a hand-off that whoever asks may not see. */
  readonly handOff: HandOffView | null;
}

interface Row {
  readonly id: Id<'feedback'>;
  readonly about: FeedbackAbout;
  readonly weekStart: PlainDate;
  readonly comment: string;
  readonly handOffId: Id<'hand_off'> | null;
  readonly authorId: Id<'person'> | null;
  readonly authorName: string | null;
  readonly authorNameZh: string | null;
}

const nobody = '00000000-0000-0000-0000-000000000000';

/** What the sides wrote to each other, the latest week first. */
@Injectable()
export class FeedbackWordsReader {
  constructor(
    private readonly database: Database,
    private readonly organisation: OrganisationReader,
    private readonly handOffs: HandOffsReader,
  ) {}

  /**
   * Words without a name appear once their week is over: before, whoever was seen writing just now would be known. And only where
   * enough of that week have none: a single one would be whose name is missing among the others.
   */
  async list({ limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined }) {
    const thisWeek = weekStartOf(await this.organisation.today());
    const parts = cursorParts(cursor, 2);
    const week = dateFrom(String(parts?.[0] ?? '')) ?? thisWeek;
    const behind: Parameter[] = parts ? [week, week, bin(idFrom(String(parts[1])) ?? nobody)] : [];
    const rows = await this.database.query<Row>(
      `SELECT g.id, g.about, g.week_start AS weekStart, g.comment, g.hand_off_id AS handOffId, p.id AS authorId, p.name AS authorName,
         p.name_zh AS authorNameZh
       FROM feedback g LEFT JOIN person p ON p.id = g.author_id
       WHERE g.comment IS NOT NULL AND (g.author_id IS NOT NULL OR g.week_start < ? AND
         (SELECT COUNT(*) FROM feedback u WHERE u.week_start = g.week_start AND u.about = g.about AND u.author_id IS NULL) >= ?)
         ${parts ? 'AND (g.week_start < ? OR (g.week_start = ? AND g.id < ?))' : ''}
       ORDER BY g.week_start DESC, g.id DESC LIMIT ?`,
      [thisWeek, fewestTold, ...behind, limit + 1],
    );
    const { items, page } = paged(rows, limit, (row) => [row.weekStart, row.id]);
    const seen = await this.handOffs.visibleOf(items.flatMap(({ handOffId }) => handOffId ?? []));
    return { items: items.map((row) => wordsOf(row, seen)), page };
  }
}

const wordsOf = (row: Row, seen: ReadonlyMap<string, HandOffView>): FeedbackWords => ({
  id: row.id,
  about: row.about,
  weekStart: row.weekStart,
  comment: row.comment,
  author: row.authorId && { id: row.authorId, name: row.authorName ?? '', nameZh: row.authorNameZh },
  isOfHandOff: row.handOffId !== null,
  handOff: (row.handOffId && seen.get(row.handOffId)) ?? null,
});
