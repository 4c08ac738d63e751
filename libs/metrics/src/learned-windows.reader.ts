import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { PlainDate } from '@tandem/kernel';
import { FunnelDealsReader, type DealsQuestion } from './funnel-deals.reader';
import { lastKnown } from './knowledge';
import { learnWindows, type LearnedWindows } from './rules/learn-windows';

/** Of the latest winners, how many windows are learned from. */
const winnersLooked = 500;
/** So many lists of winners are remembered, the latest asked for: a few hundred numbers each. */
const listsKept = 1_000;

interface Winner {
  readonly id: string;
  /** The last row of its log that is known. */
  readonly seq: number;
  /** How many rows of its log are known. */
  readonly known: number;
}

/**
 * Windows that nobody set, learned from past winners. A log only grows, so what was learned from these rows of these logs holds for
 * ever: it is remembered by their names, and each question asks anew which they are. Whatever is corrected, redated or reopened is one
 * more row, so another list.
 */
@Injectable()
export class LearnedWindowsReader {
  private readonly learned = new Map<string, LearnedWindows>();

  constructor(
    private readonly database: Database,
    private readonly log: FunnelDealsReader,
  ) {}

  /** Of the latest opportunities won before a day: by how they stand, or by how they stood when a moment was over. */
  async before(day: PlainDate, question: DealsQuestion): Promise<LearnedWindows> {
    const winners = await this.winners(day, question.knowledge.by);
    const key = keyOf(winners, question);
    const known = this.learned.get(key);
    if (known) this.learned.delete(key);
    const { windows, isLasting } = known ? { windows: known, isLasting: true } : await this.learn(winners, question);
    if (isLasting) this.remember(key, windows);
    return windows;
  }

  private async learn(winners: readonly Winner[], question: DealsQuestion) {
    const { deals, isLasting } = await this.log.entered(
      winners.map(({ id }) => id),
      question,
    );
    return { windows: learnWindows(deals, question.rows.length), isLasting };
  }

  /** Whoever was asked for longest ago is forgotten first. */
  private remember(key: string, windows: LearnedWindows): void {
    this.learned.set(key, windows);
    const [oldest] = this.learned.keys();
    if (this.learned.size > listsKept && oldest !== undefined) this.learned.delete(oldest);
  }

  private winners(day: PlainDate, by: Date | null): Promise<Winner[]> {
    return by === null
      ? this.database.query<Winner>(
          // Found in an index alone: where the rows are asked for as well, the server begins with the latest winners of all.
          `SELECT o.id, o.last_seq AS seq, o.last_seq AS known
           FROM (SELECT id FROM opportunity WHERE outcome = 'won' AND close_date < ? ORDER BY close_date DESC, id DESC LIMIT ${winnersLooked}) w
           JOIN opportunity o ON o.id = w.id ORDER BY o.close_date DESC, o.id DESC`,
          [day],
        )
      : this.database.query<Winner>(
          `SELECT w.id, w.seq, (SELECT COUNT(*) FROM opportunity_move e WHERE e.opportunity_id = w.id AND e.recorded_at <= ?) AS known
           FROM (SELECT m.opportunity_id AS id, m.seq FROM opportunity_move m
             WHERE m.outcome_to = 'won' AND m.close_date_to < ? AND ${lastKnown('m')}
             ORDER BY m.close_date_to DESC, m.opportunity_id DESC LIMIT ${winnersLooked}) w`,
          [by, day, by, by],
        );
  }
}

/**
 * What windows hang on: how entries are read, and the rows of the logs they are read from. Where as many rows are known as the last of
 * them says, they are all up to it. Where clocks of two servers disagreed fewer are, and nobody knows which but the moment asked about.
 */
function keyOf(winners: readonly Winner[], { stages, rows, mode, knowledge: { reading, by } }: DealsQuestion): string {
  const names = winners.map(({ id, seq, known }) =>
    Number(known) === seq ? `${id} ${seq}` : `${id} ${seq} ${known} ${by?.toISOString()}`,
  );
  const reads = [
    mode,
    reading,
    stages.map(({ id, mandatory }) => [id, mandatory]),
    rows.map(({ stageIds }) => stageIds),
  ];
  return createHash('sha256')
    .update(JSON.stringify([reads, names]))
    .digest('base64');
}
