import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import { actor, Clock } from '@tandem/kernel';
import { CalendarReader, workingMinutes, type WorkingCalendar } from '@tandem/people';
import { HandOffsReader } from './hand-offs.reader';
import type { HandOffView } from './pipeline-views';
import { mayWork, seesEverything } from './rules/may-work';

export interface WaitingHandOff extends HandOffView {
  /** Of the team's working time until the answer is due; below 0 it is late by so much. */
  readonly minutesLeft: number;
}

export interface WaitingHandOffs {
  readonly count: number;
  readonly items: readonly WaitingHandOff[];
}

const most = 20;

/** Offers to the team of whoever asks that wait for an answer, what is due first at the top. */
@Injectable()
export class WaitingHandOffsReader {
  constructor(
    private readonly database: Database,
    private readonly handOffs: HandOffsReader,
    private readonly calendars: CalendarReader,
    private readonly clock: Clock,
  ) {}

  /** How many wait for an answer that whoever asks may give. */
  async count(): Promise<number> {
    const worker = actor();
    if (!mayWork(worker, 'sales')) return 0;
    const ofTeam = seesEverything(worker) ? [] : [bin(worker.teamId)];
    const [counted] = await this.database.query<{ count: string }>(
      `SELECT COUNT(*) AS count FROM hand_off WHERE state = 'offered' ${ofTeam.length > 0 ? 'AND to_team_id = ?' : ''}`,
      ofTeam,
    );
    return Number(counted?.count ?? 0);
  }

  async read(): Promise<WaitingHandOffs> {
    const { teamId } = actor();
    if (!teamId) return { count: 0, items: [] };
    return this.database.snapshot(async () => {
      const [{ items }, [counted], calendar] = await Promise.all([
        this.handOffs.list({ state: 'offered', toTeamId: teamId, limit: most }),
        this.database.query<{ count: string }>(
          "SELECT COUNT(*) AS count FROM hand_off WHERE to_team_id = ? AND state = 'offered'",
          [bin(teamId)],
        ),
        this.calendars.forTeam(teamId),
      ]);
      const now = this.clock.now();
      return {
        count: Number(counted?.count ?? 0),
        items: items.map((handOff) => ({ ...handOff, minutesLeft: minutesBetween(calendar, now, handOff.dueAt) })),
      };
    });
  }
}

const minutesBetween = (calendar: WorkingCalendar, now: Date, due: Date): number =>
  due < now ? -Math.floor(workingMinutes(calendar, due, now)) : Math.ceil(workingMinutes(calendar, now, due));
