import { Injectable } from '@nestjs/common';
import { bin, Database, type Parameter } from '@tandem/database';
import { actor, addDays, Clock, isRefusal, type Id, type PlainDate } from '@tandem/kernel';
import type { Named } from '@tandem/opportunities';
import { OrganisationReader } from '@tandem/people';
import type { FeedbackAbout } from './feedback';
import type { Feedback } from './feedback.entity';
import { noFeedback } from './feedback.errors';
import { FeedbackRepository } from './feedback.repository';
import { weekStartOf } from './rules/begin-week';
import { decideFeedback, decideUnnamed, fewestUnnamed } from './rules/decide-feedback';
import { tellWeek, type Said, type WeekTold } from './rules/tell-week';

/** What one person said with their name. */
export type OwnFeedback = Pick<Feedback, 'id' | 'about' | 'weekStart' | 'handOffId' | 'score' | 'comment' | 'version'>;

/** A hand-off that somebody may speak of. */
export interface RateableHandOff {
  readonly id: Id<'hand_off'>;
  readonly opportunityName: string;
  readonly account: Pick<Named<'account'>, 'name' | 'nameZh'> | null;
  readonly answeredAt: Date;
  /** What this person said of it already. */
  readonly score: number | null;
}

type HandOffRow = Omit<RateableHandOff, 'account'> & {
  readonly accountName: string | null;
  readonly accountNameZh: string | null;
};

interface SaidRow {
  readonly weekStart: PlainDate;
  readonly about: FeedbackAbout;
  readonly isNamed: 0 | 1;
  readonly count: string;
  readonly sum: string;
}

export interface FeedbackWeek {
  readonly weekStart: PlainDate;
  readonly leadQuality: WeekTold;
  readonly followUp: WeekTold;
}

export interface FeedbackOverview {
  /** What this person may speak of; null of those who work on neither side. */
  readonly about: FeedbackAbout | null;
  readonly weekStart: PlainDate;
  /** Whether they may do so without a name, and why not. */
  readonly unnamed: {
    readonly refused: 'other_side' | 'too_few' | 'full' | null;
    readonly people: number;
    readonly least: number;
  };
  readonly handOffs: readonly RateableHandOff[];
  /** Of this week. */
  readonly mine: readonly OwnFeedback[];
  /** The latest first. */
  readonly weeks: readonly FeedbackWeek[];
}

const weeksTold = 12;
const handOffsShown = 4;
/** Hand-offs that were due within so many days may still be fresh in somebody's mind. */
const freshDays = 21;

const own = `id, about, week_start AS weekStart, hand_off_id AS handOffId, score, comment, version`;

/** What the sides say of each other: averages that name nobody, and what somebody may still say. */
@Injectable()
export class FeedbackReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly organisation: OrganisationReader,
    private readonly repository: FeedbackRepository,
  ) {}

  /** `asked` is a hand-off that is listed however old it is. */
  async overview(asked?: Id<'hand_off'>): Promise<FeedbackOverview> {
    return this.database.snapshot(async () => {
      const decided = decideFeedback(actor(), null);
      const about = isRefusal(decided) ? null : decided;
      const weekStart = weekStartOf(await this.organisation.today());
      const [unnamed, handOffs, mine, weeks] = await Promise.all([
        this.unnamed(about, weekStart),
        this.handOffs(about, asked),
        this.mine(weekStart),
        this.weeks(weekStart),
      ]);
      return { about, weekStart, unnamed, handOffs, mine, weeks };
    });
  }

  async get(id: Id<'feedback'>): Promise<OwnFeedback> {
    const [row] = await this.database.query<OwnFeedback>(`SELECT ${own} FROM feedback WHERE id = ? AND author_id = ?`, [
      bin(id),
      bin(actor().personId),
    ]);
    if (!row) throw noFeedback();
    return row;
  }

  /** The weeks up to this one, each with what is said of both sides. */
  async weeks(weekStart: PlainDate, count = weeksTold): Promise<FeedbackWeek[]> {
    const first = addDays(weekStart, -7 * (count - 1));
    const rows = await this.database.query<SaidRow>(
      `SELECT week_start AS weekStart, about, author_id IS NOT NULL AS isNamed, COUNT(*) AS count, SUM(score) AS sum FROM feedback
       WHERE week_start BETWEEN ? AND ? GROUP BY week_start, about, isNamed`,
      [first, weekStart],
    );
    return Array.from({ length: count }, (_, back) => {
      const monday = addDays(weekStart, -7 * back);
      const told = (about: FeedbackAbout) => {
        const ofWeek = rows.filter((row) => row.weekStart === monday && row.about === about);
        const said = (isNamed: 0 | 1) => saidOf(ofWeek.find((row) => row.isNamed === isNamed));
        return tellWeek({ named: said(1), unnamed: said(0), isOver: back > 0 });
      };
      return { weekStart: monday, leadQuality: told('lead_quality'), followUp: told('follow_up') };
    });
  }

  /** What was said in the week before the one a day lies in; nothing is added to it any more. */
  async weekBefore(day: PlainDate): Promise<FeedbackWeek | null> {
    const [, before] = await this.weeks(weekStartOf(day), 2);
    return before ?? null;
  }

  private mine(weekStart: PlainDate): Promise<OwnFeedback[]> {
    return this.database.query<OwnFeedback>(
      `SELECT ${own} FROM feedback WHERE author_id = ? AND week_start = ? ORDER BY id DESC LIMIT 50`,
      [bin(actor().personId), weekStart],
    );
  }

  private async unnamed(about: FeedbackAbout | null, weekStart: PlainDate): Promise<FeedbackOverview['unnamed']> {
    if (about === null) return { refused: 'other_side', people: 0, least: fewestUnnamed };
    const [people, given] = await Promise.all([
      this.repository.countPeople(actor().side),
      this.repository.countUnnamed(about, weekStart),
    ]);
    const may = decideUnnamed({ people, given });
    const why = people < fewestUnnamed ? 'too_few' : 'full';
    return { refused: isRefusal(may) ? why : null, people, least: fewestUnnamed };
  }

  /** The latest hand-offs of one's team that were answered or ran out, after the one that is asked for. */
  private async handOffs(about: FeedbackAbout | null, asked: Id<'hand_off'> | undefined): Promise<RateableHandOff[]> {
    if (about === null || actor().teamId === null) return [];
    const fresh = new Date(this.clock.now().getTime() - freshDays * 86_400_000);
    const [wanted, latest] = await Promise.all([
      asked ? this.handOffsWhere(about, 'h.id = ?', [bin(asked)]) : [],
      this.handOffsWhere(about, 'h.due_at > ?', [fresh]),
    ]);
    return [...wanted, ...latest.filter(({ id }) => id !== asked)];
  }

  private async handOffsWhere(about: FeedbackAbout, where: string, parameters: readonly Parameter[]) {
    const { teamId, personId } = actor();
    const rows = await this.database.query<HandOffRow>(
      `SELECT h.id, o.name AS opportunityName, a.name AS accountName, a.name_zh AS accountNameZh, h.answered_at AS answeredAt, g.score
       FROM hand_off h JOIN opportunity o ON o.id = h.opportunity_id LEFT JOIN account a ON a.id = o.account_id
       LEFT JOIN feedback g ON g.author_id = ? AND g.hand_off_id = h.id
       WHERE h.state IN ('accepted', 'rejected', 'returned', 'expired') AND ${where}
         AND ${about === 'lead_quality' ? 'h.to_team_id' : 'h.from_team_id'} = ?
       ORDER BY h.answered_by_id <=> ? DESC, h.answered_at DESC, h.id DESC LIMIT ${handOffsShown}`,
      [bin(personId), ...parameters, bin(teamId), bin(personId)],
    );
    return rows.map(({ accountName, accountNameZh, ...row }): RateableHandOff => {
      const account = accountName === null ? null : { name: accountName, nameZh: accountNameZh };
      return { ...row, account };
    });
  }
}

const saidOf = (row: SaidRow | undefined): Said => ({ count: Number(row?.count ?? 0), sum: Number(row?.sum ?? 0) });
