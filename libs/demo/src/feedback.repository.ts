import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { bin } from '@tandem/database';
import { addDays, isoWeekOf, mondayOf, newId } from '@tandem/kernel';
import type { Cast } from './cast.repository';
import { marketing, sales } from './outline/cards';
import { teams } from './outline/company';
import { dayAt, dayOf, instantOn, plainOf } from './rules/calendar';
import { drawFrom } from './rules/draw';
import { TableWriter } from './table-writer.repository';

const weeks = 9;
/** In that many weeks ago so few spoke that it is not told. */
const quietWeek = 4;

/** Writes what the two sides of the demo said of each other in the weeks that are over. */
@Injectable()
export class FeedbackRepository {
  constructor(private readonly writer: TableWriter) {}

  async add({ people }: Cast, { seed, now }: { readonly seed: number; readonly now: Date }): Promise<void> {
    const draw = drawFrom(seed, 'feedback');
    const today = plainOf(dayAt(now));
    const thisMonday = mondayOf(isoWeekOf(today)) ?? today;
    // Each is written once.
    const [ofSales, ofMarketing] = [[...sales], [...marketing]];
    const speakers = [...people.values()].filter(({ role, team }) => team !== null && role !== 'viewer');
    const rows = Array.from({ length: weeks }, (_, place) => weeks - place).flatMap((weeksAgo) => {
      const weekStart = addDays(thisMonday, -7 * weeksAgo);
      return speakers.flatMap(({ id, team }) => {
        const isSales = team !== null && teams[team].side === 'sales';
        // It has become better since the two sides talk of it.
        const score = Math.min(5, Math.max(1, Math.round(3.9 - weeksAgo * 0.12 + draw.share() * 2 - 1)));
        const isUnnamed = draw.chance(0.2);
        const isWritten = draw.chance(isSales ? 0.09 : 0.15);
        const given = instantOn(dayOf(weekStart) + draw.whole(0, 4), draw.whole(560, 1050));
        if (!draw.chance(weeksAgo === quietWeek ? 0.15 : 0.6)) return [];
        const comment = (isWritten && (isSales ? ofSales : ofMarketing).shift()) || null;
        return [
          [
            isUnnamed ? bin(randomUUID()) : bin(newId()),
            isSales ? 'lead_quality' : 'follow_up',
            weekStart,
            1,
            score,
            comment,
            isUnnamed ? null : bin(id),
            isUnnamed ? null : given,
            1,
          ],
        ];
      });
    });
    await this.writer.add('feedback', 'id about week_start week_mark score comment author_id given_at version', rows);
  }
}
