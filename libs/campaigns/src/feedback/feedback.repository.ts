import { Injectable } from '@nestjs/common';
import { bin, Database, isDuplicate } from '@tandem/database';
import type { Id, PlainDate, Side } from '@tandem/kernel';
import type { FeedbackAbout } from './feedback';
import type { Feedback } from './feedback.entity';
import { givenAlready } from './feedback.errors';

@Injectable()
export class FeedbackRepository {
  constructor(private readonly database: Database) {}

  /** Refuses a second word of the same author on the same thing. */
  async add(row: Feedback): Promise<void> {
    const { id, about, weekStart, handOffId, weekMark, score, comment, authorId, givenAt, version } = row;
    try {
      await this.database.run(
        `INSERT INTO feedback (id, about, week_start, hand_off_id, week_mark, score, comment, author_id, given_at, version)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [bin(id), about, weekStart, bin(handOffId), weekMark, score, comment, bin(authorId), givenAt, version],
      );
    } catch (error) {
      throw isDuplicate(error) ? givenAlready() : error;
    }
  }

  async findForUpdate(id: Id<'feedback'>): Promise<Feedback | null> {
    const [row] = await this.database.query<Feedback>(
      `SELECT id, about, week_start AS weekStart, hand_off_id AS handOffId, week_mark AS weekMark, score, comment, author_id AS authorId,
         given_at AS givenAt, version FROM feedback WHERE id = ? FOR UPDATE`,
      [bin(id)],
    );
    return row ?? null;
  }

  async remove(id: Id<'feedback'>): Promise<void> {
    await this.database.run('DELETE FROM feedback WHERE id = ?', [bin(id)]);
  }

  /** How often a side has spoken without a name in a week; two at the same moment may both be its last, which does no harm. */
  async countUnnamed(about: FeedbackAbout, weekStart: PlainDate): Promise<number> {
    const [row] = await this.database.query<{ count: string }>(
      'SELECT COUNT(*) AS count FROM feedback WHERE week_start = ? AND about = ? AND author_id IS NULL',
      [weekStart, about],
    );
    return Number(row?.count ?? 0);
  }

  /** Those of a side who could have spoken: whoever cannot sign in hides nobody. */
  async countPeople(side: Side): Promise<number> {
    const [row] = await this.database.query<{ count: string }>(
      `SELECT COUNT(*) AS count FROM person
       WHERE active AND side = ? AND role <> 'viewer' AND password_hash IS NOT NULL AND email IS NOT NULL`,
      [side],
    );
    return Number(row?.count ?? 0);
  }
}
